package dev.weft.processor.source.place;

import dev.weft.processor.source.tree.SourceTrees;
import java.io.IOException;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Prints through a compiler that can only point at elements: the message goes to the element around
 * the tree, and says itself where the tree stands, with its line and a caret.
 */
final class ElementPrinter implements Printer {
  private static final String INDENT = "  ";

  private final Messager messager;
  private final SourceTrees trees;
  private final TypeElement network;

  /** A printer that points at the network where a tree is in another build's file. */
  ElementPrinter(Messager messager, SourceTrees trees, TypeElement network) {
    this.messager = messager;
    this.trees = trees;
    this.network = network;
  }

  @Override
  public void atTree(TreePlace place, Diagnostic.Kind kind, String message) {
    String shown = INDENT + "at " + place + excerpt(place);
    messager.printMessage(
        kind,
        behindFirstLine(message, shown),
        trees.elementAround(place.unit(), place.tree()).orElse(network));
  }

  @Override
  public String atElement(TreePlace spot, String message) {
    return spot == null ? message : behindFirstLine(message, INDENT + "at " + spot);
  }

  private static String behindFirstLine(String message, String lines) {
    int end = message.indexOf('\n');
    return end < 0
        ? message + "\n" + lines
        : message.substring(0, end + 1) + lines + message.substring(end);
  }

  /** The line of a place and, below it, a caret; nothing if the file cannot be read. */
  private static String excerpt(TreePlace place) {
    long position = place.position();
    if (position < 0) {
      return "";
    }
    try {
      String text = place.unit().getSourceFile().getCharContent(true).toString();
      int start = text.lastIndexOf('\n', (int) position - 1) + 1;
      String line = text.substring(start).lines().findFirst().orElse("");
      String front = text.substring(start, (int) position).replaceAll("[^\t]", " ");
      return "\n" + INDENT + line + "\n" + INDENT + front + "^";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
