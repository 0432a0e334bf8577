package dev.weft.processor;

import dev.weft.processor.diagnostic.Place;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** In place of a spot in a source file, for what concerns a compilation as a whole: its options. */
final class NoPlace implements Place {
  private final Messager messager;

  NoPlace(Messager messager) {
    this.messager = messager;
  }

  @Override
  public String file() {
    return "";
  }

  @Override
  public int line() {
    return 0;
  }

  @Override
  public int column() {
    return 0;
  }

  @Override
  public void print(Diagnostic.Kind kind, String message) {
    messager.printMessage(kind, message);
  }
}
