package dev.weft.processor.source.interpret;

import dev.weft.dsl.Stage;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** How the stages of a network are read that stands as a block in another. */
public interface OtherNetworks {
  /**
   * The stage that a method of the other network declares, without a layer if it is wrong; empty if
   * it is a helper.
   *
   * @param calls the calls that led there, with the stage itself innermost
   */
  Optional<Stage> read(ExecutableElement method, TypeElement network, CallStack calls);
}
