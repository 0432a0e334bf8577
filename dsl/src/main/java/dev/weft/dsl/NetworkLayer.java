package dev.weft.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Another network as a block: its stages become the block's children, under their names.
 *
 * <pre>{@code
 * default Layer backbone() { return network(ResNet18.class).until("fc"); }
 * default Layer head()     { return dense(2); }
 * }</pre>
 *
 * @param name the given name, or null
 * @param network the simple name of the other network
 * @param stages its stages, in order
 */
public record NetworkLayer(String name, String network, List<Stage> stages) implements Layer {
  /** Copies the list; made by {@link Layers#network}. */
  public NetworkLayer {
    stages = List.copyOf(stages);
  }

  /**
   * This network up to but without a stage, for example its classifier.
   *
   * @throws IllegalArgumentException if there is no such stage, or nothing before it
   */
  public NetworkLayer until(String stage) {
    List<String> names = stages.stream().map(Stage::name).toList();
    int end = names.indexOf(stage);
    if (end < 0) {
      throw new IllegalArgumentException(
          network + " has no stage \"" + stage + "\"; " + Nearest.hint(stage, names));
    }
    if (end == 0) {
      throw new IllegalArgumentException(
          "\"" + stage + "\" is the first stage of " + network + ": nothing is left before it");
    }
    return new NetworkLayer(name, network, needed(stages.subList(0, end)));
  }

  /** The stages without those that only served stages which are gone. */
  private static List<Stage> needed(List<Stage> stages) {
    List<Stage> needed = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = stages.size() - 1; i >= 0; i--) {
      Stage stage = stages.get(i);
      if (needed.isEmpty() || read.contains(stage.name())) {
        needed.add(0, stage);
        boolean isFirst = i == 0;
        if (stage.input().isPresent()) {
          read.addAll(stage.input().get().stages());
        } else if (!isFirst) {
          read.add(stages.get(i - 1).name());
        }
      }
    }
    return needed;
  }

  @Override
  public NetworkLayer named(String name) {
    return new NetworkLayer(Arguments.name(name), network, stages);
  }

  @Override
  public String kind() {
    return "network";
  }

  @Override
  public List<Layer> children() {
    return stages.stream().map(Stage::layer).filter(Objects::nonNull).toList();
  }
}
