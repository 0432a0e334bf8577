package dev.weft.processor.source.tree;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** javac's own trees. */
final class JavacSources implements CompiledSources {
  private final Trees trees;

  JavacSources(Trees trees) {
    this.trees = trees;
  }

  @Override
  public boolean has(TypeElement topLevel) {
    return trees.getPath(topLevel) != null;
  }

  @Override
  public Optional<Declared> find(Element element) {
    return Optional.ofNullable(trees.getPath(element))
        .map(path -> new Declared(path.getCompilationUnit(), path.getLeaf()));
  }

  @Override
  public SourcePositions positions() {
    return trees.getSourcePositions();
  }

  @Override
  public Optional<Trees> printer() {
    return Optional.of(trees);
  }
}
