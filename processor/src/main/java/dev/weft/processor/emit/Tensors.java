package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The fields that hold a pass's values, in the order in which the values first appear. */
final class Tensors {
  private final Map<Value, String> names = new LinkedHashMap<>();

  Tensors(Pass pass, Identifiers identifiers) {
    values(pass).forEach(value -> names.computeIfAbsent(value, v -> identifiers.allot(name(v))));
  }

  private static Stream<Value> values(Pass pass) {
    Stream<Value> ends =
        Stream.of(pass.output(), pass.outputGradient(), pass.inputGradient())
            .filter(Objects::nonNull);
    Stream<Value> steps =
        Stream.concat(pass.forward().stream(), pass.backward().stream()).flatMap(Tensors::values);
    Stream<Value> sides =
        pass.sideOutputs().stream().flatMap(side -> Stream.of(side.output(), side.gradient()));
    return Stream.of(Stream.of(pass.input()), steps, ends, sides).flatMap(all -> all);
  }

  private static Stream<Value> values(Step step) {
    return Stream.concat(step.reads().stream(), step.writes().stream());
  }

  private static String name(Value value) {
    StringBuilder name = new StringBuilder();
    for (Name part : value.node().path()) {
      String accessor = part.accessor();
      name.append(name.isEmpty() ? accessor : Identifiers.capitalised(accessor));
    }
    return switch (value.role()) {
      case OUTPUT -> value.node().inputs().isEmpty() ? "input" : name + "Out";
      case GRADIENT -> name + "Grad" + value.label();
      case SAVED -> name + Identifiers.capitalised(value.label());
    };
  }

  String of(Value value) {
    return names.get(value);
  }

  List<String> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  Set<Value> values() {
    return names.keySet();
  }
}
