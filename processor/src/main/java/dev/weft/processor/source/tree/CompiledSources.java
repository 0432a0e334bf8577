package dev.weft.processor.source.tree;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The source of what is being compiled; what differs between javac and other compilers. */
interface CompiledSources {
  /** Whether a top-level type is compiled from a source file, and not from a class file. */
  boolean has(TypeElement topLevel);

  /** The source of an element of such a type; empty if nobody wrote it, as {@code values()}. */
  Optional<Declared> find(Element element);

  /** Where trees stand. */
  SourcePositions positions();

  /** What prints a message at a tree; empty if the compiler can only point at elements. */
  Optional<Trees> printer();
}
