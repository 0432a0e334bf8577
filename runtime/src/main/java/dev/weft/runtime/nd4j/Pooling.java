package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Calls of ND4J's pooling operations. */
final class Pooling {
  private final String operation;
  private final int[] arguments;

  /**
   * Prepares the calls.
   *
   * @param operation ND4J's name for the forward operation
   * @param extra ND4J's extra argument: for an average, whether padding is counted
   */
  Pooling(String operation, Window window, int extra) {
    this.operation = operation;
    int explicitPadding = 0;
    int channelsFirst = 0;
    arguments =
        new int[] {
          window.kernel().height(),
          window.kernel().width(),
          window.stride().height(),
          window.stride().width(),
          window.padding().top(),
          window.padding().left(),
          window.dilation().height(),
          window.dilation().width(),
          explicitPadding,
          extra,
          channelsFirst
        };
  }

  void forward(INDArray x, INDArray y) {
    Ops.exec(operation, arguments, y, x);
  }

  void backward(INDArray x, INDArray gy, INDArray gx) {
    Ops.exec(operation + "_bp", arguments, gx, x, gy);
  }
}
