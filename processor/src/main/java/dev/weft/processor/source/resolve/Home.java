package dev.weft.processor.source.resolve;

import com.sun.source.tree.CompilationUnitTree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Where a piece of code stands, which decides what its names mean.
 *
 * @param unit the source file
 * @param owner the class or interface around the code
 * @param method the method around the code, whose type parameters it sees; null outside of methods
 */
public record Home(CompilationUnitTree unit, TypeElement owner, ExecutableElement method) {
  /** Code of a class outside of its methods. */
  public Home(CompilationUnitTree unit, TypeElement owner) {
    this(unit, owner, null);
  }
}
