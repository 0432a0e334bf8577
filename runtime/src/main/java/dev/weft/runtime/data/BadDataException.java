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
    super((file + ": expected " + expected + ", found " + found).replaceAll("\\p{Cntrl}", "?"));
  }
}
