package dev.weft.runtime.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.TestArrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BfloatTest {
  private static float rounded(float value) {
    return Bfloat.toFloat(Bfloat.ofFloat(value));
  }

  @Test
  void roundsAsOneDnnDoes() {
    Bfloat16Kernels.requireThem();
    INDArray values = TestArrays.normal(1, DataType.FLOAT, 10_000).muli(1e3);
    Cpu cpu = new Cpu(Numbers.BFLOAT16);
    INDArray memory = Nd4j.createUninitializedDetached(DataType.BFLOAT16, values.length());
    Tensor tensor = new DnnlBuffer(cpu, memory).view(values.length(), 1);
    tensor.assign(values.reshape(values.length(), 1));
    double[] byOneDnn = TestArrays.values(tensor.toArray());
    for (int i = 0; i < byOneDnn.length; i++) {
      assertThat(rounded(values.getFloat(i))).isEqualTo((float) byOneDnn[i]);
    }
  }

  @Test
  void tiesGoToEvenNumbers() {
    assertThat(rounded(1 + 0x1p-8f)).isEqualTo(1);
    assertThat(rounded(1 + 3 * 0x1p-8f)).isEqualTo(1 + 0x1p-6f);
    assertThat(rounded(-1 - 0x1p-8f)).isEqualTo(-1);
  }

  @Test
  void whatIsNoNumberStaysSo() {
    assertThat(rounded(Float.NaN)).isNaN();
    assertThat(rounded(Float.intBitsToFloat(0x7f800001))).isNaN();
    assertThat(rounded(Float.NEGATIVE_INFINITY)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(rounded(Float.MAX_VALUE)).isEqualTo(Float.POSITIVE_INFINITY);
  }
}
