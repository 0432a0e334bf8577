package dev.weft.processor.emit;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.Remark;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The statements of a pass, one for each step, or for all steps of a block that has a class. */
final class PassSteps {
  private final Tensors tensors;
  private final StepWriter steps;
  private final Map<BlockPass, String> fields = new LinkedHashMap<>();
  private final Map<Step, BlockPass> blocks = new IdentityHashMap<>();

  /**
   * A statement.
   *
   * @param stage the stage whose step it is
   */
  record Call(Name stage, CodeBlock code) {}

  PassSteps(Tensors tensors, StepWriter steps) {
    this.tensors = tensors;
    this.steps = steps;
  }

  /** A block that the pass computes through an object in a field. */
  void add(BlockPass block, String field) {
    fields.put(block, field);
    for (Step step : block.part().forward()) {
      blocks.put(step, block);
    }
    for (Step step : block.part().backward()) {
      blocks.put(step, block);
    }
    for (Value value : block.part().own()) {
      tensors.add(value, field + "." + block.tensors().of(value));
    }
  }

  /** Whether a step is one of a block's. */
  boolean isInBlock(Step step) {
    return blocks.containsKey(step);
  }

  /**
   * The statements of one direction.
   *
   * @param method the method of that direction
   * @param ofBlock the steps of a block in that direction
   */
  List<Call> calls(String method, List<Step> all, Function<PassBlock, List<Step>> ofBlock) {
    List<Call> calls = new ArrayList<>();
    BlockPass last = null;
    for (Step step : all) {
      BlockPass block = blocks.get(step);
      if (block == null || block != last) {
        CodeBlock code =
            block == null ? steps.write(step) : call(block, method, ofBlock.apply(block.part()));
        calls.add(new Call(step.node().path().get(0), code));
      }
      last = block;
    }
    return calls;
  }

  private CodeBlock call(BlockPass block, String method, List<Step> part) {
    List<Value> written = part.get(part.size() - 1).writes();
    List<Shape> shape =
        written.isEmpty() ? List.of() : List.of(written.get(written.size() - 1).shape());
    return CodeBlock.of(
        "$N.$N($L);$L\n",
        fields.get(block),
        method,
        tensors.listed(block.given(part)),
        new Remark(shape));
  }
}
