package dev.weft.runtime.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Arithmetic;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DnnlArithmeticTest {
  private final Arithmetic arithmetic = new DnnlArithmetic(new Cpu(Numbers.FLOAT));
  private final INDArray y = Nd4j.createFromArray(1f, 2f, 3f, 4f);
  private final INDArray x = Nd4j.createFromArray(10f, 20f, 30f, 40f);
  private final INDArray z = Nd4j.createFromArray(8f, 4f, 2f, 0f);

  @Test
  void addsTwoArraysToAPartOfAThird() {
    arithmetic.sum(y, 0.5, 2, x, 0.25, z);
    assertThat(y.toFloatVector()).containsExactly(22.5f, 42, 62, 82);
  }

  @Test
  void addsOneArray() {
    arithmetic.sum(y, -1, 0.5, x, Double.NaN, null);
    assertThat(y.toFloatVector()).containsExactly(4, 8, 12, 16);
  }

  @Test
  void factorsMayChangeFromSumToSum() {
    arithmetic.sum(y, 0, 1, x, 1, z);
    arithmetic.sum(y, 2, 3, x, 4, z);
    assertThat(y.toFloatVector()).containsExactly(98, 124, 162, 200);
    arithmetic.sum(y, 1, -1, z, 0, null);
    arithmetic.sum(y, 1, -2, z, 0, null);
    assertThat(y.toFloatVector()).containsExactly(74, 112, 156, 200);
  }

  @Test
  void partsOfArraysAreTakenWhereTheyLie() {
    INDArray end = y.get(NDArrayIndex.interval(2, 4));
    arithmetic.sum(end, 1, 1, x.get(NDArrayIndex.interval(1, 3)), 0, null);
    assertThat(y.toFloatVector()).containsExactly(1, 2, 23, 34);
  }
}
