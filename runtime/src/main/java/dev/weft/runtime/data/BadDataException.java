package dev.weft.runtime.data;

import java.io.IOException;

/**
 * A data file is not what it should be. The message is one line: {@code FILE: expected ..., found
 * ...}.
 */
public final class BadDataException extends IOException {
  private static final long serialVersionUID = 1;

  /** Made by whoever reads the file. */
  public BadDataException(String file, String expected, String found) {
    this(file, expected, found, null);
  }

  /** The same, with what whoever reads the contents of the file found. */
  BadDataException(String file, String expected, String found, Throwable cause) {
    super(
        (file + ": expected " + expected + ", found " + found).replaceAll("\\p{Cntrl}", "?"),
        cause);
  }
}
