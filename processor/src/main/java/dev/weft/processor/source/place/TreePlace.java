package dev.weft.processor.source.place;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.weft.processor.diagnostic.Place;
import javax.tools.Diagnostic;

/** The place of a tree, where javac itself would point. */
final class TreePlace implements Place {
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Tree tree;

  TreePlace(Trees trees, CompilationUnitTree unit, Tree tree) {
    this.trees = trees;
    this.unit = unit;
    this.tree = tree;
  }

  @Override
  public String file() {
    String path = unit.getSourceFile().getName();
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  @Override
  public int line() {
    long position = position();
    return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
  }

  @Override
  public int column() {
    long position = position();
    return position < 0 ? 0 : (int) unit.getLineMap().getColumnNumber(position);
  }

  @Override
  public void print(Diagnostic.Kind kind, String message) {
    trees.printMessage(kind, message, tree, unit);
  }

  private long position() {
    return new Spot(trees.getSourcePositions(), unit).of(tree);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreePlace place && tree == place.tree;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(tree);
  }

  @Override
  public String toString() {
    return reference() + ":" + column();
  }
}
