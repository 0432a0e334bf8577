package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the stages that a join of images of different sizes was meant to read. Whether they are
 * shows in what becomes of the network with their names in place: each time it is inferred anew.
 */
final class OtherStages {
  private static final int MOST_TRIALS = 64;

  /** Each trial is as much work as the network itself. */
  private static final int MOST_NODES = 100_000;

  private static final int MOST_FIXES = 3;

  private final NetworkDeclaration declaration;
  private final int mostTrials;
  private final List<Problem> problems;
  private final Function<NetworkDeclaration, List<Problem>> inference;
  private final Map<String, Shape> shapes = new HashMap<>();

  /**
   * A network as it was declared.
   *
   * @param stages its stages as they were inferred
   * @param found what was found in it
   * @param inference finds what is wrong with another
   */
  OtherStages(
      NetworkDeclaration declaration,
      Stages stages,
      Found found,
      Function<NetworkDeclaration, List<Problem>> inference) {
    this.declaration = declaration;
    this.problems = found.problems();
    this.mostTrials = Math.min(MOST_TRIALS, MOST_NODES / found.nodes().size());
    this.inference = inference;
    stages.inferred().forEach(each -> shapes.put(each.name().key(), each.output().output()));
  }

  /** The problems, those of joins with the stages that were probably meant. */
  List<Problem> withFixes() {
    if (WithChannelsRule.isIn(declaration)) {
      return problems;
    }
    Map<Problem, Trial> trials = new IdentityHashMap<>();
    for (Problem problem : problems) {
      if (trials.values().stream().noneMatch(trial -> mendsToo(trial, problem))) {
        best(problem).ifPresent(trial -> trials.put(problem, trial));
      }
    }
    return problems.stream()
        .filter(each -> trials.values().stream().noneMatch(trial -> mendsToo(trial, each)))
        .map(each -> trials.containsKey(each) ? withFix(each, trials.get(each)) : each)
        .toList();
  }

  /**
   * Whether a mistake is the other side of one that is mended by other names, and by them alone.
   */
  private boolean mendsToo(Trial trial, Problem other) {
    boolean isUnread =
        other.code() == Code.UNUSED_STAGE
            && declaration.stages().get(indexOf(trial.renamed.name())).layer() == other.at();
    return trial.fresh == 0 && (isUnread || trial.renamed.isOfPartner(other.at()));
  }

  private Optional<Trial> best(Problem problem) {
    return isOfSizes(problem) && problem.at() instanceof StageInput from && isOwn(from)
        ? candidates(from)
            .limit(mostTrials)
            .flatMap(renamed -> trial(renamed).stream())
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Names that leave nothing else to mend are the likeliest fix, others the last. */
  private static Problem withFix(Problem problem, Trial best) {
    List<Problem.Fix> fixes = new ArrayList<>(problem.fixes());
    fixes.add(best.fresh == 0 ? 0 : fixes.size(), best.renamed.fix(best.size));
    return problem.with(fixes.subList(0, Math.min(MOST_FIXES, fixes.size())));
  }

  private static boolean isOfSizes(Problem problem) {
    boolean isJoin = problem.code() == Code.CONCAT_MISMATCH || problem.code() == Code.ADD_MISMATCH;
    return isJoin
        && problem.details().stream()
                .map(Problem.Detail::value)
                .filter(value -> value instanceof Shape shape && shape.rank() == 3)
                .map(value -> Windows.size((Shape) value))
                .distinct()
                .count()
            > 1;
  }

  /** Other names in a join, those that fit the stages that it reads besides. */
  private Stream<RenamedInput> candidates(StageInput from) {
    int index = indexOf(from);
    return from.stages().stream()
        .flatMap(
            wrong ->
                declaration.stages().subList(0, index).stream()
                    .map(Stage::name)
                    .filter(name -> !from.stages().contains(name))
                    .filter(name -> fits(name, wrong, from))
                    .flatMap(name -> candidates(index, wrong, name)));
  }

  /** Whether a join is one of the network's own, and not of one that it contains. */
  private boolean isOwn(StageInput from) {
    return declaration.stages().stream()
        .anyMatch(stage -> stage.input().filter(input -> input == from).isPresent());
  }

  private int indexOf(StageInput from) {
    int index = 0;
    while (declaration.stages().get(index).input().orElse(null) != from) {
      index++;
    }
    return index;
  }

  private boolean fits(String name, String wrong, StageInput from) {
    return from.stages().stream()
        .filter(other -> !other.equals(wrong))
        .allMatch(other -> size(name).isKnown() && size(name).equals(size(other)));
  }

  /** The name in place of a wrong one; and the two swapped, if another join reads it. */
  private Stream<RenamedInput> candidates(int index, String wrong, String name) {
    RenamedInput replaced = new RenamedInput(declaration, index, wrong, name, -1);
    Stream<RenamedInput> swapped =
        declaration.stages().stream()
            .filter(other -> other.input().filter(in -> in.stages().contains(name)).isPresent())
            .filter(other -> !other.input().orElseThrow().stages().contains(wrong))
            .map(declaration.stages()::indexOf)
            .filter(other -> indexOf(wrong) < other && other != index)
            .map(other -> new RenamedInput(declaration, index, wrong, name, other));
    return Stream.concat(Stream.of(replaced), swapped);
  }

  private int indexOf(String name) {
    int index = 0;
    while (index < declaration.stages().size()
        && !declaration.stages().get(index).name().equals(name)) {
      index++;
    }
    return name.equals(StageInput.NETWORK) ? -1 : index;
  }

  private Shape size(String name) {
    Shape shape = shapes.getOrDefault(name, Shape.unknown());
    return shape.rank() == 3 ? Windows.size(shape) : Shape.unknown();
  }

  /**
   * Other names that mend a join.
   *
   * @param renamed the names
   * @param size the size that is joined then
   * @param fresh the number of mistakes that come to light then
   * @param left the number of all mistakes that are left then
   * @param rank how likely they are otherwise, the least the likeliest
   */
  private record Trial(RenamedInput renamed, Shape size, long fresh, long left, int rank)
      implements Comparable<Trial> {
    @Override
    public int compareTo(Trial other) {
      return Comparator.comparingLong(Trial::fresh)
          .thenComparingLong(Trial::left)
          .thenComparingInt(Trial::rank)
          .compare(this, other);
    }
  }

  private Optional<Trial> trial(RenamedInput renamed) {
    NetworkDeclaration other = renamed.declaration();
    List<Problem> left = inference.apply(other);
    List<Problem> fresh = left.stream().filter(problem -> !isKnown(problem, renamed)).toList();
    boolean isMended =
        left.stream().noneMatch(problem -> problem.at() == renamed.input())
            && fresh.stream().noneMatch(problem -> problem.code() == Code.UNUSED_STAGE);
    return isMended
        ? Optional.of(
            new Trial(renamed, size(renamed.name()), fresh.size(), left.size(), rank(renamed)))
        : Optional.empty();
  }

  /** Whether a mistake is there whatever the names. */
  private boolean isKnown(Problem problem, RenamedInput renamed) {
    Declared at = renamed.original(problem.at());
    return problems.stream().anyMatch(each -> each.code() == problem.code() && each.at() == at);
  }

  /** Most often the last stage of its size is joined, of as many channels as come from below. */
  private int rank(RenamedInput renamed) {
    Shape shape = shapes.get(renamed.name());
    int index = indexOf(renamed.name());
    boolean isOfOtherChannels =
        renamed.kept().stream().anyMatch(name -> shapes.get(name).channels() != shape.channels());
    boolean isLast = size(declaration.stages().get(index + 1).name()).dim(0) < shape.height();
    return (isOfOtherChannels ? 2 : 0) + (isLast ? 0 : 1);
  }
}
