package dev.weft.runtime.observe;

import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.observe.LayerCall.Direction;
import dev.weft.runtime.observe.LayerCall.Part;
import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A step of inference that reports its calls under the names of all its layers. */
final class ObservedFused implements Fused {
  /** Only the call tells whether there is an addition. */
  private static final Part ADDITION = new Part("add", new AddOp());

  private final Fused step;
  private final List<Part> parts;
  private final Watch watch;

  private ObservedFused(Fused step, List<Part> parts, Watch watch) {
    this.step = step;
    this.parts = parts;
    this.watch = watch;
  }

  /** A step of one layer so far. */
  static ObservedFused of(Fused step, Object first, Watch watch) {
    return new ObservedFused(step, List.of(ObservedLayer.part(first)), watch);
  }

  @Override
  public Fused batchNorm(BatchNorm norm) {
    return with(step.batchNorm(ObservedLayer.unwrapped(BatchNorm.class, norm)), norm);
  }

  @Override
  public Fused activation(Elementwise function) {
    return with(step.activation(ObservedLayer.unwrapped(Elementwise.class, function)), function);
  }

  private Fused with(Fused longer, Object layer) {
    List<Part> more = new ArrayList<>(parts);
    more.add(ObservedLayer.part(layer));
    return new ObservedFused(longer, more, watch);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    watch.over(() -> step.forward(x, y), parts, Direction.FORWARD, List.of(x, y));
  }

  @Override
  public void forward(Tensor x, Tensor addend, Tensor y) {
    watch.over(
        () -> step.forward(x, addend, y), withSum(), Direction.FORWARD, List.of(x, addend, y));
  }

  /** The addition comes behind the normalisation and before the function. */
  private List<Part> withSum() {
    List<Part> all = new ArrayList<>(parts);
    int place = 1;
    while (place < all.size() && all.get(place).op() instanceof BatchNormOp) {
      place++;
    }
    all.add(place, ADDITION);
    return all;
  }
}
