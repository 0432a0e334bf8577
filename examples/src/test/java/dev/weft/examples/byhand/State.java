package dev.weft.examples.byhand;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.testing.Libtorch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** What a network by hand consists of besides its layers: parameters, statistics, and dropout. */
public final class State {
  /**
   * What an auxiliary head put out.
   *
   * @param logits its output
   * @param weight the weight of its loss
   */
  public record Side(Tensor logits, double weight) {}

  private final Map<String, Tensor> tensors;
  private final Dropout dropout;

  /** Those of which it is not yet known that the network has them and in which shape. */
  private final Set<String> unused;

  private final List<Side> sides = new ArrayList<>();
  private boolean training;

  /**
   * Of parameters, by which libtorch can differentiate, and statistics, under the names that the
   * network gives them.
   */
  public State(Map<String, Tensor> tensors, Dropout dropout) {
    this.tensors = Map.copyOf(tensors);
    this.dropout = dropout;
    unused = new HashSet<>(tensors.keySet());
  }

  /** Of copies of what a model has. */
  static State of(Model model, Dropout dropout) {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters()) {
      copies.put(parameter.name(), Libtorch.leaf(parameter.get()));
    }
    for (Parameter parameter : model.statistics()) {
      copies.put(parameter.name(), Libtorch.tensor(parameter.get()));
    }
    return new State(copies, dropout);
  }

  /**
   * The logits for images in a training step, after which {@link #sides} has those of the heads.
   *
   * @throws IllegalStateException if there are parameters that the network does not know
   */
  public Tensor train(ByHand network, Tensor images) {
    training = true;
    sides.clear();
    Tensor logits = network.logits(new Features(this, images)).values();
    if (!unused.isEmpty()) {
      throw new IllegalStateException("the network by hand does not know " + unused);
    }
    return logits;
  }

  /** The logits for images in inference. */
  public Tensor infer(ByHand network, Tensor images) {
    training = false;
    return network.logits(new Features(this, images)).values();
  }

  /**
   * The parameter or statistic of a name.
   *
   * @throws IllegalStateException if there is none, or it has not the shape that it must have
   */
  Tensor get(String name, long... shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalStateException(name + " is not among " + tensors.keySet());
    }
    // Once is enough: a step is timed, too.
    if (unused.remove(name) && !Arrays.equals(tensor.shape(), shape)) {
      throw new IllegalStateException(
          name
              + " has the shape "
              + Arrays.toString(tensor.shape())
              + ", but must have "
              + Arrays.toString(shape));
    }
    return tensor;
  }

  /** The parameter or statistic of a name. */
  Tensor get(String name) {
    return tensors.get(name);
  }

  boolean training() {
    return training;
  }

  Dropout dropout() {
    return dropout;
  }

  /** What the heads put out in the last training step. */
  public List<Side> sides() {
    return sides;
  }
}
