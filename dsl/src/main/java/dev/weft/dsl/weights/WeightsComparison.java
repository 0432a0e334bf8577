package dev.weft.dsl.weights;

import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file's arrays beside a network's parameters and statistics: which names only one of them has,
 * and which arrays of a common name are of another shape or no floating point numbers. PyTorch's
 * {@code num_batches_tracked} does not count.
 *
 * <pre>{@code
 * var comparison = WeightsComparison.of(Map.of("fc.weight", List.of(10L, 8L)), header.tensors());
 * comparison.missing();     // [fc.weight]
 * comparison.summary();     // 1 missing, 1 unexpected
 * }</pre>
 */
public final class WeightsComparison {
  /** PyTorch's count of the batches that a batch norm has seen, which nothing here needs. */
  private static final String IGNORED = "num_batches_tracked";

  /** To compare more pairs of letters, in search of the nearest name, would take too long. */
  private static final long MOST_COMPARED = 100_000_000;

  /** Among the first names of a file, a common prefix has to show. */
  private static final int MOST_PREFIXES = 8;

  /**
   * One line of what does not fit.
   *
   * @param label what is wrong, in a word, or empty if it is the same as in the line before
   * @param parameter the name of the network's parameter that it speaks of, or null
   * @param text what is wrong
   */
  public record Line(String label, String parameter, String text) {}

  private final Map<String, List<Long>> parameters;
  private final Map<String, TensorEntry> entries;
  private final List<String> missing;
  private final List<String> unexpected;
  private final List<String> reshaped;
  private final List<String> retyped;

  private WeightsComparison(Map<String, List<Long>> parameters, Map<String, TensorEntry> entries) {
    this.parameters = parameters;
    this.entries = entries;
    missing = parameters.keySet().stream().filter(name -> !entries.containsKey(name)).toList();
    unexpected = entries.keySet().stream().filter(name -> !parameters.containsKey(name)).toList();
    reshaped =
        commonNames()
            .filter(name -> !entries.get(name).shape().equals(parameters.get(name)))
            .toList();
    retyped = commonNames().filter(name -> !entries.get(name).type().canBeWeights()).toList();
  }

  /**
   * Compares.
   *
   * @param parameters the shapes of the network's parameters and statistics by their names, in the
   *     order in which to speak of them
   * @param tensors the file's arrays
   */
  public static WeightsComparison of(
      Map<String, List<Long>> parameters, Collection<TensorEntry> tensors) {
    Map<String, TensorEntry> entries = new LinkedHashMap<>();
    for (TensorEntry entry : tensors) {
      if (!entry.name().endsWith(IGNORED)) {
        entries.put(entry.name(), entry);
      }
    }
    return new WeightsComparison(new LinkedHashMap<>(parameters), entries);
  }

  private Stream<String> commonNames() {
    return parameters.keySet().stream().filter(entries::containsKey);
  }

  /** The names that the network has and the file has not. */
  public List<String> missing() {
    return missing;
  }

  /** The names that the file has and the network has not. */
  public List<String> unexpected() {
    return unexpected;
  }

  /** The arrays whose names both have, in the network's order. */
  public List<TensorEntry> common() {
    return commonNames().map(entries::get).toList();
  }

  /** The same comparison of nothing but the names that both have. */
  public WeightsComparison ofCommon() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(parameters);
    shapes.keySet().retainAll(entries.keySet());
    Map<String, TensorEntry> arrays = new LinkedHashMap<>(entries);
    arrays.keySet().retainAll(parameters.keySet());
    return new WeightsComparison(shapes, arrays);
  }

  /** Whether nothing is missing, unexpected, or of another shape or type. */
  public boolean fits() {
    return Stream.of(missing, unexpected, reshaped, retyped).allMatch(List::isEmpty);
  }

  /** How many of each kind do not fit: {@code 1 missing, 2 unexpected}. */
  public String summary() {
    List<String> counts = new ArrayList<>();
    count(counts, missing, "missing");
    count(counts, unexpected, "unexpected");
    count(counts, reshaped, "of another shape");
    count(counts, retyped, "of another type");
    return String.join(", ", counts);
  }

  private static void count(List<String> counts, List<String> names, String what) {
    if (!names.isEmpty()) {
      counts.add(Counts.number(names.size()) + " " + what);
    }
  }

  /**
   * All that does not fit, names that only one side has with the nearest of the other.
   *
   * @param most the most lines of each kind; a line more counts the rest
   */
  public List<Line> lines(int most) {
    NearestNames ofFile = new NearestNames(unexpected, "the file's nearest is");
    NearestNames ofNetwork = new NearestNames(missing, "the network's nearest is");
    List<Line> lines = new ArrayList<>();
    add(lines, most, "missing", missing, name -> missingText(name) + ofFile.to(name));
    add(lines, most, "unexpected", unexpected, name -> unexpectedText(name) + ofNetwork.to(name));
    add(lines, most, "shape", reshaped, this::reshapedText);
    add(lines, most, "type", retyped, this::retypedText);
    return lines;
  }

  private void add(
      List<Line> lines, int most, String label, List<String> names, Function<String, String> text) {
    for (int i = 0; i < Math.min(names.size(), most); i++) {
      String name = names.get(i);
      String parameter = parameters.containsKey(name) ? name : null;
      lines.add(new Line(i == 0 ? label : "", parameter, text.apply(name)));
    }
    if (names.size() > most) {
      lines.add(new Line("", null, "and " + Counts.number(names.size() - most) + " more"));
    }
  }

  private String missingText(String name) {
    return name + " of " + TensorEntry.shapeText(parameters.get(name));
  }

  private String unexpectedText(String name) {
    TensorEntry entry = entries.get(name);
    return entry.shownName() + " of " + entry.shapeText();
  }

  private String reshapedText(String name) {
    String needed = TensorEntry.shapeText(parameters.get(name));
    return name + " is " + entries.get(name).shapeText() + ", but must be " + needed;
  }

  private String retypedText(String name) {
    return name + " is " + entries.get(name).type() + ", but must be floating point";
  }

  /** Finds nearest names for as long as that takes no time to speak of. */
  private static final class NearestNames {
    private final List<String> names;
    private final String is;
    private final long letters;
    private long compared;

    NearestNames(List<String> names, String is) {
      this.names = names;
      this.is = is;
      letters = names.stream().mapToLong(String::length).sum();
    }

    /** What to say of the nearest; empty if there is none. */
    String to(String name) {
      compared += letters * name.length();
      if (compared > MOST_COMPARED) {
        return "";
      }
      return Nearest.of(name, names)
          .filter(nearest -> Nearest.isNear(name, nearest))
          .map(nearest -> ", " + is + " " + Texts.shortened(nearest))
          .orElse("");
    }
  }

  /** What to do about it. */
  public String fix() {
    return prefix()
        .map(prefix -> "save the weights without the prefix `" + prefix + "` of their names")
        .or(
            () ->
                block()
                    .map(
                        block ->
                            "save the weights with the prefix `" + block + ".` to their names"))
        .orElseGet(
            () ->
                (missing.isEmpty() && unexpected.isEmpty()
                        ? "declare the layers as the file has them"
                        : "name the stages and layers as the file does")
                    + ", or take the file that fits");
  }

  /**
   * The block of the network that the file is of, without the block's own name: {@code backbone},
   * if the network lacks {@code backbone.conv1.weight} and the file has {@code conv1.weight}.
   */
  public Optional<String> block() {
    return unexpected.stream()
        .limit(MOST_PREFIXES)
        .flatMap(
            name ->
                missing.stream()
                    .filter(each -> each.endsWith("." + name))
                    .limit(MOST_PREFIXES)
                    .map(each -> each.substring(0, each.length() - name.length() - 1)))
        .filter(this::isOfFile)
        .findFirst();
  }

  private boolean isOfFile(String block) {
    String prefix = block + ".";
    return missing.stream()
        .filter(name -> name.startsWith(prefix))
        .allMatch(name -> entries.containsKey(name.substring(prefix.length())));
  }

  /** Saving a wrapped module puts one prefix in front of all names. */
  private Optional<String> prefix() {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String first = missing.get(0);
    return unexpected.stream()
        .filter(name -> name.endsWith("." + first))
        .limit(MOST_PREFIXES)
        .map(name -> name.substring(0, name.length() - first.length()))
        .filter(prefix -> missing.stream().allMatch(name -> entries.containsKey(prefix + name)))
        .findFirst()
        .map(Texts::shortened);
  }
}
