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
  private final Value storage;
  private final boolean optional;

  Value(Node node, Role role, String label, Shape shape, Value storage, boolean optional) {
    this.node = node;
    this.role = role;
    this.label = label;
    this.shape = shape;
    this.storage = storage;
    this.optional = optional;
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

  /** The value whose memory it shares because it is the same data in another shape, or itself. */
  public Value storage() {
    return storage == null ? this : storage.storage();
  }

  /** Whether it is computed only if the gradient of the network's input is asked for. */
  public boolean isOptional() {
    return storage == null ? optional : storage.isOptional();
  }

  @Override
  public String toString() {
    return node.name() + " " + role + label;
  }
}
