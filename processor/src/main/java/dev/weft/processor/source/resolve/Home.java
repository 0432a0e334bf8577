package dev.weft.processor.source.resolve;

import com.sun.source.tree.CompilationUnitTree;
import javax.lang.model.element.TypeElement;

/**
 * Where a piece of code stands, which decides what its names mean.
 *
 * @param unit the source file
 * @param owner the class or interface around the code
 */
public record Home(CompilationUnitTree unit, TypeElement owner) {}
