package dev.weft.processor.emit;

import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.MethodSpec;
import java.util.List;

/**
 * How a class knows the full names of its layers: as they are, or, where several blocks share the
 * class, from the block's name, which its constructor is given.
 */
final class LayerNames {
  private static final String KERNELS = "kernels";
  private static final String NAME = "name";
  private static final LayerNames WHOLE = new LayerNames(null);

  /** What all layers' names begin with, or null. */
  private final String given;

  private LayerNames(String given) {
    this.given = given;
  }

  /** In a class of one block, or of the network. */
  static LayerNames whole() {
    return WHOLE;
  }

  /** In the class of a block and of others like it. */
  static LayerNames within(Block block) {
    return new LayerNames(block.fullName());
  }

  /** Whether names come from one that the constructor is given. */
  boolean isGiven() {
    return given != null;
  }

  /** The expression for a full name. */
  CodeBlock expression(String fullName) {
    return given == null
        ? CodeBlock.of("$S", fullName)
        : CodeBlock.of("$N + $S", NAME, fullName.substring(given.length()));
  }

  /** A name as comments tell it. */
  String spoken(String fullName) {
    return given == null ? fullName : fullName.substring(given.length() + 1);
  }

  /** What a constructor needs to make the layers. */
  MethodSpec.Builder addParameters(MethodSpec.Builder method) {
    method.addParameter(Types.KERNELS, KERNELS);
    return given == null ? method : method.addParameter(String.class, NAME);
  }

  /** The same, to hand on. */
  String arguments() {
    return given == null ? KERNELS : KERNELS + ", " + NAME;
  }

  /** Keeps members from having the parameters' names. */
  Identifiers reserve(Identifiers members) {
    return given == null ? members : members.reserve(List.of(NAME));
  }
}
