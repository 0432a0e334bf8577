package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.identity;

import dev.weft.dsl.Layer;

/** Values as layers, so that what a body computed can be seen in the layer it returns. */
final class Show {
  private Show() {}

  static Layer of(int value) {
    return text("int" + value);
  }

  static Layer of(long value) {
    return text("long" + value);
  }

  static Layer of(float value) {
    return text("float" + value);
  }

  static Layer of(double value) {
    return text("double" + value);
  }

  static Layer of(boolean value) {
    return text("boolean" + value);
  }

  static Layer of(char value) {
    return text("char" + (int) value);
  }

  static Layer of(String value) {
    return text("String" + value.length() + "_" + value);
  }

  private static Layer text(String text) {
    String name = "";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = Character.isLetter(c) || Character.isDigit(c);
      name += isPlain ? "" + c : "_" + (int) c + "_";
    }
    return identity().named(name);
  }
}
