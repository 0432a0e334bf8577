package dev.weft.dsl;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks of the arguments that factories and modifiers take; the messages reach the user as is. */
final class Arguments {
  /** Far above any network's, and small enough that a window's reach fits an int. */
  static final int MOST_PIXELS = 1 << 15;

  private static final int MOST_CHANNELS = 1 << 24;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Arguments() {}

  static int atLeast(int least, int value, String what) {
    return between(least, MOST_CHANNELS, value, what);
  }

  static Extent atLeast(int least, Extent value, String what) {
    between(least, MOST_PIXELS, value.height(), what);
    between(least, MOST_PIXELS, value.width(), what);
    return value;
  }

  /** Checks that every side has a sensible number of pixels. */
  static Sides sides(Sides sides, String what) {
    for (int pixels : new int[] {sides.top(), sides.left(), sides.bottom(), sides.right()}) {
      between(0, MOST_PIXELS, pixels, what);
    }
    return sides;
  }

  static void padding(Padding padding) {
    notNull(padding, "padding");
    if (padding instanceof Sides sides) {
      sides(sides, "padding");
    }
  }

  /** Padding beyond half a pooling's kernel would make windows that see nothing but padding. */
  static void atMostHalf(Extent kernel, Padding padding) {
    if (padding instanceof Sides sides
        && (2 * Math.max(sides.top(), sides.bottom()) > kernel.height()
            || 2 * Math.max(sides.left(), sides.right()) > kernel.width())) {
      throw new IllegalArgumentException(
          "padding must be at most half the kernel, but is "
              + padding.brief()
              + " for a kernel of "
              + kernel);
    }
  }

  static void positive(double value, String what) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be above 0 and finite, but is " + value);
    }
  }

  static void dropProbability(double p) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException(
          "the probability to drop must be at least 0 and below 1, but is " + p);
    }
  }

  static int between(int least, int most, int value, String what) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", but is " + value);
    }
    if (value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be at most %,d, but is %,d", what, most, value));
    }
    return value;
  }

  static void notNull(Object value, String what) {
    if (value == null) {
      throw new IllegalArgumentException(what + " must not be null");
    }
  }

  static String name(String name) {
    notNull(name, "a name");
    if (!NAME.matcher(name).matches()) {
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
