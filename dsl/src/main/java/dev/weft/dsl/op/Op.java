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
        TransposedConvOp,
        DenseOp,
        BatchNormOp,
        LayerNormOp,
        GroupNormOp,
        LocalResponseNormOp,
        MaxPoolOp,
        AvgPoolOp,
        AdaptiveAvgPoolOp,
        GlobalAvgPoolOp,
        ActivationOp,
        LeakyReluOp,
        SoftmaxOp,
        DropoutOp,
        DropPathOp,
        FlattenOp,
        AddOp,
        ConcatOp,
        ScaleOp,
        SubsampleOp,
        PadChannelsOp,
        PadOp,
        CropOp,
        UpsampleOp,
        PixelShuffleOp,
        ChannelShuffleOp {

  /** What the backward pass reads, besides the gradient of the output. */
  enum Need {
    /** The operation's inputs. */
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
    long count = 0;
    for (ParameterSpec spec : parameters()) {
      count += spec.trainable() ? spec.shape().elements() : 0;
    }
    return count;
  }

  /** Multiply-adds of a convolution or a dense layer for one image with this output. */
  default long macs(Shape output) {
    return 0;
  }

  /** The sliding window, where there is one. */
  default Optional<Window> slidingWindow() {
    return Optional.empty();
  }

  /** What one element of the output sees of an input of this shape. */
  default Sight sight(Shape input) {
    return slidingWindow().map(Sight::through).orElse(Sight.SAME_PLACE);
  }

  /** What the backward pass reads. */
  default Set<Need> backwardNeeds() {
    return Set.of();
  }

  /** The same where the operation is frozen and only the gradient of its input is computed. */
  default Set<Need> frozenBackwardNeeds() {
    return backwardNeeds();
  }

  /**
   * A value that training keeps for the backward pass.
   *
   * @param name what it is: {@code mask}
   * @param shape its shape for one image
   */
  record Saved(String name, Shape shape) {}

  /** What training keeps for the backward pass, besides inputs and output. */
  default List<Saved> saved(Shape input) {
    return List.of();
  }

  /** Whether the output may be written over the input. */
  default boolean inPlace() {
    return false;
  }
}
