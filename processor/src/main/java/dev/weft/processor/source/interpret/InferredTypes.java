package dev.weft.processor.source.interpret;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;

/** Variables without a written type. */
final class InferredTypes {
  private InferredTypes() {}

  /** Whether a variable is declared with {@code var}, or is a lambda's bare parameter. */
  static boolean isInferred(VariableTree variable) {
    return variable.getType() == null
        || variable.getType() instanceof IdentifierTree name && name.getName().contentEquals("var");
  }
}
