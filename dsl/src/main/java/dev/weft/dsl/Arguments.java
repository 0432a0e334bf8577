package dev.weft.dsl;

import java.util.List;
import java.util.regex.Pattern;

/** Checks of the arguments that factories and modifiers take; the messages reach the user as is. */
final class Arguments {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Arguments() {}

  static int atLeast(int least, int value, String what) {
    if (value < least) {
      throw new IllegalArgumentException(
          what + " must be at least " + least + ", but is " + value);
    }
    return value;
  }

  static Extent atLeast(int least, Extent value, String what) {
    atLeast(least, value.height(), what);
    atLeast(least, value.width(), what);
    return value;
  }

  static String name(String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name consists of letters, digits and underscores and does not start with a digit,"
              + " but is \""
              + name
              + "\"");
    }
    return name;
  }

  static List<Layer> layers(Layer[] layers, String what) {
    for (Layer layer : layers) {
      if (layer == null) {
        throw new IllegalArgumentException(what + " contains null in place of a layer");
      }
    }
    return List.of(layers);
  }
}
