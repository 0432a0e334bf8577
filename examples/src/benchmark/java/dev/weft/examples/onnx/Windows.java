package dev.weft.examples.onnx;

import dev.weft.dsl.Sides;
import dev.weft.dsl.op.Window;

/** Sliding windows as attributes. */
final class Windows {
  private Windows() {}

  static OnnxNode attributes(OnnxNode node, Window window) {
    return withoutDilation(node, window)
        .integers("dilations", window.dilation().height(), window.dilation().width());
  }

  static OnnxNode withoutDilation(OnnxNode node, Window window) {
    Sides padding = window.padding();
    return node.integers("kernel_shape", window.kernel().height(), window.kernel().width())
        .integers("strides", window.stride().height(), window.stride().width())
        .integers("pads", padding.top(), padding.left(), padding.bottom(), padding.right());
  }
}
