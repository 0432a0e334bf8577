package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which expressions the code of a pass, or of a block in it, reaches values and what computes
 * several layers at once.
 */
final class Tensors {
  private final Map<Value, String> expressions = new HashMap<>();
  private final Map<Value, String> fields = new LinkedHashMap<>();
  private final List<Step.Fused> fused = new ArrayList<>();
  private final Map<Step.Fused, String> ofFused = new IdentityHashMap<>();
  private final Map<Node, String> nodes = new HashMap<>();
  private final Identifiers identifiers;
  private final int depth;

  /**
   * None so far.
   *
   * @param identifiers gives out the names of fields
   * @param depth how many parts of layers' names go without saying
   */
  Tensors(Identifiers identifiers, int depth) {
    this.identifiers = identifiers;
    this.depth = depth;
  }

  /** A value that gets a field. */
  void addField(Value value) {
    String name = identifiers.allot(name(value));
    fields.put(value, name);
    expressions.put(value, name);
  }

  /** Layers that are computed at once get a field. */
  void addFused(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Fused several) {
        fused.add(several);
        ofFused.put(several, identifiers.allot(name(several.node()) + "Fused"));
      }
    }
  }

  /** A value that methods are given. */
  void addParameter(Value value, String wanted) {
    expressions.put(value, identifiers.allot(wanted));
  }

  /** A value that is kept elsewhere. */
  void add(Value value, String expression) {
    expressions.put(value, expression);
  }

  private String name(Value value) {
    String name = name(value.node());
    return switch (value.role()) {
      case OUTPUT -> value.node().inputs().isEmpty() ? "input" : name + "Out";
      case GRADIENT -> name + "Grad" + value.label();
      case SAVED -> name + Identifiers.capitalised(value.label());
    };
  }

  private String name(Node node) {
    return nodes.computeIfAbsent(node, this::joined);
  }

  private String joined(Node node) {
    StringBuilder name = new StringBuilder();
    for (Name part : node.path().subList(depth, node.path().size())) {
      String accessor = part.accessor();
      name.append(name.isEmpty() ? accessor : Identifiers.capitalised(accessor));
    }
    return name.toString();
  }

  boolean has(Value value) {
    return expressions.containsKey(value);
  }

  String of(Value value) {
    return expressions.get(value);
  }

  List<String> of(List<Value> values) {
    List<String> all = new ArrayList<>(values.size());
    for (Value value : values) {
      all.add(of(value));
    }
    return all;
  }

  /** Values as arguments of a call. */
  String listed(List<Value> values) {
    return String.join(", ", of(values));
  }

  String of(Step.Fused step) {
    return ofFused.get(step);
  }

  /** The values that have fields, in the order in which they got them. */
  Set<Value> fields() {
    return fields.keySet();
  }

  /** What computes several layers at once. */
  List<Step.Fused> fused() {
    return fused;
  }
}
