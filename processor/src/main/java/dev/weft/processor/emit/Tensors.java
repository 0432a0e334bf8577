package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a pass: its values, in the order in which they first appear, and what computes
 * several layers at once.
 */
final class Tensors {
  private final Map<Value, String> names = new LinkedHashMap<>();
  private final Map<Step.Fused, String> fused = new LinkedHashMap<>();
  private final Map<Node, String> nodes = new HashMap<>();
  private final Identifiers identifiers;
  private final Memory memory;

  Tensors(Pass pass, Identifiers identifiers) {
    this.identifiers = identifiers;
    this.memory = pass.memory();
    add(pass.input());
    pass.forward().forEach(this::addAll);
    pass.backward().forEach(this::addAll);
    add(pass.output());
    add(pass.outputGradient());
    add(pass.inputGradient());
    for (Pass.SideOutput side : pass.sideOutputs()) {
      add(side.output());
      add(side.gradient());
    }
    for (Step step : pass.forward()) {
      if (step instanceof Step.Fused several) {
        String name = nodes.computeIfAbsent(several.node(), Tensors::name);
        fused.put(several, identifiers.allot(name + "Fused"));
      }
    }
  }

  private void addAll(Step step) {
    step.reads().forEach(this::add);
    step.writes().forEach(this::add);
  }

  /** What a value lies in comes before it. */
  private void add(Value value) {
    if (value != null && !names.containsKey(value)) {
      memory.within(value).ifPresent(slice -> add(slice.whole()));
      names.put(value, identifiers.allot(name(value)));
    }
  }

  private String name(Value value) {
    String name = nodes.computeIfAbsent(value.node(), Tensors::name);
    return switch (value.role()) {
      case OUTPUT -> value.node().inputs().isEmpty() ? "input" : name + "Out";
      case GRADIENT -> name + "Grad" + value.label();
      case SAVED -> name + Identifiers.capitalised(value.label());
    };
  }

  private static String name(Node node) {
    StringBuilder name = new StringBuilder();
    for (Name part : node.path()) {
      String accessor = part.accessor();
      name.append(name.isEmpty() ? accessor : Identifiers.capitalised(accessor));
    }
    return name.toString();
  }

  String of(Value value) {
    return names.get(value);
  }

  List<String> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  String of(Step.Fused step) {
    return fused.get(step);
  }

  Set<Step.Fused> fused() {
    return fused.keySet();
  }

  Set<Value> values() {
    return names.keySet();
  }
}
