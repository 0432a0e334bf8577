package dev.weft.processor.emit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that the members of generated classes cannot have. */
final class MemberNames {
  /** What {@code Model} and {@code Object} already call by these names. */
  static final List<String> INHERITED =
      List.of(
          "kernels",
          "options",
          "inputShape",
          "outputShape",
          "parameters",
          "parameterCount",
          "parameter",
          "frozenParameters",
          "arrays",
          "statistics",
          "bufferBytes",
          "dataType",
          "randomState",
          "continueRandomAt",
          "predict",
          "forward",
          "backward",
          "inputGradient",
          "freeze",
          "saveWeights",
          "loadWeights",
          "observedBy",
          "prepareInference",
          "prepareTraining",
          "sideOutputs",
          "trainingPass",
          "inferencePass",
          "summary",
          "type");

  /** What every class inherits, and the parameter of the constructors. */
  private static final List<String> IN_EVERY_CLASS =
      List.of(
          "kernels",
          "getClass",
          "hashCode",
          "equals",
          "toString",
          "clone",
          "finalize",
          "notify",
          "notifyAll",
          "wait");

  /** What the members of no class can be called. */
  static final Set<String> RESERVED = reserved();

  private MemberNames() {}

  private static Set<String> reserved() {
    Set<String> reserved = new HashSet<>(IN_EVERY_CLASS);
    reserved.addAll(Types.NAMES);
    reserved.addAll(OpWriter.names());
    return Set.copyOf(reserved);
  }
}
