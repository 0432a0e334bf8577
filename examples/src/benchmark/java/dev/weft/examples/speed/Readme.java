package dev.weft.examples.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of README that the benchmark writes. */
final class Readme {
  private static final String BEGIN = "<!-- written by the benchmark -->\n";
  private static final String END = "<!-- end of what the benchmark wrote -->";

  private Readme() {}

  /**
   * Puts a text between the two comments.
   *
   * @throws IOException if the file cannot be read or written, or has not both comments
   */
  static void write(Path file, String text) throws IOException {
    String old = Files.readString(file);
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has not the comments between which the tables belong");
    }
    String before = old.substring(0, begin + BEGIN.length());
    Files.writeString(file, before + "\n" + text + "\n" + old.substring(end));
  }
}
