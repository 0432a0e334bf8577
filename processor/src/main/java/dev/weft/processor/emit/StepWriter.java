package dev.weft.processor.emit;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes each step as one call of a layer. The order of the arguments is the same for all: what the
 * layer reads, the activation behind it, what the step reads besides, what it kept, what it writes;
 * only a concatenation, whose inputs vary in number, names the joined value first.
 */
final class StepWriter {
  private final Function<Node, String> layers;
  private final Tensors tensors;
  private final PassKind kind;

  /**
   * A writer.
   *
   * @param layers by which expression a layer is reached
   */
  StepWriter(Function<Node, String> layers, Tensors tensors, PassKind kind) {
    this.layers = layers;
    this.tensors = tensors;
    this.kind = kind;
  }

  /** The calls of some steps. */
  List<CodeBlock> write(List<Step> steps) {
    List<CodeBlock> calls = new ArrayList<>(steps.size());
    for (Step step : steps) {
      calls.add(write(step));
    }
    return calls;
  }

  CodeBlock write(Step step) {
    if (step instanceof Step.Forward forward) {
      return forward(forward);
    }
    if (step instanceof Step.Fused fused) {
      List<String> arguments = tensors.of(fused.inputs());
      arguments.add(tensors.of(fused.output()));
      return call(tensors.of(fused), "forward", arguments, List.of(fused.output()));
    }
    if (step instanceof Step.Backward backward) {
      return guarded(backward.isOptional(), backward(backward));
    }
    Step.Accumulate accumulate = (Step.Accumulate) step;
    return guarded(accumulate.sum().isOptional(), accumulate(accumulate));
  }

  /** The statements that join the layers of steps that compute several at once. */
  List<CodeBlock> fusing() {
    List<CodeBlock> statements = new ArrayList<>();
    for (Step.Fused step : tensors.fused()) {
      statements.add(fusing(step));
    }
    return statements;
  }

  /** The statement that joins the layers of a step; the addition shows in the step's arguments. */
  private CodeBlock fusing(Step.Fused step) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$N = kernels.fused($L)", tensors.of(step), layers.apply(step.node()));
    for (Node follower : step.followers()) {
      if (follower.op() instanceof BatchNormOp) {
        code.add(".batchNorm($L)", layers.apply(follower));
      } else if (!(follower.op() instanceof AddOp)) {
        code.add(".activation($L)", layers.apply(follower));
      }
    }
    return code.add(";\n").build();
  }

  private CodeBlock forward(Step.Forward step) {
    List<String> arguments = tensors.of(step.inputs());
    if (step.node().op() instanceof ConcatOp) {
      arguments.add(0, tensors.of(step.output()));
    } else {
      step.activation().map(layers).ifPresent(arguments::add);
      arguments.addAll(tensors.of(step.saved()));
      arguments.add(tensors.of(step.output()));
    }
    boolean fixedStatistics =
        step.node().op() instanceof BatchNormOp
            && (kind == PassKind.INFERENCE || step.node().isFrozen());
    return call(
        layers.apply(step.node()),
        fixedStatistics ? "infer" : "forward",
        arguments,
        List.of(step.output()));
  }

  private CodeBlock backward(Step.Backward step) {
    List<String> arguments = tensors.of(step.reads());
    step.activation()
        .map(layers)
        .ifPresent(function -> arguments.add(step.inputs().size(), function));
    for (Optional<Value> gradient : step.inputGradients()) {
      arguments.add(gradient.map(tensors::of).orElse("null"));
    }
    return call(layers.apply(step.node()), "backward", arguments, step.writes());
  }

  private CodeBlock accumulate(Step.Accumulate step) {
    return call(
        NetworkWriter.GRADIENT_SUM,
        "forward",
        tensors.of(List.of(step.first(), step.second(), step.sum())),
        List.of(step.sum()));
  }

  private static CodeBlock call(
      String layer, String method, List<String> arguments, List<Value> results) {
    List<Shape> shapes = new ArrayList<>(results.size());
    for (Value result : results) {
      shapes.add(result.shape());
    }
    return CodeBlock.of(
        "$L.$L($L);$L\n", layer, method, String.join(", ", arguments), new Remark(shapes));
  }

  private static CodeBlock guarded(boolean optional, CodeBlock call) {
    return optional
        ? CodeBlock.builder()
            .beginControlFlow("if (options.inputGradient())")
            .add(call)
            .endControlFlow()
            .build()
        : call;
  }
}
