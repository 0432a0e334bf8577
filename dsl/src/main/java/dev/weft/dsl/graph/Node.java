package dev.weft.dsl.graph;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Op;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One operation in a graph and the value it computes. Nodes are compared by identity. */
public final class Node {
  private final List<Name> path;
  private final String name;
  private final Op op;
  private final List<Node> inputs;
  private final Shape output;
  private final ReceptiveField receptiveField;
  private final Declared declaredBy;
  private final boolean frozen;

  /**
   * A node that is not frozen, whose output shape follows from the operation and the inputs.
   *
   * @param path the stage and the names below it
   * @param declaredBy what asked for it, a layer or a joined input, or null for the network's input
   */
  public Node(List<Name> path, Op op, List<Node> inputs, Declared declaredBy) {
    this(path, op, inputs, declaredBy, false);
  }

  /**
   * The same.
   *
   * @param frozen whether training leaves it as it is
   */
  public Node(List<Name> path, Op op, List<Node> inputs, Declared declaredBy, boolean frozen) {
    this.path = List.copyOf(path);
    this.name = path.stream().map(Name::key).collect(Collectors.joining("."));
    this.op = op;
    this.inputs = List.copyOf(inputs);
    this.output = op.output(inputs.stream().map(Node::output).toList());
    this.declaredBy = declaredBy;
    this.frozen = frozen;
    this.receptiveField = see(op, inputs);
  }

  private static ReceptiveField see(Op op, List<Node> inputs) {
    ReceptiveField joined = ReceptiveField.join(inputs.stream().map(Node::receptiveField).toList());
    return inputs.isEmpty() ? joined : joined.through(op.sight(inputs.get(0).output()));
  }

  /** The stage and the names below it. */
  public List<Name> path() {
    return path;
  }

  /** The name as parameters carry it: {@code layer1.0.conv1}. */
  public String name() {
    return name;
  }

  /** The name of the stage. */
  public String stage() {
    return path.get(0).key();
  }

  /** The operation. */
  public Op op() {
    return op;
  }

  /** The nodes whose values it takes. */
  public List<Node> inputs() {
    return inputs;
  }

  /** The shape of its value for one image. */
  public Shape output() {
    return output;
  }

  /** Whether it is part of a frozen layer, so that training computes it as inference does. */
  public boolean isFrozen() {
    return frozen;
  }

  /** The number of elements that training changes. */
  public long trainedParameters() {
    return frozen ? 0 : op.parameterCount();
  }

  /** What its backward pass reads, besides the gradient of the output. */
  public Set<Op.Need> backwardNeeds() {
    return frozen ? op.frozenBackwardNeeds() : op.backwardNeeds();
  }

  /** Multiply-adds for one image. */
  public long macs() {
    return op.macs(output);
  }

  /** The pixels of the network's input that one element sees. */
  public ReceptiveField receptiveField() {
    return receptiveField;
  }

  /** What asked for it, a layer or a joined input, or null for the network's input. */
  public Declared declaredBy() {
    return declaredBy;
  }

  @Override
  public String toString() {
    return name() + ": " + op.describe() + ", " + output;
  }
}
