package dev.weft.processor.source.place;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.weft.processor.diagnostic.Place;
import javax.tools.Diagnostic;

/** The place of a tree, where javac itself would point. */
final class TreePlace implements Place {
  private final SourcePositions positions;
  private final CompilationUnitTree unit;
  private final Tree tree;
  private final Printer printer;

  TreePlace(SourcePositions positions, CompilationUnitTree unit, Tree tree, Printer printer) {
    this.positions = positions;
    this.unit = unit;
    this.tree = tree;
    this.printer = printer;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  Tree tree() {
    return tree;
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
    printer.atTree(this, kind, message);
  }

  /** The offset in the file, or a negative number. */
  long position() {
    return new Spot(positions, unit).of(tree);
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
