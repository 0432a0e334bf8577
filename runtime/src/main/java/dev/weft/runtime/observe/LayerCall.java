package dev.weft.runtime.observe;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.Op;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One call of a layer, or of several that are computed at once.
 *
 * @param parts the layers, in the order in which they compute
 * @param direction the pass
 * @param tensors what the call reads and then what it writes, as the layer's method has them; a
 *     gradient that is not asked for is null
 */
public record LayerCall(List<Part> parts, Direction direction, List<Tensor> tensors) {
  /**
   * A layer with weights takes so many tensors where it computes the gradient of its input only.
   */
  private static final int OF_INPUT_ALONE = 2;

  /** Which way a pass goes. */
  public enum Direction {
    /** From the images to the output, in training and in inference. */
    FORWARD,
    /** The gradients. */
    BACKWARD
  }

  /**
   * A layer.
   *
   * @param name its name in the table of layers: {@code layer1.0.conv1}
   * @param op what it computes
   */
  public record Part(String name, Op op) {}

  /** Copies the lists. */
  public LayerCall {
    parts = List.copyOf(parts);
    tensors = Collections.unmodifiableList(Arrays.asList(tensors.toArray(Tensor[]::new)));
  }

  /**
   * The names of the layers, of which one in the same block as the first is written from its dot
   * on, as in the table of layers: {@code layer1.0.conv1 + .bn1 + .2}.
   */
  public String name() {
    String first = parts.get(0).name();
    String block = first.substring(0, first.lastIndexOf('.') + 1);
    return first
        + parts.stream()
            .skip(1)
            .map(part -> " + " + brief(part.name(), block))
            .collect(Collectors.joining());
  }

  private static String brief(String name, String block) {
    boolean isInBlock = !block.isEmpty() && name.startsWith(block);
    return isInBlock ? name.substring(block.length() - 1) : name;
  }

  /** Where a forward call writes its output, or a backward call one of its gradients. */
  public Tensor output() {
    boolean isFirst = parts.get(0).op() instanceof ConcatOp;
    return tensors.get(isFirst ? 0 : tensors.size() - 1);
  }

  /**
   * The multiply-adds of convolutions and dense layers; of a backward pass those for the gradient
   * of the weights, unless these are frozen, and as many for that of the input, where it is asked
   * for.
   */
  public long macs() {
    if (direction == Direction.FORWARD) {
      return macs(output());
    }
    Tensor outputGradient = tensors.get(tensors.size() - 2);
    if (outputGradient == null) {
      // It is the other of two gradients, which layers with weights do not have.
      return 0;
    }
    long macs = macs(outputGradient);
    boolean isOfOneOnly = output() == null || tensors.size() == OF_INPUT_ALONE;
    return isOfOneOnly ? macs : 2 * macs;
  }

  /** Those of the output, or of what has its shape. */
  private long macs(Tensor output) {
    long[] dims = output.dims();
    Shape shape = Shape.of(Arrays.stream(dims).skip(1).mapToInt(Math::toIntExact).toArray());
    return dims[0] * parts.stream().mapToLong(part -> part.op().macs(shape)).sum();
  }
}
