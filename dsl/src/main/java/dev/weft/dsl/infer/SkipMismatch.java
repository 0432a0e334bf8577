package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Shortcut;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message for a residual block whose paths differ. */
final class SkipMismatch {
  private final Skip skip;
  private final Shape shortcut;
  private final Shape body;

  private SkipMismatch(Skip skip) {
    this.skip = skip;
    this.shortcut = skip.shortcut().shape();
    this.body = skip.body().shape();
  }

  static Problem problem(Skip skip) {
    return new SkipMismatch(skip).problem();
  }

  private Problem problem() {
    return new Problem(
        Code.SKIP_MISMATCH,
        skip.layer(),
        modifier(),
        "the shortcut carries " + shortcut.compact() + ", but the body produces " + body.compact(),
        List.of(shortcutSide(), bodySide()),
        fixes());
  }

  private String modifier() {
    if (skip.layer().shortcut() instanceof Shortcut.Custom) {
      return "shortcut";
    }
    if (skip.layer().shortcut() instanceof Shortcut.Projection) {
      return "project";
    }
    return skip.layer().shortcut() instanceof Shortcut.ZeroPad ? "zeroPad" : null;
  }

  private Problem.Detail shortcutSide() {
    if (skip.layer().shortcut() instanceof Shortcut.Custom) {
      return new Problem.Detail("shortcut", shortcut, null, Causes.of(skip.shortcutNodes()));
    }
    return impossible()
        .map(why -> new Problem.Detail("shortcut", shortcut, null, why))
        .orElseGet(() -> Details.side("shortcut", skip.shortcut()));
  }

  /** Why a shortcut that follows the body did not. */
  private Optional<String> impossible() {
    if (!Shapes.bothKnown(shortcut, body)) {
      return Optional.empty();
    }
    String taken = " takes " + shortcut.compact() + " to " + body.compact();
    if (skip.layer().shortcut() instanceof Shortcut.Projection) {
      return Optional.of("no 1x1 convolution" + taken);
    }
    if (skip.layer().shortcut() instanceof Shortcut.ZeroPad) {
      boolean isStrided = Projection.stride(skip.input().shape(), body).isPresent();
      return Optional.of(
          isStrided ? "zeros add channels, and take none away" : "no stride" + taken);
    }
    return Optional.empty();
  }

  private Problem.Detail bodySide() {
    return new Problem.Detail("body", body, null, Causes.of(skip.bodyNodes()));
  }

  private List<Problem.Fix> fixes() {
    List<Problem.Fix> fixes = new ArrayList<>();
    boolean isCustom = skip.layer().shortcut() instanceof Shortcut.Custom;
    boolean isProjected = skip.layer().shortcut() instanceof Shortcut.Projection;
    if (Shapes.bothKnown(shortcut, body) && isCustom) {
      CustomShortcut.fix(skip).ifPresent(fixes::add);
    }
    if (Shapes.bothKnown(shortcut, body) && !isProjected && fixes.isEmpty()) {
      projection().map(this::projectFix).ifPresent(fixes::add);
    }
    // Where padding keeps the size of the input, but the shortcut does not, they still differ.
    if (!isCustom) {
      PaddingFix.find(skip.bodyNodes(), skip.input().shape())
          .map(fix -> isSizeEnough() ? fix : alsoProjected(fix))
          .ifPresent(fixes::add);
    }
    lastFilters().ifPresent(fixes::add);
    if (fixes.isEmpty()) {
      fixes.add(
          Problem.Fix.of(
              "let the body end in " + shortcut.compact() + ", the shape of the shortcut"));
    }
    return fixes;
  }

  /** Whether the paths agree once the body keeps the size of its input. */
  private boolean isSizeEnough() {
    return skip.layer().shortcut() instanceof Shortcut.Projection
        || (skip.layer().shortcut() instanceof Shortcut.ZeroPad
            && body.channels() >= skip.input().shape().channels())
        || !Shapes.disagree(shortcut.channels(), body.channels());
  }

  private static Problem.Fix alsoProjected(Problem.Fix padded) {
    return new Problem.Fix(
        padded.inWords() + ", and project the shortcut", "residual(...).project()", null);
  }

  private Optional<Op> projection() {
    return Projection.between(skip.input().shape(), body);
  }

  private Problem.Fix projectFix(Op op) {
    return new Problem.Fix(
        "project the shortcut", "residual(...).project()", "adds " + describe(op));
  }

  private static String describe(Op op) {
    String parameters = Counts.of(op.parameterCount(), "parameter");
    if (!(op instanceof ConvOp conv)) {
      return "a dense layer, " + parameters;
    }
    Extent stride = conv.window().stride();
    String text = stride.is(1) ? "" : ", stride " + stride.brief();
    return "a 1x1 convolution" + text + ", " + parameters;
  }

  /** Where only the channels differ, the body's last filters may be meant to be the shortcut's. */
  private Optional<Problem.Fix> lastFilters() {
    if (!onlyChannelsDiffer() || shortcut.channels() == Shape.UNKNOWN) {
      return Optional.empty();
    }
    return Causes.lastSized(skip.bodyNodes())
        .map(
            node ->
                skip.layer().shortcut() instanceof Shortcut.Custom
                    ? Causes.resized(
                        Causes.nameOf(node) + " of the body", node, shortcut.channels())
                    : Causes.resized(node, shortcut.channels()));
  }

  private boolean onlyChannelsDiffer() {
    if (shortcut.rank() != body.rank()) {
      return false;
    }
    for (int i = 1; i < body.rank(); i++) {
      if (shortcut.dim(i) != body.dim(i)) {
        return false;
      }
    }
    return true;
  }
}
