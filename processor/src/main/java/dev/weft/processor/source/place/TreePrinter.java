package dev.weft.processor.source.place;

import com.sun.source.util.Trees;
import javax.tools.Diagnostic;

/** Prints through javac, which shows file, line and a caret at every tree. */
final class TreePrinter implements Printer {
  private final Trees trees;

  TreePrinter(Trees trees) {
    this.trees = trees;
  }

  @Override
  public void atTree(TreePlace place, Diagnostic.Kind kind, String message) {
    trees.printMessage(kind, message, place.tree(), place.unit());
  }

  @Override
  public String atElement(TreePlace spot, String message) {
    return message;
  }
}
