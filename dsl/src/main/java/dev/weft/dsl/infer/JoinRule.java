package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Values that become one: all of their dimensions, or all but the channels, must agree. */
final class JoinRule {
  private JoinRule() {}

  /** Joins values on their channels, in a scope of their own. */
  static Flow concat(Declared at, List<Joined> parts, Scope scope) {
    Optional<Problem> mismatch = JoinMismatch.find(at, true, parts);
    mismatch.ifPresent(scope::report);
    return mismatch.isEmpty() && areKnown(parts)
        ? scope.add(new ConcatOp(), at, parts.stream().map(Joined::flow).toList())
        : standIn(concatenated(parts), true, mismatch, at, parts, scope);
  }

  /** Of stages, other ones may be meant. */
  private static Flow standIn(
      Shape agreed,
      boolean isConcat,
      Optional<Problem> mismatch,
      Declared at,
      List<Joined> parts,
      Scope scope) {
    Shape one = parts.get(0).shape();
    Optional<Shape> other =
        parts.stream().map(Joined::shape).filter(each -> Shapes.disagree(each, one)).findFirst();
    boolean areBranches = parts.stream().allMatch(part -> part.stage() == null);
    if (mismatch.isEmpty() || other.isEmpty() || !areBranches) {
      return scope.standIn(agreed, at);
    }
    return isConcat
        ? scope.standIn(agreed, sized(agreed, one), sized(agreed, other.get()), at)
        : scope.standIn(agreed, one, other.get(), at);
  }

  private static Shape sized(Shape channels, Shape size) {
    return channels.rank() == 3 && size.rank() == 3
        ? Shape.of(channels.channels(), size.height(), size.width())
        : channels;
  }

  /**
   * What is certain of a concatenation: its channels too if sizes are all that is wrong, unless
   * other stages were meant.
   */
  private static Shape concatenated(List<Joined> parts) {
    Shape agreed = agreed(parts, JoinRule::withoutChannels);
    boolean areBranches =
        parts.stream().allMatch(part -> part.stage() == null && part.shape().rank() == 3);
    return areBranches && agreed.rank() == 3
        ? Shape.of(
            new ConcatOp().output(parts.stream().map(Joined::shape).toList()).channels(),
            agreed.height(),
            agreed.width())
        : agreed;
  }

  /**
   * Adds values.
   *
   * @param scopes the scope of the first sum, the second, ...
   */
  static Flow add(Declared at, List<Joined> parts, IntFunction<Scope> scopes) {
    Scope first = scopes.apply(1);
    Optional<Problem> mismatch = JoinMismatch.find(at, false, parts);
    mismatch.ifPresent(first::report);
    if (mismatch.isPresent() || !areKnown(parts)) {
      Shape agreed = agreed(parts, UnaryOperator.identity());
      return standIn(agreed, false, mismatch, at, parts, first);
    }
    Flow sum = parts.get(0).flow();
    for (int i = 1; i < parts.size(); i++) {
      sum = scopes.apply(i).add(new AddOp(), at, List.of(sum, parts.get(i).flow()));
    }
    return sum;
  }

  private static boolean areKnown(List<Joined> parts) {
    return parts.stream().allMatch(part -> part.flow().shape().isKnown());
  }

  private static Shape agreed(List<Joined> parts, UnaryOperator<Shape> compared) {
    return parts.stream()
        .map(part -> compared.apply(part.flow().shape()))
        .reduce(Shapes::agreed)
        .orElseThrow();
  }

  /** An image of any number of channels. */
  static Shape withoutChannels(Shape shape) {
    if (shape.rank() == 0) {
      return shape;
    }
    int[] dims = shape.toArray();
    dims[0] = Shape.UNKNOWN;
    return Shape.of(dims);
  }
}
