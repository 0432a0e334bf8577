package dev.weft.dsl.contract;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.weights.TensorEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays a file's arrays beside a network's parameters. */
final class WeightsComparison {
  /** PyTorch's count of the batches that a batch norm has seen, which nothing here needs. */
  private static final String IGNORED = "num_batches_tracked";

  private static final int MOST_SHOWN = 8;

  /** Among more names, looking for the nearest would take too long. */
  private static final int MOST_COMPARED = 10_000;

  private static final int LONGEST_NAME = 120;

  private record Parameter(String name, ParameterSpec spec, Declared declaredBy) {
    boolean hasShapeOf(TensorEntry entry) {
      int[] dims = spec.shape().toArray();
      return entry.shape().size() == dims.length
          && IntStream.range(0, dims.length).allMatch(i -> entry.shape().get(i) == dims[i]);
    }
  }

  private final WeightsFile file;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, TensorEntry> entries = new LinkedHashMap<>();

  WeightsComparison(WeightsFile file, Graph graph) {
    this.file = file;
    for (Node node : graph.nodes()) {
      for (ParameterSpec spec : node.op().parameters()) {
        String name = node.name() + "." + spec.name();
        parameters.put(name, new Parameter(name, spec, node.declaredBy()));
      }
    }
    for (TensorEntry entry : file.header().tensors()) {
      if (!entry.name().endsWith(IGNORED)) {
        entries.put(entry.name(), entry);
      }
    }
  }

  /** The one message about all that does not fit; empty if everything does. */
  Optional<Problem> problem() {
    List<Parameter> missing =
        parameters.values().stream().filter(each -> !entries.containsKey(each.name())).toList();
    List<TensorEntry> unexpected =
        entries.values().stream().filter(each -> !parameters.containsKey(each.name())).toList();
    List<Parameter> reshaped =
        shared().filter(each -> !each.hasShapeOf(entries.get(each.name()))).toList();
    List<Parameter> retyped =
        shared().filter(each -> !entries.get(each.name()).type().canBeWeights()).toList();
    List<String> counts = new ArrayList<>();
    count(counts, missing, "missing");
    count(counts, unexpected, "unexpected");
    count(counts, reshaped, "of another shape");
    count(counts, retyped, "of another type");
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    List<String> missingNames = missing.stream().map(Parameter::name).toList();
    List<String> unexpectedNames = unexpected.stream().map(TensorEntry::name).toList();
    List<Problem.Detail> details = new ArrayList<>();
    list(details, "missing", missing, each -> missing(each, unexpectedNames));
    list(details, "unexpected", unexpected, each -> unexpected(each, missingNames));
    list(details, "shape", reshaped, this::reshaped);
    list(details, "type", retyped, this::retyped);
    return Optional.of(
        new Problem(
            Code.WEIGHTS_MISMATCH,
            file,
            "value",
            "`" + file.name() + "` does not fit the network: " + String.join(", ", counts),
            details,
            fixes(missingNames, unexpectedNames)));
  }

  private Stream<Parameter> shared() {
    return parameters.values().stream().filter(each -> entries.containsKey(each.name()));
  }

  private static void count(List<String> counts, List<?> some, String what) {
    if (!some.isEmpty()) {
      counts.add(Counts.number(some.size()) + " " + what);
    }
  }

  private static <T> void list(
      List<Problem.Detail> details, String label, List<T> all, Function<T, Problem.Detail> line) {
    for (int i = 0; i < Math.min(all.size(), MOST_SHOWN); i++) {
      Problem.Detail detail = line.apply(all.get(i));
      details.add(new Problem.Detail(i == 0 ? label : "", null, detail.source(), detail.reason()));
    }
    if (all.size() > MOST_SHOWN) {
      String more = "and " + Counts.number(all.size() - MOST_SHOWN) + " more";
      details.add(new Problem.Detail("", null, null, more));
    }
  }

  private static Problem.Detail missing(Parameter parameter, Collection<String> unexpected) {
    String shape = parameter.spec().shape().compact();
    String nearest = nearest(parameter.name(), unexpected, "the file's nearest is");
    return line(parameter, parameter.name() + " of " + shape + nearest);
  }

  private static Problem.Detail unexpected(TensorEntry entry, Collection<String> missing) {
    String text = entry.shownName() + " of " + entry.shapeText();
    return new Problem.Detail(
        null, null, null, text + nearest(entry.name(), missing, "the network's nearest is"));
  }

  private Problem.Detail reshaped(Parameter parameter) {
    String has = entries.get(parameter.name()).shapeText();
    String needs = parameter.spec().shape().compact();
    return line(parameter, parameter.name() + " is " + has + ", but must be " + needs);
  }

  private Problem.Detail retyped(Parameter parameter) {
    String has = entries.get(parameter.name()).type().name();
    return line(parameter, parameter.name() + " is " + has + ", but must be floating point");
  }

  private static Problem.Detail line(Parameter parameter, String text) {
    return new Problem.Detail(null, null, parameter.declaredBy(), text);
  }

  private static String nearest(String name, Collection<String> others, String is) {
    if (others.size() > MOST_COMPARED || name.length() > LONGEST_NAME) {
      return "";
    }
    return Nearest.of(name, others).map(other -> ", " + is + " " + other).orElse("");
  }

  /** Saving a wrapped module puts one prefix in front of all names. */
  private List<Problem.Fix> fixes(List<String> missing, List<String> unexpected) {
    Optional<String> prefix =
        missing.isEmpty()
            ? Optional.empty()
            : unexpected.stream()
                .filter(name -> name.endsWith("." + missing.get(0)))
                .limit(MOST_SHOWN)
                .map(name -> name.substring(0, name.length() - missing.get(0).length()))
                .filter(each -> missing.stream().allMatch(name -> entries.containsKey(each + name)))
                .findFirst();
    return prefix
        .map(
            each ->
                List.of(
                    new Problem.Fix(
                        "save the weights without the prefix `" + each + "` of their names",
                        null,
                        null)))
        .orElse(
            List.of(
                new Problem.Fix(
                    "name the stages and layers as the file does, or take the file that fits",
                    null,
                    null)));
  }
}
