package dev.weft.processor.emit;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which blocks of a network a pass computes one at a time. */
final class PassBlocks {
  /** A person does not tell more arguments apart by their places. */
  private static final int MOST_GIVEN = 12;

  private final Pass pass;
  private final Map<Node, List<Integer>> forward;
  private final Map<Node, List<Integer>> backward;
  private final Map<Node, List<Node>> readers = new HashMap<>();
  private final Map<Value, List<Step>> writers = new HashMap<>();
  private final Map<Node, Value> outputs = new HashMap<>();

  /** What losses hand in. */
  private final Set<Value> handedIn = new HashSet<>();

  PassBlocks(Pass pass, Graph graph) {
    this.pass = pass;
    this.forward = places(pass.forward());
    this.backward = places(pass.backward());
    for (Node node : graph.nodes()) {
      for (Node input : node.inputs()) {
        readers.computeIfAbsent(input, unread -> new ArrayList<>()).add(node);
      }
    }
    handedIn.add(pass.outputGradient());
    pass.sideOutputs().forEach(side -> handedIn.add(side.gradient()));
    for (Step step : pass.forward()) {
      for (Value value : step.reads()) {
        outputs.put(value.node(), value);
      }
    }
    for (Step step : pass.backward()) {
      for (Value value : step.writes()) {
        writers.computeIfAbsent(value, unwritten -> new ArrayList<>()).add(step);
      }
    }
  }

  /** What the pass does in a block; empty if it does not do that one block at a time. */
  Optional<PassBlock> of(Block block) {
    Set<Node> nodes = new HashSet<>(block.allLayers());
    nodes.addAll(block.allSilent());
    Optional<List<Step>> forwardSteps = run(pass.forward(), forward, nodes);
    Optional<List<Step>> backwardSteps = run(pass.backward(), backward, nodes);
    if (forwardSteps.isEmpty() || backwardSteps.isEmpty() || forwardSteps.get().isEmpty()) {
      return Optional.empty();
    }
    Set<Value> own = new LinkedHashSet<>();
    Set<Value> given = new LinkedHashSet<>();
    for (List<Step> steps : List.of(forwardSteps.get(), backwardSteps.get())) {
      for (Step step : steps) {
        addTo(own, given, step.reads(), nodes);
        addTo(own, given, step.writes(), nodes);
      }
    }
    for (Node node : block.allSilent()) {
      Value output = outputs.get(node);
      if (output != null) {
        own.add(output);
      }
    }
    return given.size() > MOST_GIVEN || hasOptional(own)
        ? Optional.empty()
        : Optional.of(new PassBlock(block, forwardSteps.get(), backwardSteps.get(), own, given));
  }

  private void addTo(Set<Value> own, Set<Value> given, List<Value> values, Set<Node> nodes) {
    for (Value value : values) {
      if (isOwn(value, nodes)) {
        own.add(value);
      } else {
        given.add(value);
      }
    }
  }

  private static boolean hasOptional(Set<Value> values) {
    for (Value value : values) {
      if (value.isOptional()) {
        return true;
      }
    }
    return false;
  }

  /** For each node the places of its steps. */
  private static Map<Node, List<Integer>> places(List<Step> steps) {
    Map<Node, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Node node : steps.get(i).nodes()) {
        places.computeIfAbsent(node, first -> new ArrayList<>()).add(i);
      }
    }
    return places;
  }

  /**
   * The steps within a block; empty if others come between, or if one of them computes what is
   * outside the block at once with what is in it.
   */
  private Optional<List<Step>> run(
      List<Step> steps, Map<Node, List<Integer>> places, Set<Node> nodes) {
    BitSet within = new BitSet();
    for (Node node : nodes) {
      for (int place : places.getOrDefault(node, List.of())) {
        Step step = steps.get(place);
        if (!nodes.containsAll(step.nodes())) {
          return Optional.empty();
        }
        if (isWithin(nodes, step)) {
          within.set(place);
        }
      }
    }
    if (within.isEmpty()) {
      return Optional.of(List.of());
    }
    List<Step> run = steps.subList(within.nextSetBit(0), within.length());
    return run.size() == within.cardinality() ? Optional.of(run) : Optional.empty();
  }

  /** Gradients that come from outside are added up outside. */
  private boolean isWithin(Set<Node> nodes, Step step) {
    return nodes.contains(step.node())
        && (!(step instanceof Step.Accumulate)
            || nodes.containsAll(readers.getOrDefault(step.node(), List.of())));
  }

  private boolean isOwn(Value value, Set<Node> nodes) {
    if (!nodes.contains(value.node()) || handedIn.contains(value)) {
      return false;
    }
    for (Step writer : writers.getOrDefault(value, List.of())) {
      if (!isWithin(nodes, writer)) {
        return false;
      }
    }
    return true;
  }
}
