package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.InputOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where in the network a rule works: the names down to here, and what it adds to. */
final class Scope {
  private final List<Name> path;
  private final Found found;
  private final boolean frozen;

  private Scope(List<Name> path, Found found, boolean frozen) {
    this.path = path;
    this.found = found;
    this.frozen = frozen;
  }

  static Scope root(Found found) {
    return new Scope(List.of(), found, false);
  }

  /** The same, of what training leaves as it is. */
  Scope within(FrozenLayer layer) {
    if (frozen) {
      return this;
    }
    found.frozen().add(layer);
    return new Scope(path, found, true);
  }

  /** Whether training leaves what is inferred here as it is. */
  boolean isFrozen() {
    return frozen;
  }

  Scope child(Name name) {
    List<Name> longer = new ArrayList<>(path);
    longer.add(name);
    return new Scope(List.copyOf(longer), found, frozen);
  }

  Scope child(String name) {
    return child(new Name(name, name));
  }

  /** The full name of what is inferred here. */
  String name() {
    return path.stream().map(Name::key).collect(Collectors.joining("."));
  }

  /** The number of blocks around what is inferred here. */
  int depth() {
    return path.size();
  }

  void report(Problem problem) {
    found.problems().add(problem);
  }

  /** Notes that a part could not be read; what is wrong with it was reported elsewhere. */
  void missesSomething() {
    found.missesSomething();
  }

  /** Adds a side output for training. */
  void addSideOutput(Flow output, double weight, Declared by) {
    found.sideOutputs().add(new Graph.SideOutput(output.node(), weight, by));
  }

  /** The nodes added since there were {@code count}. */
  List<Node> nodesSince(int count) {
    return List.copyOf(found.nodes().subList(count, found.nodes().size()));
  }

  int nodeCount() {
    return found.nodes().size();
  }

  /** Infers a layer in this scope. */
  Flow infer(Layer layer, Flow input) {
    return Rules.apply(layer, input, this);
  }

  /** Adds an operation on one input, or reports that it is too large to compute. */
  Flow add(Op op, Declared by, Flow input) {
    return add(op, by, List.of(input));
  }

  /** Adds an operation, or reports that it is too large to compute. */
  Flow add(Op op, Declared by, List<Flow> inputs) {
    List<Shape> shapes = inputs.stream().map(Flow::shape).toList();
    if (shapes.stream().allMatch(Shape::isKnown)) {
      String excess = Sizes.excess(op, shapes);
      if (excess != null) {
        report(Sizes.tooLarge(by, kind(op, by), shapes.get(0), excess));
        return standIn(Shape.unknown(), by);
      }
    }
    Node node = new Node(path, op, inputs.stream().map(Flow::node).toList(), by, frozen);
    found.nodes().add(node);
    return new Flow(node, by, node.name());
  }

  /** As its author wrote it: a depthwise convolution is a {@code conv} to nobody else. */
  private static String kind(Op op, Declared by) {
    return op instanceof ConvOp && by instanceof Layer layer && layer.children().isEmpty()
        ? layer.kind()
        : op.kind();
  }

  /** A value in place of one that a mistake prevents, known as far as it is certain. */
  Flow standIn(Shape shape, Declared by) {
    return new Flow(new Node(path, new InputOp(shape), List.of(), by), by, name());
  }

  /** A value behind paths that differ: known as far as they agree. */
  Flow standIn(Shape agreed, Shape one, Shape other, Declared by) {
    return standIn(found.behind(agreed, one, other), by);
  }

  /** Infers siblings one after the other; {@code first} is the index of the first among its own. */
  Flow inferAll(List<Spliced> siblings, int first, Set<String> taken, Flow input) {
    Flow flow = input;
    int index = first;
    for (Spliced each : siblings) {
      flow = Sibling.of(each.layer(), index++, taken, flow, this).infer(flow, each.in(this));
    }
    return flow;
  }

  /** Infers siblings that are the only ones here. */
  Flow inferAll(List<Spliced> siblings, Flow input) {
    return inferAll(siblings, 0, new HashSet<>(), input);
  }

  /** The name of a sibling; reports one that is taken. */
  Name nameOf(Layer layer, int index, Set<String> taken) {
    if (layer.name() == null) {
      return unnamed(layer, index);
    }
    claim(layer.name(), layer, "named", taken);
    return new Name(layer.name(), layer.name());
  }

  /** Takes a name among siblings; reports one that is taken. */
  void claim(String name, Layer layer, String modifier, Set<String> taken) {
    if (!taken.add(name)) {
      report(
          new Problem(
              Code.DUPLICATE_NAME,
              layer,
              modifier,
              "two layers of " + name() + " are named \"" + name + "\"",
              List.of(),
              List.of(
                  new Problem.Fix(
                      "give one of them another name",
                      ".named(\"" + freeName(name, taken) + "\")",
                      null))));
    }
  }

  /** The scope of an operation that the declaration does not name, apart from all that it names. */
  Scope childApartFrom(Collection<String> names, String wanted) {
    String name = wanted;
    while (names.contains(name)) {
      name += "_";
    }
    return child(name);
  }

  private static Name unnamed(Layer layer, int index) {
    String kind = layer instanceof ResidualLayer ? "block" : layer.kind();
    return new Name(Integer.toString(index), kind + index);
  }

  private static String freeName(String name, Set<String> taken) {
    String stem = name.replaceFirst("[0-9]+$", "");
    int number = 2;
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
