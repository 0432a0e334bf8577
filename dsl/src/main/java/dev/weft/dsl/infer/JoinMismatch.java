package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message for values that are to become one and differ: the first of those that agree with the
 * most others, and all that differ from it.
 */
final class JoinMismatch {
  private static final int MOST_FIXES = 2;

  private final Declared at;
  private final boolean isConcat;
  private final List<Joined> parts;
  private final Joined right;
  private final List<Joined> wrong;

  private JoinMismatch(Declared at, boolean isConcat, List<Joined> parts, Joined right) {
    this.at = at;
    this.isConcat = isConcat;
    this.parts = parts;
    this.right = right;
    this.wrong = parts.stream().filter(part -> disagree(isConcat, part, right)).toList();
  }

  /** The mistake, if any two parts disagree for certain. */
  static Optional<Problem> find(Declared at, boolean isConcat, List<Joined> parts) {
    return parts.stream()
        .filter(part -> disagreeing(isConcat, part, parts) > 0)
        .min(Comparator.comparingLong(part -> disagreeing(isConcat, part, parts)))
        .map(right -> new JoinMismatch(at, isConcat, parts, right).problem());
  }

  private static long disagreeing(boolean isConcat, Joined part, List<Joined> parts) {
    return parts.stream().filter(other -> disagree(isConcat, part, other)).count();
  }

  private static boolean disagree(boolean isConcat, Joined a, Joined b) {
    return Shapes.disagree(compared(isConcat, a.shape()), compared(isConcat, b.shape()));
  }

  private static Shape compared(boolean isConcat, Shape shape) {
    return isConcat ? JoinRule.withoutChannels(shape) : shape;
  }

  private Problem problem() {
    List<Problem.Detail> details = new ArrayList<>();
    details.add(right.side());
    wrong.forEach(part -> details.add(part.side()));
    return new Problem(
        isConcat ? Code.CONCAT_MISMATCH : Code.ADD_MISMATCH,
        at,
        wrong.get(0).stage(),
        right.produces() + ", but " + Causes.listed(wrong.stream().map(Joined::produces).toList()),
        details,
        fixes());
  }

  private List<Problem.Fix> fixes() {
    Shape shape = right.shape();
    Shape other = wrong.get(0).shape();
    if (wrong.stream().anyMatch(part -> part.shape().rank() != shape.rank())) {
      return List.of(flattened());
    }
    List<Problem.Fix> fixes = new ArrayList<>();
    if (right.stage() != null && shape.rank() == 3 && differInSize(shape, other)) {
      fixes.addAll(new StageSizes(right, wrong.get(0)).fixes());
    } else if (shape.rank() == 3 && wrong.stream().anyMatch(part -> differInSize(part, shape))) {
      resized().forEach(fixes::add);
    } else {
      filters(wrong, shape).or(this::otherWayRound).ifPresent(fixes::add);
    }
    return fixes.isEmpty() ? List.of(agreement()) : fixes;
  }

  /** Of two, the first may be the one at fault. */
  private Optional<Problem.Fix> otherWayRound() {
    return parts.size() == 2 ? filters(List.of(right), wrong.get(0).shape()) : Optional.empty();
  }

  /** What gives some parts their number of channels, if other numbers of filters do. */
  private Optional<Problem.Fix> filters(List<Joined> some, Shape shape) {
    Map<Node, String> names = new LinkedHashMap<>();
    for (Joined part : some) {
      if (!isConcat && differInChannels(part, shape)) {
        Optional<Node> last = part.lastSized();
        if (last.isEmpty()) {
          return Optional.empty();
        }
        names.put(last.get(), part.nameOf(last.get()));
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Node any = names.keySet().iterator().next();
    String all = Causes.listed(List.copyOf(names.values()));
    return Optional.of(
        names.size() == 1
            ? Causes.resized(all, any, shape.channels())
            : Causes.resizedAll(all, any, shape.channels()));
  }

  /** The ways to one size that change the least, at most two: it may be that of any part. */
  private List<Problem.Fix> resized() {
    Stream<Shape> made = Stream.concat(Stream.of(right), parts.stream()).map(Joined::shape);
    List<Resized> all =
        Stream.concat(made.map(Windows::size), strided())
            .filter(Shape::isKnown)
            .distinct()
            .flatMap(size -> resized(size).stream())
            .sorted(Comparator.comparingInt(Resized::cost))
            .toList();
    return all.stream()
        .filter(each -> each.cost <= all.get(0).cost + 1)
        .limit(MOST_FIXES)
        .map(Resized::fix)
        .toList();
  }

  private record Resized(Problem.Fix fix, int cost) {}

  /** The sizes of the parts if only their strides counted. */
  private Stream<Shape> strided() {
    return parts.stream().flatMap(part -> SizeEdits.strided(part.nodes()).stream());
  }

  /** How all parts come to a size, and to one number of channels if they are added. */
  private Optional<Resized> resized(Shape size) {
    Map<Node, String> edits = new LinkedHashMap<>();
    int cost = 0;
    Shape from = size;
    for (Joined part : parts) {
      if (!Windows.size(part.shape()).equals(size)) {
        Optional<SizeEdits> found = part.sizeEdits(size);
        if (found.isEmpty()) {
          return Optional.empty();
        }
        edits.putAll(found.get().edits());
        cost += found.get().cost();
        from = Windows.size(part.nodes().get(0).inputs().get(0).output());
      }
    }
    Problem.Fix sized = PaddingFix.fix(from, size, edits);
    boolean differ = wrong.stream().anyMatch(part -> differInChannels(part, right.shape()));
    if (isConcat || !differ) {
      return Optional.of(new Resized(sized, cost));
    }
    int total = cost;
    return filters(wrong, right.shape()).map(fix -> new Resized(both(fix, sized), total));
  }

  private static boolean differInChannels(Joined part, Shape shape) {
    return Shapes.disagree(part.shape().channels(), shape.channels());
  }

  private static boolean differInSize(Joined part, Shape shape) {
    return differInSize(part.shape(), shape);
  }

  private static Problem.Fix both(Problem.Fix first, Problem.Fix second) {
    return Problem.Fix.of(first.action() + ", and " + second.inWords());
  }

  private static boolean differInSize(Shape a, Shape b) {
    return Shapes.disagree(JoinRule.withoutChannels(a), JoinRule.withoutChannels(b));
  }

  /** Of vectors and images, the images become vectors. */
  private Problem.Fix flattened() {
    Map<Boolean, List<Joined>> byRank =
        parts.stream()
            .filter(part -> part.shape().rank() > 0)
            .collect(Collectors.partitioningBy(part -> part.shape().rank() == 3));
    String names = Causes.listed(byRank.get(true).stream().map(Joined::label).toList());
    int features = byRank.get(false).get(0).shape().channels();
    boolean isFree = isConcat || features == Shape.UNKNOWN;
    String vector = isFree ? "flatten()" : "dense(" + features + ")";
    return Problem.Fix.of("let " + names + " end in " + vector);
  }

  private Problem.Fix agreement() {
    String strides = Causes.strides(parts.stream().flatMap(part -> part.nodes().stream()));
    return strides.isEmpty()
        ? new Problem.Fix(
            "let all of them agree in " + (isConcat ? "height and width" : "the whole shape"),
            null,
            "nothing broadcasts")
        : new Problem.Fix("give all of them the same strides", null, strides);
  }
}
