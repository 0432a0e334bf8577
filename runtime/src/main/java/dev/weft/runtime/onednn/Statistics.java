package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;

import dev.weft.runtime.tensor.Tensor;
import java.util.Map;
import java.util.WeakHashMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;

/** Means and variances within each image, for the backward pass, by the layer's input. */
final class Statistics {
  private record Pair(memory mean, memory variance) {}

  private final Map<Tensor, Pair> pairs = new WeakHashMap<>();

  /** Gives a forward primitive where to write them, if it asks for them. */
  void addForward(DnnlTensor x, memory.desc each, Program program, Arguments arguments) {
    if (!each.is_zero()) {
      engine engine = program.cpu().engine();
      pairs.put(x, new Pair(new memory(each, engine), new memory(each, engine)));
      addBackward(x, arguments);
    }
  }

  /** Gives a backward primitive what the forward primitive wrote. */
  void addBackward(DnnlTensor x, Arguments arguments) {
    Pair pair = pairs.get(x);
    arguments.and(DNNL_ARG_MEAN, pair.mean()).and(DNNL_ARG_VARIANCE, pair.variance());
  }
}
