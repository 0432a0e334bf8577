package dev.weft.examples.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.testing.Libtorch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** What a network by hand consists of besides its layers: copies of a network's parameters. */
final class State {
  /** What an auxiliary head put out, and the weight of its loss. */
  record Side(Tensor logits, double weight) {}

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Set<String> unused;
  private final Masks masks;
  private final List<Side> sides = new ArrayList<>();
  private boolean training;

  State(Model model, Masks masks) {
    for (Parameter parameter : model.parameters()) {
      tensors.put(parameter.name(), Libtorch.leaf(parameter.get()));
    }
    for (Parameter parameter : model.statistics()) {
      tensors.put(parameter.name(), Libtorch.tensor(parameter.get()));
    }
    unused = new HashSet<>(tensors.keySet());
    this.masks = masks;
  }

  /**
   * The logits for images in a training step, after which {@link #sides} has those of the heads.
   */
  Tensor train(ByHand network, Tensor images) {
    training = true;
    Tensor logits = network.logits(new Features(this, images)).values();
    assertThat(unused).as("parameters that the network by hand does not know").isEmpty();
    return logits;
  }

  Tensor infer(ByHand network, Tensor images) {
    training = false;
    return network.logits(new Features(this, images)).values();
  }

  /** The parameter or statistic of a name, if it has the shape that it must have. */
  Tensor get(String name, long... shape) {
    Tensor tensor = tensors.get(name);
    assertThat(tensor).as("%s is among %s", name, tensors.keySet()).isNotNull();
    assertThat(tensor.shape()).as(name + ": shape").isEqualTo(shape);
    unused.remove(name);
    return tensor;
  }

  /** The parameter or statistic of a name. */
  Tensor get(String name) {
    return tensors.get(name);
  }

  boolean training() {
    return training;
  }

  Masks masks() {
    return masks;
  }

  List<Side> sides() {
    return sides;
  }
}
