package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.TestArrays;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcatTest {
  private static final int[] CHANNELS = {2, 1, 3};

  private final Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 1);

  private Tensor tensor(long seed, int channels) {
    Tensor tensor = kernels.buffer(8L * channels).view(2, channels, 2, 2);
    tensor.assign(TestArrays.normal(seed, LayerUnderTest.type(DataType.FLOAT), 2, channels, 2, 2));
    return tensor;
  }

  private Tensor[] tensors(long seed) {
    return Arrays.stream(CHANNELS)
        .mapToObj(channels -> tensor(seed, channels))
        .toArray(Tensor[]::new);
  }

  /** Concatenated inputs of which one is the network's. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aGradientThatNobodyAskedForIsSkipped(int skipped) {
    Concat layer = kernels.concat();
    layer.forward(tensor(1, 6), tensors(2));
    Tensor gradient = tensor(3, 6);
    Tensor[] all = tensors(4);
    layer.backward(gradient, all);
    Tensor[] some = tensors(5);
    some[skipped] = null;
    layer.backward(gradient, some);
    for (int i = 0; i < some.length; i++) {
      if (i != skipped) {
        assertThat(some[i].toArray()).isEqualTo(all[i].toArray());
      }
    }
  }
}
