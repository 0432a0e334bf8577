package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.Closeness.assertClose;

import dev.weft.dsl.Activation;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is computed at once, against libtorch. */
@Tag(Libtorch.TAG)
public abstract class FusedLayers {
  private static final int CHANNELS = 4;
  private static final BatchNormOp NORM = new BatchNormOp(6, 1e-3, 0.1);
  private static final ActivationOp SWISH = new ActivationOp(Activation.SWISH);

  private final boolean hasDouble;
  private final double tolerance;

  /**
   * Fused layers in float.
   *
   * @param hasDouble whether the kernels have double precision, too
   */
  protected FusedLayers(boolean hasDouble) {
    this(hasDouble, 1e-5);
  }

  /**
   * Fused layers of some precision.
   *
   * @param hasDouble whether the kernels have double precision, too
   * @param tolerance the largest difference, as a part of the largest number of a tensor
   */
  protected FusedLayers(boolean hasDouble, double tolerance) {
    this.hasDouble = hasDouble;
    this.tolerance = tolerance;
  }

  /** New kernels. */
  protected abstract Kernels kernels(DataType type);

  /** What is fused with what, and where its addend stands. */
  private enum Case {
    CONV_NORM(conv(), true, false, Shared.NOTHING, 5, 5),
    CONV_NORM_ACTIVATION(conv(), true, true, Shared.NOTHING, 5, 5),
    CONV_ACTIVATION(conv(), false, true, Shared.NOTHING, 5, 5),
    CONV_NORM_ADD_ACTIVATION(conv(), true, true, Shared.OTHER, 5, 5),
    CONV_NORM_ADD_IN_PLACE(conv().noBias(), true, true, Shared.ADDEND, 5, 5),
    CONV_ADD(conv(), false, false, Shared.ADDEND, 5, 5),
    GROUPED_CONV(conv().groups(2), true, true, Shared.ADDEND, 5, 5),
    DENSE_NORM_ACTIVATION(DenseOp.of(CHANNELS, 6), true, true, Shared.NOTHING),
    DENSE_NORM_ADD(DenseOp.of(CHANNELS, 6).noBias(), true, false, Shared.ADDEND),
    DENSE_ADD_ACTIVATION(DenseOp.of(CHANNELS, 6), false, true, Shared.OTHER),
    NORM_ACTIVATION(NORM, false, true, Shared.NOTHING, 5, 3),
    NORM_ACTIVATION_IN_PLACE(NORM, false, true, Shared.INPUT, 5, 3),
    NORM_ADD(NORM, false, false, Shared.OTHER, 5, 3),
    NORM_ADD_IN_PLACE(NORM, false, true, Shared.ADDEND, 5, 3),
    NORM_ADD_OVER_THE_INPUT(NORM, false, true, Shared.INPUT_ADDING, 5, 3),
    NORM_OF_A_VECTOR(NORM, false, true, Shared.OTHER);

    /** Whose memory the output shares, and whether something is added. */
    enum Shared {
      NOTHING,
      INPUT,
      OTHER,
      ADDEND,
      INPUT_ADDING
    }

    final Op first;
    final boolean hasNorm;
    final boolean isActive;
    final Shared shared;
    final long[] size;

    Case(Op first, boolean hasNorm, boolean isActive, Shared shared, long... size) {
      this.first = first;
      this.hasNorm = hasNorm;
      this.isActive = isActive;
      this.shared = shared;
      this.size = size;
    }

    private static ConvOp conv() {
      return ConvOp.of(CHANNELS, 6, Window.of(3, 3).padding(1, 1));
    }

    boolean adds() {
      return shared.ordinal() >= Shared.OTHER.ordinal();
    }

    long[] dims(long channels) {
      long[] dims = new long[2 + size.length];
      dims[0] = 3;
      dims[1] = channels;
      System.arraycopy(size, 0, dims, 2, size.length);
      return dims;
    }
  }

  private static INDArray normal(long seed, DataType type, long... dims) {
    return TestArrays.normal(seed, LayerUnderTest.type(type), dims);
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithLibtorch(Case fusion) {
    check(fusion, DataType.FLOAT, tolerance);
    if (hasDouble) {
      check(fusion, DataType.DOUBLE, 1e-12);
    }
  }

  private void check(Case fusion, DataType type, double tolerance) {
    Kernels kernels = kernels(type);
    Fused fused = fused(fusion, kernels);
    INDArray input = normal(1, type, fusion.dims(fusion.first == NORM ? 6 : CHANNELS));
    INDArray addend = fusion.adds() ? normal(2, type, fusion.dims(6)) : null;
    // Twice, for the first run must not change what the second computes with.
    for (int run = 0; run < 2; run++) {
      TestParameters.draw(kernels.parameters());
      INDArray output = run(fusion, fused, kernels, input, addend);
      assertClose(fusion.name(), output, expected(fusion, kernels, input, addend), tolerance);
    }
  }

  private static Fused fused(Case fusion, Kernels kernels) {
    Fused fused =
        fusion.first instanceof ConvOp conv
            ? kernels.fused(kernels.conv2d("first", conv))
            : fusion.first instanceof DenseOp dense
                ? kernels.fused(kernels.dense("first", dense))
                : kernels.fused(kernels.batchNorm("first", NORM));
    if (fusion.hasNorm) {
      fused = fused.batchNorm(kernels.batchNorm("norm", NORM));
    }
    return fusion.isActive ? fused.activation(kernels.elementwise("layer", SWISH)) : fused;
  }

  private static INDArray run(
      Case fusion, Fused fused, Kernels kernels, INDArray input, INDArray addend) {
    Tensor x = TestTensors.of(kernels, input);
    Tensor other = addend == null ? null : TestTensors.of(kernels, addend);
    Tensor y =
        switch (fusion.shared) {
          case NOTHING, OTHER ->
              TestTensors.of(kernels, normal(9, DataType.DOUBLE, fusion.dims(6)));
          case INPUT, INPUT_ADDING -> x;
          case ADDEND -> other;
        };
    if (other == null) {
      fused.forward(x, y);
    } else {
      fused.forward(x, other, y);
    }
    return y.toArray();
  }

  private static INDArray expected(Case fusion, Kernels kernels, INDArray input, INDArray addend) {
    org.bytedeco.pytorch.Tensor value =
        apply(fusion.first, Libtorch.tensor(input), parameters(kernels, "first"));
    if (fusion.hasNorm) {
      value = apply(NORM, value, parameters(kernels, "norm"));
    }
    if (addend != null) {
      value = value.add(Libtorch.tensor(addend));
    }
    return Libtorch.array(fusion.isActive ? apply(SWISH, value, List.of()) : value);
  }

  private static org.bytedeco.pytorch.Tensor apply(
      Op op, org.bytedeco.pytorch.Tensor x, List<org.bytedeco.pytorch.Tensor> parameters) {
    return LibtorchOps.forward(op, List.of(x), parameters, false);
  }

  private static List<org.bytedeco.pytorch.Tensor> parameters(Kernels kernels, String layer) {
    Stream<Parameter> own =
        kernels.parameters().stream().filter(one -> one.name().startsWith(layer + "."));
    return own.map(Parameter::get).map(Libtorch::tensor).toList();
  }

  @Test
  void aChangedParameterIsSeen() {
    Case fusion = Case.CONV_NORM_ACTIVATION;
    Kernels kernels = kernels(DataType.FLOAT);
    Fused fused = fused(fusion, kernels);
    INDArray input = normal(1, DataType.FLOAT, fusion.dims(CHANNELS));
    run(fusion, fused, kernels, input, null);
    TestParameters.draw(kernels.parameters());
    INDArray output = run(fusion, fused, kernels, input, null);
    assertClose("after a change", output, expected(fusion, kernels, input, null), tolerance);
  }
}
