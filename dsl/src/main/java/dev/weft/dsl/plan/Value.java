package dev.weft.dsl.plan;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;

/** Something that a pass keeps in memory, written once in a pass. Compared by identity. */
public final class Value {
  /** What a value is to its node. */
  public enum Role {
    /** The node's output. */
    OUTPUT,
    /** The gradient of the loss by the node's output, or a part of it from one consumer. */
    GRADIENT,
    /** What the forward pass keeps for the backward pass, such as a mask. */
    SAVED
  }

  private final Node node;
  private final Role role;
  private final String label;
  private final Shape shape;
  private final Value source;
  private final int firstChannel;
  private final boolean optional;

  private Value(
      Node node,
      Role role,
      String label,
      Shape shape,
      Value source,
      int firstChannel,
      boolean optional) {
    this.node = node;
    this.role = role;
    this.label = label;
    this.shape = shape;
    this.source = source;
    this.firstChannel = firstChannel;
    this.optional = optional;
  }

  /** A value that a step writes. */
  static Value written(Node node, Role role, String label, Shape shape, boolean optional) {
    return new Value(node, role, label, shape, null, 0, optional);
  }

  /**
   * Another value's data as the value of a node: in another shape, or some of its channels.
   *
   * @param firstChannel the first of them
   */
  static Value of(Value source, int firstChannel, Node node, Role role, String label) {
    return new Value(node, role, label, node.output(), source, firstChannel, false);
  }

  /** The node that it belongs to. */
  public Node node() {
    return node;
  }

  /** What it is to its node. */
  public Role role() {
    return role;
  }

  /** Tells values of the same node and role apart; may be empty. */
  public String label() {
    return label;
  }

  /** Its shape for one image. */
  public Shape shape() {
    return shape;
  }

  /** The value whose data it is, or a part of it; null if a step writes it. */
  public Value source() {
    return source;
  }

  /** The first of the source's channels that it has. */
  public int firstChannel() {
    return firstChannel;
  }

  /** The value that a step writes and whose data this is, or a part of it; itself if written. */
  public Value storage() {
    return source == null ? this : source.storage();
  }

  /** Whether it is computed only if the gradient of the network's input is asked for. */
  public boolean isOptional() {
    return storage().optional;
  }

  @Override
  public String toString() {
    return node.name() + " " + role + label;
  }
}
