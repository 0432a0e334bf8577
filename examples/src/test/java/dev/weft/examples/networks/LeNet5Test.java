package dev.weft.examples.networks;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class LeNet5Test {
  private final LeNet5Network network = new LeNet5Network(ModelOptions.defaults().seed(5));

  @Test
  void parametersAreThePublishedOnesAndTheArraysRealSizes() {
    long sizes = network.parameters().stream().mapToLong(p -> p.get().length()).sum();
    assertThat(LeNet5Network.PARAMETERS).isEqualTo(61_706).isEqualTo(sizes);
    assertThat(LeNet5Network.MACS).isEqualTo(416_520);
    assertThat(network.summary()).contains("416,520").contains("61,706");
    assertThat(network.parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "c1.0.weight",
            "c1.0.bias",
            "c3.0.weight",
            "c3.0.bias",
            "c5.0.weight",
            "c5.0.bias",
            "f6.0.weight",
            "f6.0.bias",
            "output.weight",
            "output.bias");
  }

  @Test
  @Tag(Libtorch.TAG)
  void outputsAndGradientsAgreeWithLibtorch() {
    INDArray images = TestArrays.normal(1, DataType.FLOAT, 4, 1, 32, 32);
    INDArray outputGradient = TestArrays.normal(2, DataType.FLOAT, 4, 10);
    List<Tensor> p = new ArrayList<>();
    network.parameters().forEach(parameter -> p.add(Libtorch.leaf(parameter.get())));

    Tensor x = Libtorch.tensor(images);
    x = torch.avg_pool2d(torch.tanh(conv(x, p.get(0), p.get(1))), 2);
    x = torch.avg_pool2d(torch.tanh(conv(x, p.get(2), p.get(3))), 2);
    x = torch.flatten(torch.tanh(conv(x, p.get(4), p.get(5))), 1, -1);
    x = torch.tanh(torch.linear(x, p.get(6), new TensorOptional(p.get(7))));
    Tensor logits = torch.linear(x, p.get(8), new TensorOptional(p.get(9)));

    assertClose("predict", network.predict(images), Libtorch.array(logits), 1e-4);
    assertClose("forward", network.forward(images), Libtorch.array(logits), 1e-4);
    network.backward(outputGradient);
    List<INDArray> expected = Libtorch.gradients(logits, outputGradient, p);
    for (int i = 0; i < expected.size(); i++) {
      Parameter parameter = network.parameters().get(i);
      assertClose(parameter.name(), parameter.gradient().toArray(), expected.get(i), 1e-4);
    }
  }

  private static Tensor conv(Tensor x, Tensor weight, Tensor bias) {
    long[] one = {1};
    return torch.conv2d(x, weight, new TensorOptional(bias), one, new long[] {0}, one, 1);
  }
}
