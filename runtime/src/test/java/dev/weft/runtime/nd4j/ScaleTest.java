package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestTensors;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private final Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 1);

  private Tensor tensor(long seed, long... dims) {
    return TestTensors.of(
        kernels, TestArrays.normal(seed, LayerUnderTest.type(DataType.FLOAT), dims));
  }

  /** One of the two inputs may be the network's. */
  @Test
  void aGradientThatNobodyAskedForIsSkipped() {
    Scale layer = kernels.scale("layer");
    Tensor x = tensor(1, 2, 3, 4, 5);
    Tensor factors = tensor(2, 2, 3, 1, 1);
    Tensor gy = tensor(3, 2, 3, 4, 5);
    Tensor gx = tensor(4, 2, 3, 4, 5);
    Tensor gf = tensor(5, 2, 3, 1, 1);
    layer.backward(x, factors, gy, gx, gf);
    Tensor onlyX = tensor(6, 2, 3, 4, 5);
    layer.backward(x, factors, gy, onlyX, null);
    Tensor onlyFactors = tensor(7, 2, 3, 1, 1);
    layer.backward(x, factors, gy, null, onlyFactors);
    assertThat(onlyX.toArray()).isEqualTo(gx.toArray());
    assertThat(onlyFactors.toArray()).isEqualTo(gf.toArray());
  }
}
