package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.TestArrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MaxPoolTest {
  private static LayerUnderTest pool(Window window) {
    return new LayerUnderTest(new Nd4jKernels(DataType.FLOAT, 1), new MaxPoolOp(window));
  }

  private static INDArray image(int size, double... values) {
    return TestArrays.array(values, LayerUnderTest.type(DataType.FLOAT), 1, 1, size, size);
  }

  @Test
  void paddingNeverWins() {
    INDArray output =
        pool(Window.of(2, 2).stride(2, 2).padding(1, 1)).forward(image(2, -4, -3, -2, -1));
    assertThat(TestArrays.values(output)).containsExactly(-4, -3, -2, -1);
  }

  @Test
  void gradientGoesToTheFirstOfEqualMaxima() {
    LayerUnderTest pool = pool(Window.of(2, 2).stride(2, 2));
    pool.forward(image(4, 0, 0, 1, 5, 0, 0, 5, 2, 3, 3, 1, 2, 3, 3, 2, 2));
    INDArray gradient = pool.backward(image(2, 10, 20, 30, 40)).get(0);
    assertThat(TestArrays.values(gradient))
        .containsExactly(10, 0, 0, 20, 0, 0, 0, 0, 30, 0, 0, 40, 0, 0, 0, 0);
  }

  @Test
  void gradientsOfOverlappingWindowsAddUp() {
    LayerUnderTest pool = pool(Window.of(2, 2));
    pool.forward(image(3, 0, 0, 0, 0, 9, 0, 0, 0, 0));
    INDArray gradient = pool.backward(image(2, 1, 2, 3, 4)).get(0);
    assertThat(TestArrays.values(gradient)).containsExactly(0, 0, 0, 0, 10, 0, 0, 0, 0);
  }
}
