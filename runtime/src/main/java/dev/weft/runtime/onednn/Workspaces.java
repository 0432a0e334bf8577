package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import dev.weft.runtime.tensor.Tensor;
import java.util.Map;
import java.util.WeakHashMap;
import org.bytedeco.dnnl.memory;

/**
 * What a layer's forward primitive writes for its backward primitive besides the output, by the
 * layer's input.
 */
final class Workspaces {
  private final Map<Tensor, memory> workspaces = new WeakHashMap<>();

  /** Gives a forward primitive its workspace, if it asks for one. */
  void addForward(DnnlTensor x, memory.desc wanted, Program program, Arguments arguments) {
    if (!wanted.is_zero()) {
      memory workspace = new memory(wanted, program.cpu().engine());
      workspaces.put(x, workspace);
      arguments.and(DNNL_ARG_WORKSPACE, workspace);
    }
  }

  /** Gives a backward primitive what the forward primitive wrote. */
  void addBackward(DnnlTensor x, Arguments arguments) {
    memory workspace = workspaces.get(x);
    if (workspace != null) {
      arguments.and(DNNL_ARG_WORKSPACE, workspace);
    }
  }
}
