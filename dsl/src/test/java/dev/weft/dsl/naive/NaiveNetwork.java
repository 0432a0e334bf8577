package dev.weft.dsl.naive;

import dev.weft.dsl.Join;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.problem.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The naive calculator: the output of a network, or its first mistake. */
public final class NaiveNetwork {
  private NaiveNetwork() {}

  /** Walks through a network in the order in which data flows. */
  public static Outcome of(NetworkDeclaration declaration) {
    Tally tally = new Tally();
    try {
      Value input = new Value(declaration.input().toArray());
      Value output = stages(declaration.stages(), input, tally);
      if (output == input) {
        throw new Wrong(Code.EMPTY_NETWORK);
      }
      return new Outcome(null, output.shape(), tally.parameters, tally.macs);
    } catch (Wrong wrong) {
      return new Outcome(wrong.code(), null, 0, 0);
    }
  }

  /** The shape that a layer makes of another; empty if it makes a mistake. */
  public static Optional<Shape> after(dev.weft.dsl.Layer layer, Shape input) {
    try {
      return Optional.of(
          new NaiveBlocks(new Tally()).apply(layer, new Value(input.toArray())).shape());
    } catch (Wrong wrong) {
      return Optional.empty();
    }
  }

  /** The shapes that the stages of a network without mistakes get. */
  static Map<String, Shape> inputs(NetworkDeclaration network) {
    Map<String, Shape> inputs = new HashMap<>();
    stages(network.stages(), new Value(network.input().toArray()), new Tally(), inputs);
    return inputs;
  }

  static Value stages(List<Stage> stages, Value input, Tally tally) {
    return stages(stages, input, tally, new HashMap<>());
  }

  private static Value stages(
      List<Stage> stages, Value input, Tally tally, Map<String, Shape> inputs) {
    NaiveBlocks blocks = new NaiveBlocks(tally);
    Map<String, Value> values = new HashMap<>(Map.of("input", input));
    Set<String> unread = new HashSet<>();
    String before = "input";
    for (Stage stage : stages) {
      StageInput from = stage.input().orElse(new StageInput(List.of(before), Join.CONCAT));
      List<Value> sources = new ArrayList<>();
      for (String name : from.stages()) {
        NaiveLayers.require(values.containsKey(name), Code.UNKNOWN_STAGE);
        unread.remove(name);
        sources.add(values.get(name));
      }
      Value joined = sources.get(0);
      if (sources.size() > 1) {
        joined = from.join() == Join.CONCAT ? blocks.concatenated(sources) : blocks.added(sources);
      }
      inputs.put(stage.name(), joined.shape());
      values.put(stage.name(), blocks.apply(stage.layer(), joined));
      before = stage.name();
      unread.add(before);
    }
    NaiveLayers.require(unread.equals(Set.of(before)), Code.UNUSED_STAGE);
    return values.get(before);
  }
}
