package dev.weft.examples.networks;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.Tensor;
import javax.annotation.processing.Generated;

/**
 * The network that {@link LeNet5} declares.
 *
 * <pre>
 * layer   operation                    output  parameters     MACs   sees   memory
 * c1.0    conv 5x5, 6             6 x 28 x 28         156  117,600    5x5  18.8 KB
 * c1.1    tanh                    6 x 28 x 28           -        -    5x5  18.8 KB
 * s2      avgPool 2x2, stride 2   6 x 14 x 14           -        -    6x6   4.7 KB
 * c3.0    conv 5x5, 16           16 x 10 x 10       2,416  240,000  14x14   6.4 KB
 * c3.1    tanh                   16 x 10 x 10           -        -  14x14   6.4 KB
 * s4      avgPool 2x2, stride 2    16 x 5 x 5           -        -  16x16   1.6 KB
 * c5.0    conv 5x5, 120           120 x 1 x 1      48,120   48,000  32x32    480 B
 * c5.1    tanh                    120 x 1 x 1           -        -  32x32    480 B
 * f6.0    dense 84                         84      10,164   10,080  32x32    336 B
 * f6.1    tanh                             84           -        -  32x32    336 B
 * output  dense 10                         10         850      840  32x32     40 B
 * total                                            61,706  416,520
 * memory: 246.8 KB of parameters; for each image 23.5 KB in inference, 55.3 KB in training
 * </pre>
 */
@Generated("dev.weft.processor.WeftProcessor")
public final class LeNet5Network extends Model {
  /** The shape of one input. */
  public static final Shape INPUT = Shape.of(1, 32, 32);

  /** The shape of one output. */
  public static final Shape OUTPUT = Shape.of(10);

  /** The number of trainable elements. */
  public static final long PARAMETERS = 61_706L;

  /** Multiply-adds of convolutions and dense layers for one image. */
  public static final long MACS = 416_520L;

  /** All that is known of the network before one is made. */
  public static final NetworkType<LeNet5Network> TYPE = NetworkType.named("LeNet5", LeNet5Network::new)
      .shapes(INPUT, OUTPUT)
      .costs(PARAMETERS, MACS)
      .receptiveField(16, 16)
      .bytes(246_824L, 23_520L, 55_288L)
      .summary(LeNet5Network::table)
      .places(LeNet5Network::places)
      .build();

  private final C1 c1;
  private final AvgPool2d s2;
  private final C3 c3;
  private final AvgPool2d s4;
  private final C5 c5;
  private final F6 f6;
  private final Dense output;

  /** The network with default options. */
  public LeNet5Network() {
    this(ModelOptions.defaults());
  }

  /** The network with first weights drawn from the options' seed. */
  public LeNet5Network(ModelOptions options) {
    super(options);
    c1 = new C1(kernels);
    s2 = kernels.avgPool2d("s2", new AvgPoolOp(Window.of(2, 2).stride(2, 2), true));
    c3 = new C3(kernels);
    s4 = kernels.avgPool2d("s4", new AvgPoolOp(Window.of(2, 2).stride(2, 2), true));
    c5 = new C5(kernels);
    f6 = new F6(kernels);
    output = kernels.dense("output", DenseOp.of(84, 10));
  }

  /** The block {@code c1}. */
  public C1 c1() {
    return c1;
  }

  /** The block {@code c3}. */
  public C3 c3() {
    return c3;
  }

  /** The block {@code c5}. */
  public C5 c5() {
    return c5;
  }

  /** The block {@code f6}. */
  public F6 f6() {
    return f6;
  }

  /** {@code output}: dense 10, to 10. */
  public Dense output() {
    return output;
  }

  @Override
  public NetworkType<LeNet5Network> type() {
    return TYPE;
  }

  private static String table() {
    return String.join("\n", "layer   operation                    output  parameters     MACs   sees   memory\n"
        + "c1.0    conv 5x5, 6             6 x 28 x 28         156  117,600    5x5  18.8 KB\n"
        + "c1.1    tanh                    6 x 28 x 28           -        -    5x5  18.8 KB\n"
        + "s2      avgPool 2x2, stride 2   6 x 14 x 14           -        -    6x6   4.7 KB\n"
        + "c3.0    conv 5x5, 16           16 x 10 x 10       2,416  240,000  14x14   6.4 KB\n"
        + "c3.1    tanh                   16 x 10 x 10           -        -  14x14   6.4 KB\n"
        + "s4      avgPool 2x2, stride 2    16 x 5 x 5           -        -  16x16   1.6 KB\n"
        + "c5.0    conv 5x5, 120           120 x 1 x 1      48,120   48,000  32x32    480 B\n"
        + "c5.1    tanh                    120 x 1 x 1           -        -  32x32    480 B\n"
        + "f6.0    dense 84                         84      10,164   10,080  32x32    336 B\n"
        + "f6.1    tanh                             84           -        -  32x32    336 B\n"
        + "output  dense 10                         10         850      840  32x32     40 B\n"
        + "total                                            61,706  416,520\n"
        + "memory: 246.8 KB of parameters; for each image 23.5 KB in inference, 55.3 KB in training");
  }

  private static String places() {
    return String.join("\n", "LeNet5.java: 21 21 22 23 23 24 25 25 26 26 27");
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return new Training(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    return new Inference(batch);
  }

  /** The layers of {@code c1}. */
  public static final class C1 {
    private final Conv2d conv0;
    private final Elementwise tanh1;

    private C1(Kernels kernels) {
      conv0 = kernels.conv2d("c1.0", ConvOp.of(1, 6, Window.of(5, 5)));
      tanh1 = kernels.elementwise("c1.1", new ActivationOp(Activation.TANH));
    }

    /** {@code c1.0}: conv 5x5, 6, to 6 x 28 x 28. */
    public Conv2d conv0() {
      return conv0;
    }
  }

  /** The layers of {@code c3}. */
  public static final class C3 {
    private final Conv2d conv0;
    private final Elementwise tanh1;

    private C3(Kernels kernels) {
      conv0 = kernels.conv2d("c3.0", ConvOp.of(6, 16, Window.of(5, 5)));
      tanh1 = kernels.elementwise("c3.1", new ActivationOp(Activation.TANH));
    }

    /** {@code c3.0}: conv 5x5, 16, to 16 x 10 x 10. */
    public Conv2d conv0() {
      return conv0;
    }
  }

  /** The layers of {@code c5}. */
  public static final class C5 {
    private final Conv2d conv0;
    private final Elementwise tanh1;

    private C5(Kernels kernels) {
      conv0 = kernels.conv2d("c5.0", ConvOp.of(16, 120, Window.of(5, 5)));
      tanh1 = kernels.elementwise("c5.1", new ActivationOp(Activation.TANH));
    }

    /** {@code c5.0}: conv 5x5, 120, to 120 x 1 x 1. */
    public Conv2d conv0() {
      return conv0;
    }
  }

  /** The layers of {@code f6}. */
  public static final class F6 {
    private final Dense dense0;
    private final Elementwise tanh1;

    private F6(Kernels kernels) {
      dense0 = kernels.dense("f6.0", DenseOp.of(120, 84));
      tanh1 = kernels.elementwise("f6.1", new ActivationOp(Activation.TANH));
    }

    /** {@code f6.0}: dense 84, to 84. */
    public Dense dense0() {
      return dense0;
    }
  }

  /**
   * The memory of a training step for one batch size, and the step.
   *
   * <p>9 buffers hold 13,822 numbers an image.
   */
  private final class Training implements TrainingPass {
    private Tensor input;
    private Tensor c1Tanh1Out;
    private Tensor s2Out;
    private Tensor c3Tanh1Out;
    private Tensor s4Out;
    private Tensor c5Tanh1Out;
    private Tensor f6Dense0FlattenOut;
    private Tensor f6Tanh1Out;
    private Tensor outputOut;
    private Tensor outputGrad;
    private Tensor f6Tanh1Grad;
    private Tensor f6Dense0Grad;
    private Tensor f6Dense0FlattenGrad;
    private Tensor c5Tanh1Grad;
    private Tensor c5Conv0Grad;
    private Tensor s4Grad;
    private Tensor c3Tanh1Grad;
    private Tensor c3Conv0Grad;
    private Tensor s2Grad;
    private Tensor c1Tanh1Grad;
    private Tensor c1Conv0Grad;
    private Tensor inputGrad;

    private Training(int batch) {
      Buffer[] memory = new Buffer[9];
      kernels.buffers(memory, 0, batch, 1024L, 4704L, 1176L, 1600L, 4704L, 400L, 120L, 84L);
      kernels.buffers(memory, 8, batch, 10L);
      allocateInput(memory, batch);
      allocateC1(memory, batch);
      allocateS2(memory, batch);
      allocateC3(memory, batch);
      allocateS4(memory, batch);
      allocateC5(memory, batch);
      allocateF6(memory, batch);
      allocateOutput(memory, batch);
      if (options.inputGradient()) {
        allocateInputGradient(batch);
      }
    }

    private void allocateInput(Buffer[] memory, int batch) {
      input = memory[0].view(batch, 1, 32, 32);
    }

    private void allocateC1(Buffer[] memory, int batch) {
      c1Tanh1Out = memory[1].view(batch, 6, 28, 28);
      c1Tanh1Grad = memory[4].view(batch, 6, 28, 28);
      c1Conv0Grad = memory[4].view(batch, 6, 28, 28);
    }

    private void allocateS2(Buffer[] memory, int batch) {
      s2Out = memory[2].view(batch, 6, 14, 14);
      s2Grad = memory[3].view(batch, 6, 14, 14);
    }

    private void allocateC3(Buffer[] memory, int batch) {
      c3Tanh1Out = memory[3].view(batch, 16, 10, 10);
      c3Tanh1Grad = memory[4].view(batch, 16, 10, 10);
      c3Conv0Grad = memory[4].view(batch, 16, 10, 10);
    }

    private void allocateS4(Buffer[] memory, int batch) {
      s4Out = memory[4].view(batch, 16, 5, 5);
      s4Grad = memory[5].view(batch, 16, 5, 5);
    }

    private void allocateC5(Buffer[] memory, int batch) {
      c5Tanh1Out = memory[5].view(batch, 120, 1, 1);
      c5Tanh1Grad = memory[6].view(batch, 120).reshaped(batch, 120, 1, 1);
      c5Conv0Grad = memory[6].view(batch, 120, 1, 1);
    }

    private void allocateF6(Buffer[] memory, int batch) {
      f6Dense0FlattenOut = memory[5].view(batch, 120, 1, 1).reshaped(batch, 120);
      f6Tanh1Out = memory[6].view(batch, 84);
      f6Tanh1Grad = memory[7].view(batch, 84);
      f6Dense0Grad = memory[7].view(batch, 84);
      f6Dense0FlattenGrad = memory[6].view(batch, 120);
    }

    private void allocateOutput(Buffer[] memory, int batch) {
      outputOut = memory[7].view(batch, 10);
      outputGrad = memory[8].view(batch, 10);
    }

    private void allocateInputGradient(int batch) {
      Buffer memory0 = kernels.buffer(1024L * batch);
      inputGrad = memory0.view(batch, 1, 32, 32);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return outputOut;
    }

    @Override
    public Tensor outputGradient() {
      return outputGrad;
    }

    @Override
    public Tensor inputGradient() {
      return inputGrad;
    }

    @Override
    public void forward() {
      forwardC1();
      forwardS2();
      forwardC3();
      forwardS4();
      forwardC5();
      forwardF6();
      forwardOutput();
    }

    private void forwardC1() {
      c1.conv0.forward(input, c1.tanh1, c1Tanh1Out); // 6 x 28 x 28
    }

    private void forwardS2() {
      s2.forward(c1Tanh1Out, s2Out); // 6 x 14 x 14
    }

    private void forwardC3() {
      c3.conv0.forward(s2Out, c3.tanh1, c3Tanh1Out); // 16 x 10 x 10
    }

    private void forwardS4() {
      s4.forward(c3Tanh1Out, s4Out); // 16 x 5 x 5
    }

    private void forwardC5() {
      c5.conv0.forward(s4Out, c5.tanh1, c5Tanh1Out); // 120 x 1 x 1
    }

    private void forwardF6() {
      f6.dense0.forward(f6Dense0FlattenOut, f6.tanh1, f6Tanh1Out); // 84
    }

    private void forwardOutput() {
      output.forward(f6Tanh1Out, outputOut); // 10
    }

    @Override
    public void backward() {
      backwardOutput();
      backwardF6();
      backwardC5();
      backwardS4();
      backwardC3();
      backwardS2();
      backwardC1();
    }

    private void backwardOutput() {
      output.backward(f6Tanh1Out, outputGrad, f6Tanh1Grad); // 84
    }

    private void backwardF6() {
      f6.tanh1.backward(f6Tanh1Out, f6Tanh1Grad, f6Dense0Grad); // 84
      f6.dense0.backward(f6Dense0FlattenOut, f6Dense0Grad, f6Dense0FlattenGrad); // 120
    }

    private void backwardC5() {
      c5.tanh1.backward(c5Tanh1Out, c5Tanh1Grad, c5Conv0Grad); // 120 x 1 x 1
      c5.conv0.backward(s4Out, c5Conv0Grad, s4Grad); // 16 x 5 x 5
    }

    private void backwardS4() {
      s4.backward(s4Grad, c3Tanh1Grad); // 16 x 10 x 10
    }

    private void backwardC3() {
      c3.tanh1.backward(c3Tanh1Out, c3Tanh1Grad, c3Conv0Grad); // 16 x 10 x 10
      c3.conv0.backward(s2Out, c3Conv0Grad, s2Grad); // 6 x 14 x 14
    }

    private void backwardS2() {
      s2.backward(s2Grad, c1Tanh1Grad); // 6 x 28 x 28
    }

    private void backwardC1() {
      c1.tanh1.backward(c1Tanh1Out, c1Tanh1Grad, c1Conv0Grad); // 6 x 28 x 28
      c1.conv0.backward(input, c1Conv0Grad, inputGrad); // 1 x 32 x 32
    }
  }

  /**
   * The memory of a prediction for one batch size, and the prediction.
   *
   * <p>2 buffers hold 5,880 numbers an image.
   */
  private final class Inference implements InferencePass {
    private Tensor input;
    private Tensor c1Tanh1Out;
    private Tensor s2Out;
    private Tensor c3Tanh1Out;
    private Tensor s4Out;
    private Tensor c5Tanh1Out;
    private Tensor f6Dense0FlattenOut;
    private Tensor f6Tanh1Out;
    private Tensor outputOut;
    private Fused c1Conv0Fused;
    private Fused c3Conv0Fused;
    private Fused c5Conv0Fused;
    private Fused f6Dense0Fused;

    private Inference(int batch) {
      Buffer[] memory = new Buffer[2];
      kernels.buffers(memory, 0, batch, 1176L, 4704L);
      allocateInput(memory, batch);
      allocateC1(memory, batch);
      allocateS2(memory, batch);
      allocateC3(memory, batch);
      allocateS4(memory, batch);
      allocateC5(memory, batch);
      allocateF6(memory, batch);
      allocateOutput(memory, batch);
      c1Conv0Fused = kernels.fused(c1.conv0).activation(c1.tanh1);
      c3Conv0Fused = kernels.fused(c3.conv0).activation(c3.tanh1);
      c5Conv0Fused = kernels.fused(c5.conv0).activation(c5.tanh1);
      f6Dense0Fused = kernels.fused(f6.dense0).activation(f6.tanh1);
    }

    private void allocateInput(Buffer[] memory, int batch) {
      input = memory[0].view(batch, 1, 32, 32);
    }

    private void allocateC1(Buffer[] memory, int batch) {
      c1Tanh1Out = memory[1].view(batch, 6, 28, 28);
    }

    private void allocateS2(Buffer[] memory, int batch) {
      s2Out = memory[0].view(batch, 6, 14, 14);
    }

    private void allocateC3(Buffer[] memory, int batch) {
      c3Tanh1Out = memory[1].view(batch, 16, 10, 10);
    }

    private void allocateS4(Buffer[] memory, int batch) {
      s4Out = memory[0].view(batch, 16, 5, 5);
    }

    private void allocateC5(Buffer[] memory, int batch) {
      c5Tanh1Out = memory[1].view(batch, 120, 1, 1);
    }

    private void allocateF6(Buffer[] memory, int batch) {
      f6Dense0FlattenOut = memory[1].view(batch, 120, 1, 1).reshaped(batch, 120);
      f6Tanh1Out = memory[0].view(batch, 84);
    }

    private void allocateOutput(Buffer[] memory, int batch) {
      outputOut = memory[1].view(batch, 10);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return outputOut;
    }

    @Override
    public void run() {
      runC1();
      runS2();
      runC3();
      runS4();
      runC5();
      runF6();
      runOutput();
    }

    private void runC1() {
      c1Conv0Fused.forward(input, c1Tanh1Out); // 6 x 28 x 28
    }

    private void runS2() {
      s2.forward(c1Tanh1Out, s2Out); // 6 x 14 x 14
    }

    private void runC3() {
      c3Conv0Fused.forward(s2Out, c3Tanh1Out); // 16 x 10 x 10
    }

    private void runS4() {
      s4.forward(c3Tanh1Out, s4Out); // 16 x 5 x 5
    }

    private void runC5() {
      c5Conv0Fused.forward(s4Out, c5Tanh1Out); // 120 x 1 x 1
    }

    private void runF6() {
      f6Dense0Fused.forward(f6Dense0FlattenOut, f6Tanh1Out); // 84
    }

    private void runOutput() {
      output.forward(f6Tanh1Out, outputOut); // 10
    }
  }
}
