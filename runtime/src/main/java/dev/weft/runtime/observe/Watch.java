package dev.weft.runtime.observe;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.observe.LayerCall.Direction;
import dev.weft.runtime.observe.LayerCall.Part;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;

/** Tells an observer of what the layers of some kernels do. */
record Watch(Kernels kernels, LayerObserver observer) {
  /** A call of a layer. */
  interface Work<E extends Throwable> {
    void run() throws E;
  }

  /** Lets layers compute. */
  <E extends Throwable> void over(
      Work<E> work, List<Part> parts, Direction direction, List<Tensor> tensors) throws E {
    LayerCall call = new LayerCall(parts, direction, tensors);
    observer.before(call);
    work.run();
    observer.after(call, kernels.lastImplementation());
  }
}
