package dev.weft.runtime.optimize;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.testing.ArrayTensor;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GradientClipTest {
  private final Parameter one = parameter(1, 7, 5);
  private final Parameter other = parameter(2, 11);

  private static Parameter parameter(int seed, long... dims) {
    Parameter parameter = ArrayTensor.parameter("p" + seed, Nd4j.zeros(DataType.FLOAT, dims));
    parameter.gradient().assign(TestArrays.normal(seed, DataType.FLOAT, dims));
    return parameter;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 3, 1000})
  @Tag("torch")
  void theNormIsThatOfLibtorch(double most) {
    Tensor first = leaf(one);
    Tensor second = leaf(other);
    torch.clip_grad_norm_(new TensorVector(first, second), most);
    GradientClip.norm(most).apply(List.of(one, other));
    assertClose("first", one.gradient().toArray(), Libtorch.array(first.grad()), 1e-6);
    assertClose("second", other.gradient().toArray(), Libtorch.array(second.grad()), 1e-6);
  }

  private static Tensor leaf(Parameter parameter) {
    INDArray gradient = parameter.gradient().toArray();
    Tensor leaf = Libtorch.leaf(parameter.get());
    leaf.mul(Libtorch.tensor(gradient)).sum().backward();
    return leaf;
  }

  @Test
  void elementsAreBounded() {
    INDArray before = one.gradient().toArray();
    GradientClip.value(0.5).apply(List.of(one));
    for (long i = 0; i < before.length(); i++) {
      double expected = Math.max(-0.5, Math.min(0.5, before.getDouble(i)));
      assertThat(one.gradient().toArray().getDouble(i)).isEqualTo(expected);
    }
    assertThat(before.amaxNumber().doubleValue()).isGreaterThan(0.5);
  }

  @Test
  void boundsMustBePositive() {
    assertThatThrownBy(() -> GradientClip.norm(0))
        .hasMessage("the bound of gradients must be above 0, but is 0.0");
    assertThatThrownBy(() -> GradientClip.value(Double.NaN)).hasMessageContaining("NaN");
  }
}
