package dev.weft.examples.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the numbers of a network's parameters and statistics come from. */
@FunctionalInterface
public interface Weights {
  /**
   * The floats of a parameter in PyTorch's layout, lowest byte first.
   *
   * @throws IOException if they cannot be read
   */
  ByteBuffer of(String name) throws IOException;
}
