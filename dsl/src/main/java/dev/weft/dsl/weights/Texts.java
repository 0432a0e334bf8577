package dev.weft.dsl.weights;

/** Texts from a file that nobody vouches for, made fit for a message. */
final class Texts {
  private static final int MOST_CHARACTERS = 80;

  private Texts() {}

  /** At most a line of it, and nothing that a terminal would obey or that cannot be seen. */
  static String shortened(String text) {
    String start = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    String visible = start.replaceAll("\\p{C}", "?");
    return start.length() < text.length() ? visible + "..." : visible;
  }
}
