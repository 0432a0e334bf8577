package test;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Add;
import dev.weft.runtime.layer.BatchNorm;
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
 * The network that {@link Transfer} declares.
 *
 * <pre>
 * layer         operation    from               output  parameters    MACs   sees  memory  training
 * stem.0        conv 3x3, 4                  4 x 8 x 8         108   6,912    3x3  1.0 KB  frozen
 * stem.1        batchNorm                    4 x 8 x 8           8       -    3x3  1.0 KB  frozen
 * stem.2        relu                         4 x 8 x 8           -       -    3x3  1.0 KB  frozen
 * layer1.0.0    conv 3x3, 4                  4 x 8 x 8         144   9,216    5x5  1.0 KB  frozen
 * layer1.0.1    batchNorm                    4 x 8 x 8           8       -    5x5  1.0 KB  frozen
 * layer1.0.add  add          .1, stem.2      4 x 8 x 8           -       -    5x5  1.0 KB  frozen
 * layer1.0.2    relu                         4 x 8 x 8           -       -    5x5  1.0 KB  frozen
 * layer1.1.0    conv 3x3, 4                  4 x 8 x 8         144   9,216    7x7  1.0 KB  frozen
 * layer1.1.1    batchNorm                    4 x 8 x 8           8       -    7x7  1.0 KB  frozen
 * layer1.1.add  add          .1, layer1.0.2  4 x 8 x 8           -       -    7x7  1.0 KB  frozen
 * layer1.1.2    relu                         4 x 8 x 8           -       -    7x7  1.0 KB  frozen
 * layer2.0.0    conv 3x3, 4                  4 x 8 x 8         144   9,216    9x9  1.0 KB
 * layer2.0.1    batchNorm                    4 x 8 x 8           8       -    9x9  1.0 KB
 * layer2.0.add  add          .1, layer1.1.2  4 x 8 x 8           -       -    9x9  1.0 KB
 * layer2.0.2    relu                         4 x 8 x 8           -       -    9x9  1.0 KB
 * layer2.1.0    conv 3x3, 4                  4 x 8 x 8         144   9,216  11x11  1.0 KB  frozen
 * layer2.1.1    batchNorm                    4 x 8 x 8           8       -  11x11  1.0 KB  frozen
 * layer2.1.add  add          .1, layer2.0.2  4 x 8 x 8           -       -  11x11  1.0 KB  frozen
 * layer2.1.2    relu                         4 x 8 x 8           -       -  11x11  1.0 KB  frozen
 * layer2.2      dropout 0.5                  4 x 8 x 8           -       -  11x11  1.0 KB  frozen
 * head          dense 2                              2         514     512  18x18     8 B
 * total                                                      1,238  44,288
 * memory: 5.1 KB of parameters; for each image 2.0 KB in inference, 6.1 KB in training
 * frozen: 572 of 1,238 parameters
 * </pre>
 */
@Generated("dev.weft.processor.WeftProcessor")
final class TransferNetwork extends Model {
  /** The shape of one input. */
  public static final Shape INPUT = Shape.of(3, 8, 8);

  /** The shape of one output. */
  public static final Shape OUTPUT = Shape.of(2);

  /** The number of trainable elements, 572 of them frozen. */
  public static final long PARAMETERS = 1_238L;

  /** Multiply-adds of convolutions and dense layers for one image. */
  public static final long MACS = 44_288L;

  /** All that is known of the network before one is made. */
  public static final NetworkType<TransferNetwork> TYPE = NetworkType.named("Transfer", TransferNetwork::new)
      .shapes(INPUT, OUTPUT)
      .costs(PARAMETERS, MACS)
      .receptiveField(11, 11)
      .bytes(5_112L, 2_048L, 6_144L)
      .summary(TransferNetwork::table)
      .places(TransferNetwork::places)
      .build();

  private final Stem stem;
  private final Layer1 layer1;
  private final Layer2 layer2;
  private final Dense head;
  private final Add gradientSum;

  /** The network with default options. */
  public TransferNetwork() {
    this(ModelOptions.defaults());
  }

  /** The network with first weights drawn from the options' seed. */
  public TransferNetwork(ModelOptions options) {
    super(options);
    stem = new Stem(kernels.frozen());
    layer1 = new Layer1(kernels.frozen());
    layer2 = new Layer2(kernels);
    head = kernels.dense("head", DenseOp.of(256, 2));
    gradientSum = kernels.add("gradient sum");
  }

  /** The block {@code stem}. */
  public Stem stem() {
    return stem;
  }

  /** The block {@code layer1}. */
  public Layer1 layer1() {
    return layer1;
  }

  /** The block {@code layer2}. */
  public Layer2 layer2() {
    return layer2;
  }

  /** {@code head}: dense 2, to 2. */
  public Dense head() {
    return head;
  }

  @Override
  public NetworkType<TransferNetwork> type() {
    return TYPE;
  }

  private static String table() {
    return String.join("\n", "layer         operation    from               output  parameters    MACs   sees  memory  training\n"
        + "stem.0        conv 3x3, 4                  4 x 8 x 8         108   6,912    3x3  1.0 KB  frozen\n"
        + "stem.1        batchNorm                    4 x 8 x 8           8       -    3x3  1.0 KB  frozen\n"
        + "stem.2        relu                         4 x 8 x 8           -       -    3x3  1.0 KB  frozen\n"
        + "layer1.0.0    conv 3x3, 4                  4 x 8 x 8         144   9,216    5x5  1.0 KB  frozen\n"
        + "layer1.0.1    batchNorm                    4 x 8 x 8           8       -    5x5  1.0 KB  frozen\n"
        + "layer1.0.add  add          .1, stem.2      4 x 8 x 8           -       -    5x5  1.0 KB  frozen\n"
        + "layer1.0.2    relu                         4 x 8 x 8           -       -    5x5  1.0 KB  frozen\n"
        + "layer1.1.0    conv 3x3, 4                  4 x 8 x 8         144   9,216    7x7  1.0 KB  frozen\n"
        + "layer1.1.1    batchNorm                    4 x 8 x 8           8       -    7x7  1.0 KB  frozen\n"
        + "layer1.1.add  add          .1, layer1.0.2  4 x 8 x 8           -       -    7x7  1.0 KB  frozen\n"
        + "layer1.1.2    relu                         4 x 8 x 8           -       -    7x7  1.0 KB  frozen\n"
        + "layer2.0.0    conv 3x3, 4                  4 x 8 x 8         144   9,216    9x9  1.0 KB\n"
        + "layer2.0.1    batchNorm                    4 x 8 x 8           8       -    9x9  1.0 KB\n"
        + "layer2.0.add  add          .1, layer1.1.2  4 x 8 x 8           -       -    9x9  1.0 KB\n"
        + "layer2.0.2    relu                         4 x 8 x 8           -       -    9x9  1.0 KB\n"
        + "layer2.1.0    conv 3x3, 4                  4 x 8 x 8         144   9,216  11x11  1.0 KB  frozen\n"
        + "layer2.1.1    batchNorm                    4 x 8 x 8           8       -  11x11  1.0 KB  frozen\n"
        + "layer2.1.add  add          .1, layer2.0.2  4 x 8 x 8           -       -  11x11  1.0 KB  frozen\n"
        + "layer2.1.2    relu                         4 x 8 x 8           -       -  11x11  1.0 KB  frozen\n"
        + "layer2.2      dropout 0.5                  4 x 8 x 8           -       -  11x11  1.0 KB  frozen\n"
        + "head          dense 2                              2         514     512  18x18     8 B\n"
        + "total                                                      1,238  44,288\n"
        + "memory: 5.1 KB of parameters; for each image 2.0 KB in inference, 6.1 KB in training\n"
        + "frozen: 572 of 1,238 parameters");
  }

  private static String places() {
    return String.join("\n", "Transfer.java: 8 8 8 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 12 14");
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return new Training(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    return new Inference(batch);
  }

  /** The layers of {@code stem}. */
  public static final class Stem {
    private final Conv2d conv0;
    private final BatchNorm batchNorm1;
    private final Elementwise relu2;

    private Stem(Kernels kernels) {
      conv0 = kernels.conv2d("stem.0", ConvOp.of(3, 4, Window.of(3, 3).padding(1, 1)).noBias());
      batchNorm1 = kernels.batchNorm("stem.1", new BatchNormOp(4, 1.0E-5, 0.1));
      relu2 = kernels.elementwise("stem.2", new ActivationOp(Activation.RELU));
    }

    /** {@code stem.0}: conv 3x3, 4, to 4 x 8 x 8. */
    public Conv2d conv0() {
      return conv0;
    }

    /** {@code stem.1}: batchNorm, to 4 x 8 x 8. */
    public BatchNorm batchNorm1() {
      return batchNorm1;
    }
  }

  /** The layers of {@code layer1.0} and 3 blocks like it. */
  public static final class Block {
    private final Conv2d conv0;
    private final BatchNorm batchNorm1;
    private final Add add;
    private final Elementwise relu2;

    private Block(Kernels kernels, String name) {
      conv0 = kernels.conv2d(name + ".0", ConvOp.of(4, 4, Window.of(3, 3).padding(1, 1)).noBias());
      batchNorm1 = kernels.batchNorm(name + ".1", new BatchNormOp(4, 1.0E-5, 0.1));
      add = kernels.add(name + ".add");
      relu2 = kernels.elementwise(name + ".2", new ActivationOp(Activation.RELU));
    }

    /** {@code 0}: conv 3x3, 4, to 4 x 8 x 8. */
    public Conv2d conv0() {
      return conv0;
    }

    /** {@code 1}: batchNorm, to 4 x 8 x 8. */
    public BatchNorm batchNorm1() {
      return batchNorm1;
    }
  }

  /** The layers of {@code layer1}. */
  public static final class Layer1 {
    private final Block block0;
    private final Block block1;

    private Layer1(Kernels kernels) {
      block0 = new Block(kernels, "layer1.0");
      block1 = new Block(kernels, "layer1.1");
    }

    /** The block {@code layer1.0}. */
    public Block block0() {
      return block0;
    }

    /** The block {@code layer1.1}. */
    public Block block1() {
      return block1;
    }
  }

  /** The layers of {@code layer2}. */
  public static final class Layer2 {
    private final Block block0;
    private final Block block1;

    private Layer2(Kernels kernels) {
      block0 = new Block(kernels, "layer2.0");
      block1 = new Block(kernels.frozen(), "layer2.1");
    }

    /** The block {@code layer2.0}. */
    public Block block0() {
      return block0;
    }

    /** The block {@code layer2.1}. */
    public Block block1() {
      return block1;
    }
  }

  /**
   * The memory of a training step for one batch size, and the step.
   *
   * <p>6 buffers hold 1,536 numbers an image.
   */
  private final class Training implements TrainingPass {
    private BlockTraining layer1Block0Pass;
    private BlockTraining layer1Block1Pass;
    private Tensor input;
    private Tensor stemRelu2Out;
    private Tensor layer2Block0Conv0Out;
    private Tensor layer2Block0BatchNorm1Out;
    private Tensor layer2Block0Relu2Out;
    private Tensor layer2Block1Relu2Out;
    private Tensor headFlattenOut;
    private Tensor headOut;
    private Tensor headGrad;
    private Tensor headFlattenGrad;
    private Tensor layer2Dropout2Grad;
    private Tensor layer2Block1AddGrad;
    private Tensor layer2Block1Conv0Grad;
    private Tensor layer2Block0Relu2Grad2;
    private Tensor layer2Block0Relu2Grad;
    private Tensor layer2Block0AddGrad;
    private Tensor layer2Block0Conv0Grad;
    private Fused stemConv0Fused;
    private Fused layer2Block1Conv0Fused;

    private Training(int batch) {
      Buffer[] memory = new Buffer[6];
      kernels.buffers(memory, 0, batch, 256L, 256L, 256L, 256L, 256L, 256L);
      layer1Block0Pass = new BlockTraining(layer1.block0, memory, batch, 0);
      layer1Block1Pass = new BlockTraining(layer1.block1, memory, batch, 1);
      allocateInput(memory, batch);
      allocateStem(memory, batch);
      allocateLayer2(memory, batch);
      allocateHead(memory, batch);
      stemConv0Fused = kernels.fused(stem.conv0).batchNorm(stem.batchNorm1).activation(stem.relu2);
      layer2Block1Conv0Fused = kernels.fused(layer2.block1.conv0).batchNorm(layer2.block1.batchNorm1).activation(layer2.block1.relu2);
    }

    private void allocateInput(Buffer[] memory, int batch) {
      input = memory[0].view(batch, 3, 8, 8);
    }

    private void allocateStem(Buffer[] memory, int batch) {
      stemRelu2Out = memory[1].view(batch, 4, 8, 8);
    }

    private void allocateLayer2(Buffer[] memory, int batch) {
      layer2Block0Conv0Out = memory[0].view(batch, 4, 8, 8);
      layer2Block0BatchNorm1Out = memory[2].view(batch, 4, 8, 8);
      layer2Block0Relu2Out = memory[2].view(batch, 4, 8, 8);
      layer2Block1Relu2Out = memory[3].view(batch, 4, 8, 8);
      layer2Dropout2Grad = memory[4].view(batch, 256).reshaped(batch, 4, 8, 8);
      layer2Block1AddGrad = memory[4].view(batch, 4, 8, 8);
      layer2Block1Conv0Grad = memory[3].view(batch, 4, 8, 8);
      layer2Block0Relu2Grad2 = memory[5].view(batch, 4, 8, 8);
      layer2Block0Relu2Grad = memory[4].view(batch, 4, 8, 8);
      layer2Block0AddGrad = memory[4].view(batch, 4, 8, 8);
      layer2Block0Conv0Grad = memory[4].view(batch, 4, 8, 8);
    }

    private void allocateHead(Buffer[] memory, int batch) {
      headFlattenOut = memory[3].view(batch, 4, 8, 8).reshaped(batch, 256);
      headOut = memory[4].view(batch, 2);
      headGrad = memory[5].view(batch, 2);
      headFlattenGrad = memory[4].view(batch, 256);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return headOut;
    }

    @Override
    public Tensor outputGradient() {
      return headGrad;
    }

    @Override
    public void forward() {
      forwardStem();
      forwardLayer1();
      forwardLayer2();
      forwardHead();
    }

    private void forwardStem() {
      stemConv0Fused.forward(input, stemRelu2Out); // 4 x 8 x 8
    }

    private void forwardLayer1() {
      layer1Block0Pass.forward(stemRelu2Out); // 4 x 8 x 8
      layer1Block1Pass.forward(layer1Block0Pass.relu2Out); // 4 x 8 x 8
    }

    private void forwardLayer2() {
      layer2.block0.conv0.forward(layer1Block1Pass.relu2Out, layer2Block0Conv0Out); // 4 x 8 x 8
      layer2.block0.batchNorm1.forward(layer2Block0Conv0Out, layer2Block0BatchNorm1Out); // 4 x 8 x 8
      layer2.block0.add.forward(layer2Block0BatchNorm1Out, layer1Block1Pass.relu2Out, layer2.block0.relu2, layer2Block0Relu2Out); // 4 x 8 x 8
      layer2Block1Conv0Fused.forward(layer2Block0Relu2Out, layer2Block0Relu2Out, layer2Block1Relu2Out); // 4 x 8 x 8
    }

    private void forwardHead() {
      head.forward(headFlattenOut, headOut); // 2
    }

    @Override
    public void backward() {
      backwardHead();
      backwardLayer2();
    }

    private void backwardHead() {
      head.backward(headFlattenOut, headGrad, headFlattenGrad); // 256
    }

    private void backwardLayer2() {
      layer2.block1.relu2.backward(layer2Block1Relu2Out, layer2Dropout2Grad, layer2Block1AddGrad); // 4 x 8 x 8
      layer2.block1.batchNorm1.backward(layer2Block1AddGrad, layer2Block1Conv0Grad); // 4 x 8 x 8
      layer2.block1.conv0.backward(layer2Block1Conv0Grad, layer2Block0Relu2Grad2); // 4 x 8 x 8
      gradientSum.forward(layer2Block1AddGrad, layer2Block0Relu2Grad2, layer2Block0Relu2Grad); // 4 x 8 x 8
      layer2.block0.relu2.backward(layer2Block0Relu2Out, layer2Block0Relu2Grad, layer2Block0AddGrad); // 4 x 8 x 8
      layer2.block0.batchNorm1.backward(layer2Block0Conv0Out, layer2Block0AddGrad, layer2Block0Conv0Grad); // 4 x 8 x 8
      layer2.block0.conv0.backward(layer1Block1Pass.relu2Out, layer2Block0Conv0Grad, null);
    }
  }

  /** What a training step does in {@code layer1.0} and {@code layer1.1}. */
  private final class BlockTraining {
    private final Block layers;
    private Tensor relu2Out;
    private Fused conv0Fused;

    private BlockTraining(Block layers, Buffer[] memory, int batch, int... at) {
      this.layers = layers;
      relu2Out = memory[at[0]].view(batch, 4, 8, 8);
      conv0Fused = kernels.fused(layers.conv0).batchNorm(layers.batchNorm1).activation(layers.relu2);
    }

    private void forward(Tensor input) {
      conv0Fused.forward(input, input, relu2Out); // 4 x 8 x 8
    }
  }

  /**
   * The memory of a prediction for one batch size, and the prediction.
   *
   * <p>2 buffers hold 512 numbers an image.
   */
  private final class Inference implements InferencePass {
    private BlockInference layer1Block0Pass;
    private BlockInference layer1Block1Pass;
    private BlockInference layer2Block0Pass;
    private BlockInference layer2Block1Pass;
    private Tensor input;
    private Tensor stemRelu2Out;
    private Tensor headFlattenOut;
    private Tensor headOut;
    private Fused stemConv0Fused;

    private Inference(int batch) {
      Buffer[] memory = new Buffer[2];
      kernels.buffers(memory, 0, batch, 256L, 256L);
      layer1Block0Pass = new BlockInference(layer1.block0, memory, batch, 0);
      layer1Block1Pass = new BlockInference(layer1.block1, memory, batch, 1);
      layer2Block0Pass = new BlockInference(layer2.block0, memory, batch, 0);
      layer2Block1Pass = new BlockInference(layer2.block1, memory, batch, 1);
      allocateInput(memory, batch);
      allocateStem(memory, batch);
      allocateHead(memory, batch);
      stemConv0Fused = kernels.fused(stem.conv0).batchNorm(stem.batchNorm1).activation(stem.relu2);
    }

    private void allocateInput(Buffer[] memory, int batch) {
      input = memory[0].view(batch, 3, 8, 8);
    }

    private void allocateStem(Buffer[] memory, int batch) {
      stemRelu2Out = memory[1].view(batch, 4, 8, 8);
    }

    private void allocateHead(Buffer[] memory, int batch) {
      headFlattenOut = memory[1].view(batch, 4, 8, 8).reshaped(batch, 256);
      headOut = memory[0].view(batch, 2);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return headOut;
    }

    @Override
    public void run() {
      runStem();
      runLayer1();
      runLayer2();
      runHead();
    }

    private void runStem() {
      stemConv0Fused.forward(input, stemRelu2Out); // 4 x 8 x 8
    }

    private void runLayer1() {
      layer1Block0Pass.run(stemRelu2Out); // 4 x 8 x 8
      layer1Block1Pass.run(layer1Block0Pass.relu2Out); // 4 x 8 x 8
    }

    private void runLayer2() {
      layer2Block0Pass.run(layer1Block1Pass.relu2Out); // 4 x 8 x 8
      layer2Block1Pass.run(layer2Block0Pass.relu2Out); // 4 x 8 x 8
    }

    private void runHead() {
      head.forward(headFlattenOut, headOut); // 2
    }
  }

  /** What a prediction does in {@code layer1.0} and 3 blocks like it. */
  private final class BlockInference {
    private final Block layers;
    private Tensor relu2Out;
    private Fused conv0Fused;

    private BlockInference(Block layers, Buffer[] memory, int batch, int... at) {
      this.layers = layers;
      relu2Out = memory[at[0]].view(batch, 4, 8, 8);
      conv0Fused = kernels.fused(layers.conv0).batchNorm(layers.batchNorm1).activation(layers.relu2);
    }

    private void run(Tensor input) {
      conv0Fused.forward(input, input, relu2Out); // 4 x 8 x 8
    }
  }
}
