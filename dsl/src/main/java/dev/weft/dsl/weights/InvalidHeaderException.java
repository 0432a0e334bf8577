package dev.weft.dsl.weights;

import java.io.IOException;

/** A file that is not in the safetensors format; the message says where it departs from it. */
public final class InvalidHeaderException extends IOException {
  private static final long serialVersionUID = 1;

  InvalidHeaderException(String message) {
    super(message);
  }
}
