package dev.weft.examples.networks;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class TinyResNetTest {
  private static final double TOLERANCE = 1e-4;

  private final TinyResNetNetwork network =
      new TinyResNetNetwork(ModelOptions.defaults().seed(11).withInputGradient());
  private final Map<String, Tensor> state = new LinkedHashMap<>();

  /** The network written by hand from the paper, with the parameters of ours by their names. */
  private final class ByHand {
    private final boolean training;

    ByHand(boolean training) {
      this.training = training;
    }

    Tensor logits(Tensor x) {
      x = torch.relu(norm(conv(x, "stem.0", 1, 1), "stem.1"));
      x = torch.relu(block(x, "layer1.0", 1).add(x));
      x = torch.relu(block(x, "layer1.1", 1).add(x));
      x = torch.relu(block(x, "layer2.0", 2).add(optionA(x)));
      x = torch.relu(block(x, "layer2.1", 1).add(x));
      x = torch.relu(block(x, "layer3.0", 2).add(conv(x, "layer3.0.shortcut", 2, 0)));
      x = torch.relu(block(x, "layer3.1", 1).add(x));
      x = torch.flatten(torch.adaptive_avg_pool2d(x, 1, 1), 1, -1);
      return torch.linear(x, state.get("fc.weight"), new TensorOptional(state.get("fc.bias")));
    }

    private Tensor block(Tensor x, String name, int stride) {
      Tensor y = torch.relu(norm(conv(x, name + ".conv1", stride, 1), name + ".bn1"));
      return norm(conv(y, name + ".conv2", 1, 1), name + ".bn2");
    }

    private Tensor optionA(Tensor x) {
      Tensor rows = x.slice(2, new LongOptional(), new LongOptional(), 2);
      Tensor pixels = rows.slice(3, new LongOptional(), new LongOptional(), 2);
      return torch.constant_pad_nd(pixels, 0, 0, 0, 0, 8, 8);
    }

    private Tensor conv(Tensor x, String name, int stride, int padding) {
      return torch.conv2d(
          x,
          state.get(name + ".weight"),
          new TensorOptional(),
          new long[] {stride},
          new long[] {padding},
          new long[] {1},
          1);
    }

    private Tensor norm(Tensor x, String name) {
      return torch.batch_norm(
          x,
          new TensorOptional(state.get(name + ".weight")),
          new TensorOptional(state.get(name + ".bias")),
          new TensorOptional(state.get(name + ".running_mean")),
          new TensorOptional(state.get(name + ".running_var")),
          training,
          0.1,
          1e-5,
          false);
    }
  }

  @Test
  @Tag(Libtorch.TAG)
  void outputsGradientsAndStatisticsAgreeWithLibtorch() {
    INDArray images = TestArrays.normal(1, DataType.FLOAT, 3, 3, 32, 32);
    INDArray outputGradient = TestArrays.normal(2, DataType.FLOAT, 3, 10);
    network.parameters().forEach(p -> state.put(p.name(), Libtorch.leaf(p.get())));
    network.statistics().forEach(p -> state.put(p.name(), Libtorch.tensor(p.get())));

    Tensor x = Libtorch.leaf(images);
    Tensor logits = new ByHand(true).logits(x);
    assertClose("forward", network.forward(images), Libtorch.array(logits), TOLERANCE);

    network.backward(outputGradient);
    List<INDArray> expected = Libtorch.gradients(logits, outputGradient, List.of(x));
    assertClose("input", network.inputGradient(), expected.get(0), TOLERANCE);
    for (Parameter p : network.parameters()) {
      INDArray gradient = Libtorch.array(state.get(p.name()).grad());
      assertClose(p.name(), p.gradient().toArray(), gradient, TOLERANCE);
    }
    for (Parameter p : network.statistics()) {
      assertClose(p.name(), p.get(), Libtorch.array(state.get(p.name())), TOLERANCE);
    }
    Tensor predicted = new ByHand(false).logits(Libtorch.tensor(images));
    assertClose("predict", network.predict(images), Libtorch.array(predicted), TOLERANCE);
  }

  @Test
  void parametersAreCountedAsHeld() {
    long sizes = network.parameters().stream().mapToLong(Parameter::size).sum();
    assertThat(TinyResNetNetwork.PARAMETERS).isEqualTo(sizes);
  }
}
