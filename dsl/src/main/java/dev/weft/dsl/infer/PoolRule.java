package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import java.util.function.Function;

/**
 * A pooling takes an image that its window fits.
 *
 * @param <L> the kind of pooling
 */
final class PoolRule<L extends Layer> implements Rule<L> {
  private final Function<L, Window> window;
  private final Function<Window, Op> op;

  PoolRule(Function<L, Window> window, Function<Window, Op> op) {
    this.window = window;
    this.op = op;
  }

  @Override
  public Flow apply(L layer, Flow input, Scope scope) {
    Window slides = window.apply(layer);
    boolean fits =
        Windows.isImage(layer, input, scope) && Windows.fits(layer, slides, input, scope);
    int channels = fits ? input.shape().channels() : Shape.UNKNOWN;
    return fits
        ? scope.add(op.apply(slides), layer, input)
        : scope.standIn(Shape.of(channels, Shape.UNKNOWN, Shape.UNKNOWN), layer);
  }
}
