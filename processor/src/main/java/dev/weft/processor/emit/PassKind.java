package dev.weft.processor.emit;

import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Program;
import dev.weft.processor.emit.code.ClassName;
import java.util.List;

/** The passes of a network. */
enum PassKind {
  /** A training step. */
  TRAINING(
      "Training", Types.TRAINING_PASS, "a training step", "step", List.of("forward", "backward")),
  /** A prediction. */
  INFERENCE("Inference", Types.INFERENCE_PASS, "a prediction", "prediction", List.of("run"));

  private final String className;
  private final ClassName contract;
  private final String spoken;
  private final String brief;
  private final List<String> directions;

  PassKind(
      String className, ClassName contract, String spoken, String brief, List<String> directions) {
    this.className = className;
    this.contract = contract;
    this.spoken = spoken;
    this.brief = brief;
    this.directions = directions;
  }

  /** The name of its class, which names the classes of its blocks, too. */
  String className() {
    return className;
  }

  /** What its class implements. */
  ClassName contract() {
    return contract;
  }

  /** What it does, in words. */
  String spoken() {
    return spoken;
  }

  /** The same once it was named. */
  String briefly() {
    return brief;
  }

  /** The pass in a network's program. */
  Pass pass(Program program) {
    return this == TRAINING ? program.training() : program.inference();
  }

  /** Its methods: to the output, and back to the gradients if it goes back. */
  List<String> directions() {
    return directions;
  }
}
