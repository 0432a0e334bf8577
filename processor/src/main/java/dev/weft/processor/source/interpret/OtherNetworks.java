package dev.weft.processor.source.interpret;

import dev.weft.dsl.Stage;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;

/** How the stages of a network are read that stands as a block in another. */
public interface OtherNetworks {
  /**
   * The stages of the other network; those that are wrong have no layer.
   *
   * @param calls the calls that led to a stage, with the stage of that name innermost
   */
  List<Stage> read(TypeElement network, Function<String, CallStack> calls);
}
