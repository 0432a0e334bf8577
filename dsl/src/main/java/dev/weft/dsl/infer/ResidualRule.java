package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Shortcut;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.SubsampleOp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A residual block adds a shortcut to its body; both must have the same shape. */
final class ResidualRule implements Rule<ResidualLayer> {
  private static final String SHORTCUT = "shortcut";

  @Override
  public Flow apply(ResidualLayer layer, Flow input, Scope scope) {
    return Body.infer(layer, layer.body(), input, scope)
        .map(body -> joined(layer, input, body, scope))
        .orElse(input);
  }

  private static Flow joined(ResidualLayer layer, Flow input, Body body, Scope scope) {
    Set<String> taken = body.taken();
    int before = scope.nodeCount();
    Flow shortcut = shortcut(layer, input, body.flow(), scope, taken);
    Skip skip =
        new Skip(layer, input, body.flow(), body.nodes(), shortcut, scope.nodesSince(before));
    Flow sum = sum(skip, scope.childApartFrom(names(taken, layer.then()), "add"));
    int next = Spliced.of(layer.body()).size();
    Flow out = scope.inferAll(Spliced.of(layer.then()), next, taken, sum);
    return out.producedBy(layer, scope);
  }

  private static Flow sum(Skip skip, Scope scope) {
    Shape common = Shapes.agreed(skip.shortcut().shape(), skip.body().shape());
    if (Shapes.disagree(skip.shortcut().shape(), skip.body().shape())) {
      scope.report(SkipMismatch.problem(skip));
      return scope.standIn(common, skip.shortcut().shape(), skip.body().shape(), skip.layer());
    }
    return common.isKnown()
        ? scope.add(new AddOp(), skip.layer(), List.of(skip.body(), skip.shortcut()))
        : scope.standIn(common, skip.layer());
  }

  /** The names that are taken, and those that will be. */
  private static Set<String> names(Set<String> taken, List<Layer> later) {
    Set<String> all = new HashSet<>(taken);
    Spliced.of(later).stream().map(each -> each.layer().name()).forEach(all::add);
    return all;
  }

  private static Flow shortcut(
      ResidualLayer layer, Flow input, Flow body, Scope scope, Set<String> taken) {
    if (layer.shortcut() instanceof Shortcut.Identity) {
      return input;
    }
    if (layer.shortcut() instanceof Shortcut.Custom custom) {
      return Sibling.of(custom.layer(), SHORTCUT, taken, input, scope).infer(input, scope);
    }
    scope.claim(SHORTCUT, layer, null, taken);
    Scope inner = scope.child(SHORTCUT);
    return layer.shortcut() instanceof Shortcut.Projection
        ? project(layer, input, body, inner)
        : zeroPad(layer, input, body, inner);
  }

  private static Flow project(ResidualLayer layer, Flow input, Flow body, Scope scope) {
    if (!Shapes.bothKnown(input.shape(), body.shape())) {
      return scope.standIn(body.shape(), layer);
    }
    if (input.shape().equals(body.shape())) {
      return input;
    }
    return Projection.between(input.shape(), body.shape())
        .map(op -> scope.add(op, layer, input))
        .orElse(input);
  }

  private static Flow zeroPad(ResidualLayer layer, Flow input, Flow body, Scope scope) {
    if (!Shapes.bothKnown(input.shape(), body.shape())) {
      return scope.standIn(body.shape(), layer);
    }
    int missing = body.shape().channels() - input.shape().channels();
    var stride = Projection.stride(input.shape(), body.shape());
    if (stride.isEmpty() || missing < 0) {
      return input;
    }
    Flow flow = input;
    if (!stride.get().is(1)) {
      flow = scope.child("subsample").add(new SubsampleOp(stride.get()), layer, flow);
    }
    if (missing > 0) {
      PadChannelsOp pad = new PadChannelsOp(missing / 2, missing - missing / 2);
      flow = scope.child("pad").add(pad, layer, flow);
    }
    return flow;
  }
}
