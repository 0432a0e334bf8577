package dev.weft.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whatever may share memory gives the same numbers when it does. */
public abstract class Aliasing {
  private static final long[] DIMS = {3, 4, 5, 2};

  private final Kernels kernels;

  /** The layers of some kernels in float or bfloat16. */
  protected Aliasing(Kernels kernels) {
    this.kernels = kernels;
  }

  private Tensor tensor(long seed) {
    return TestTensors.of(
        kernels, TestArrays.normal(seed, LayerUnderTest.type(DataType.FLOAT), DIMS));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void elementwise(Activation function) {
    assertWorksInPlace(kernels.elementwise("layer", new ActivationOp(function)));
  }

  @Test
  void leakyRelu() {
    assertWorksInPlace(kernels.leakyRelu("layer", new LeakyReluOp(0.3)));
  }

  private void assertWorksInPlace(Elementwise layer) {
    Tensor y = tensor(2);
    Tensor inPlace = tensor(1);
    layer.forward(tensor(1), y);
    layer.forward(inPlace, inPlace);
    assertThat(inPlace.toArray()).isEqualTo(y.toArray());

    Tensor gx = tensor(3);
    Tensor gradient = tensor(4);
    layer.backward(y, tensor(4), gx);
    layer.backward(y, gradient, gradient);
    assertThat(gradient.toArray()).isEqualTo(gx.toArray());
    layer.backward(y, tensor(4), y);
    assertThat(y.toArray()).isEqualTo(gx.toArray());
  }

  @Test
  void addition() {
    Tensor y = tensor(3);
    kernels.add("layer").forward(tensor(1), tensor(2), y);
    Tensor a = tensor(1);
    kernels.add("layer").forward(a, tensor(2), a);
    Tensor b = tensor(2);
    kernels.add("layer").forward(tensor(1), b, b);
    assertThat(a.toArray()).isEqualTo(y.toArray());
    assertThat(b.toArray()).isEqualTo(y.toArray());
    Tensor doubled = tensor(3);
    kernels.add("layer").forward(a, a, doubled);
    assertThat(doubled.toArray()).isEqualTo(y.toArray().mul(2));
    Tensor twice = tensor(1);
    kernels.add("layer").forward(twice, twice, twice);
    assertThat(twice.toArray()).isEqualTo(tensor(1).toArray().mul(2));
  }

  @Test
  void batchNormalisation() {
    BatchNorm layer = kernels.batchNorm("bn", new BatchNormOp(4, 1e-5, 0.1));
    Tensor x = tensor(1);
    Tensor y = tensor(2);
    Tensor inPlace = tensor(1);
    layer.infer(x, y);
    layer.infer(inPlace, inPlace);
    assertThat(inPlace.toArray()).isEqualTo(y.toArray());

    inPlace = tensor(1);
    layer.forward(x, y);
    layer.forward(inPlace, inPlace);
    assertThat(inPlace.toArray()).isEqualTo(y.toArray());

    Tensor gx = tensor(3);
    Tensor gradient = tensor(4);
    layer.backward(x, tensor(4), gx);
    layer.backward(x, gradient, gradient);
    assertThat(gradient.toArray()).isEqualTo(gx.toArray());
  }

  @Test
  void layerNormalisation() {
    LayerNorm layer = kernels.layerNorm("norm", new LayerNormOp(Shape.of(4, 5, 2), 1e-5));
    assertWorksInPlace(layer::forward, layer::backward);
  }

  @Test
  void groupNormalisation() {
    GroupNorm layer = kernels.groupNorm("norm", new GroupNormOp(4, 2, 1e-5, true));
    assertWorksInPlace(layer::forward, layer::backward);
    GroupNorm plain = kernels.groupNorm("plain", new GroupNormOp(4, 4, 1e-5, false));
    assertWorksInPlace(plain::forward, plain::backward);
  }

  private interface Backward {
    void run(Tensor x, Tensor gy, Tensor gx);
  }

  private void assertWorksInPlace(BiConsumer<Tensor, Tensor> forward, Backward backward) {
    Tensor x = tensor(1);
    Tensor y = tensor(2);
    Tensor inPlace = tensor(1);
    forward.accept(x, y);
    forward.accept(inPlace, inPlace);
    assertThat(inPlace.toArray()).isEqualTo(y.toArray());

    Tensor gx = tensor(3);
    Tensor gradient = tensor(4);
    backward.run(x, tensor(4), gx);
    backward.run(x, gradient, gradient);
    assertThat(gradient.toArray()).isEqualTo(gx.toArray());
  }

  @Test
  void dropPath() {
    DropPath layer = kernels.dropPath("layer", new DropPathOp(0.5));
    Tensor x = tensor(1);
    Tensor mask = TestTensors.zeros(kernels, 3, 1);
    layer.forward(x, mask, x);
    INDArray factors = mask.toArray().reshape('c', 3, 1, 1, 1);
    INDArray once = tensor(1).toArray().mul(factors);
    assertThat(x.toArray()).isEqualTo(once);
    layer.backward(mask, x, x);
    assertThat(x.toArray()).isEqualTo(once.mul(factors));
  }

  @Test
  void dropout() {
    Dropout layer = kernels.dropout("layer", new DropoutOp(0.5));
    Tensor x = tensor(1);
    Tensor mask = tensor(2);
    layer.forward(x, mask, x);
    INDArray once = tensor(1).toArray().mul(mask.toArray());
    INDArray twice = once.mul(mask.toArray());
    assertThat(x.toArray()).isEqualTo(once);
    layer.backward(mask, x, x);
    assertThat(x.toArray()).isEqualTo(twice);
    Tensor gradient = tensor(3);
    gradient.assign(once);
    layer.backward(mask, gradient, mask);
    assertThat(mask.toArray()).isEqualTo(twice);
  }

  @Test
  void viewsOfOneBufferShareItsFirstElements() {
    Buffer buffer = kernels.buffer(24);
    Tensor image = buffer.view(2, 2, 3, 2);
    Tensor smaller = buffer.view(1, 4);
    image.assign(TestArrays.normal(1, LayerUnderTest.type(DataType.FLOAT), 2, 2, 3, 2));
    double[] stored = TestArrays.values(image.storage());
    assertThat(TestArrays.values(smaller.toArray())).isEqualTo(Arrays.copyOf(stored, 4));
    smaller.storage().assign(7);
    assertThat(TestArrays.values(image.storage())).startsWith(7, 7, 7, 7);
    assertThat(TestArrays.values(image.storage())[4]).isEqualTo(stored[4]);
  }
}
