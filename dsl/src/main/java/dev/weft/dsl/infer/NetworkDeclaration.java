package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import java.util.List;

/**
 * A network as it was read: stages in order, each a layer.
 *
 * @param name the simple name of the declaring interface
 * @param input the shape of one input; unknown if it was declared wrongly
 * @param stages the stages in source order
 */
public record NetworkDeclaration(String name, Shape input, List<Stage> stages) {
  /** Copies the list. */
  public NetworkDeclaration {
    stages = List.copyOf(stages);
  }
}
