package dev.weft.processor.emit;

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
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Writes each step as one call of a layer. The order of the arguments is the same for all: what the
 * step reads, what it kept, what it writes; only a concatenation, whose inputs vary in number,
 * names the joined value first.
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

  CodeBlock write(Step step) {
    if (step instanceof Step.Forward forward) {
      return forward(forward);
    }
    if (step instanceof Step.Fused fused) {
      List<String> arguments = new ArrayList<>(tensors.of(fused.inputs()));
      arguments.add(tensors.of(fused.output()));
      return call(tensors.of(fused), "forward", arguments, fused.output().shape().toString());
    }
    if (step instanceof Step.Backward backward) {
      return guarded(backward.isOptional(), backward(backward));
    }
    Step.Accumulate accumulate = (Step.Accumulate) step;
    return guarded(accumulate.sum().isOptional(), accumulate(accumulate));
  }

  /** The statement that joins the layers of a step; the addition shows in the step's arguments. */
  CodeBlock fusing(Step.Fused step) {
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
    List<String> arguments = new ArrayList<>();
    if (step.node().op() instanceof ConcatOp) {
      arguments.add(tensors.of(step.output()));
      arguments.addAll(tensors.of(step.inputs()));
    } else {
      arguments.addAll(tensors.of(step.inputs()));
      arguments.addAll(tensors.of(step.saved()));
      arguments.add(tensors.of(step.output()));
    }
    boolean fixedStatistics = kind == PassKind.INFERENCE && step.node().op() instanceof BatchNormOp;
    return call(
        layers.apply(step.node()),
        fixedStatistics ? "infer" : "forward",
        arguments,
        step.output().shape().toString());
  }

  private CodeBlock backward(Step.Backward step) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(tensors.of(step.inputs()));
    if (step.output() != null) {
      arguments.add(tensors.of(step.output()));
    }
    arguments.addAll(tensors.of(step.saved()));
    arguments.add(tensors.of(step.gradient()));
    arguments.addAll(tensors.of(step.inputGradients()));
    return call(layers.apply(step.node()), "backward", arguments, shapes(step.inputGradients()));
  }

  private CodeBlock accumulate(Step.Accumulate step) {
    return call(
        NetworkWriter.GRADIENT_SUM,
        "forward",
        tensors.of(List.of(step.first(), step.second(), step.sum())),
        step.sum().shape().toString());
  }

  private static String shapes(List<Value> values) {
    StringJoiner shapes = new StringJoiner(", ");
    values.forEach(value -> shapes.add(value.shape().toString()));
    return shapes.toString();
  }

  private static CodeBlock call(String layer, String method, List<String> arguments, String shape) {
    String all = String.join(", ", arguments);
    return CodeBlock.of("$L.$L($L);$L\n", layer, method, all, new Remark(shape));
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
