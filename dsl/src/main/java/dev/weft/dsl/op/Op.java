package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of a shaped graph. An operation knows its channels, so its parameters, their shapes
 * and its cost follow from it; the declaration it came from does not know them.
 */
public sealed interface Op
    permits InputOp,
        ConvOp,
        DenseOp,
        BatchNormOp,
        MaxPoolOp,
        AvgPoolOp,
        GlobalAvgPoolOp,
        ActivationOp,
        SoftmaxOp,
        DropoutOp,
        FlattenOp,
        AddOp,
        ConcatOp,
        SubsampleOp,
        PadChannelsOp {

  /** What the backward pass reads, besides the gradient of the output. */
  enum Need {
    /** The operation's input. */
    INPUT,
    /** The operation's output. */
    OUTPUT
  }

  /** The shape of the output for inputs that fit. */
  Shape output(List<Shape> inputs);

  /** The kind of operation in one word, as its factory writes it: {@code conv}. */
  String kind();

  /** The operation with its arguments as in a layer table: {@code conv 3x3, 64, stride 2}. */
  default String describe() {
    return kind();
  }

  /** The arrays that the operation owns, trainable ones first. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /** The number of trainable elements. */
  default long parameterCount() {
    return parameters().stream()
        .filter(ParameterSpec::trainable)
        .mapToLong(spec -> spec.shape().elements())
        .sum();
  }

  /** Multiply-adds of a convolution or a dense layer for one image with this output. */
  default long macs(Shape output) {
    return 0;
  }

  /** The window through which one output sees its input, where there is one. */
  default Optional<Window> window(Shape input) {
    return Optional.empty();
  }

  /** What the backward pass reads. */
  default Set<Need> backwardNeeds() {
    return Set.of();
  }

  /** The names of values, each of the input's shape, that training keeps for the backward pass. */
  default List<String> saved() {
    return List.of();
  }

  /** Whether the output may be written over the input. */
  default boolean inPlace() {
    return false;
  }
}
