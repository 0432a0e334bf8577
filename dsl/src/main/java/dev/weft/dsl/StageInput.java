package dev.weft.dsl;

import java.util.List;

/**
 * Where a stage takes its input from, if not from the stage before it.
 *
 * @param stages the names of stages above it, or {@link #NETWORK} for the network's own input
 * @param join how several become one
 */
public record StageInput(List<String> stages, Join join) implements Declared {
  /** The name of the network's input among those of the stages. */
  public static final String NETWORK = "input";

  /** Copies the list. */
  public StageInput {
    stages = List.copyOf(stages);
  }
}
