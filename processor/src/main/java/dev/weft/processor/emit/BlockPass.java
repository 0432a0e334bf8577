package dev.weft.processor.emit;

import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.Differences.Statement;
import dev.weft.processor.emit.code.CodeBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The code for what a pass does in one block, as it stands in a class of its own. */
final class BlockPass {
  /** The field with the block's layers. */
  static final String LAYERS = "layers";

  /** The parameters of the constructor. */
  static final String MEMORY = "memory";

  static final String BATCH = "batch";
  static final String PLACES = "at";

  private static final List<String> RESERVED =
      List.of(LAYERS, MEMORY, BATCH, PLACES, "kernels", "options", NetworkWriter.GRADIENT_SUM);

  private final PassBlock part;
  private final String layersClass;
  private final Identifiers scope = Identifiers.forMembers().reserve(RESERVED);
  private final Tensors tensors;
  private final List<Integer> buffers = new ArrayList<>();
  private final List<Statement> views = new ArrayList<>();
  private final List<CodeBlock> fusing;
  private final List<CodeBlock> forward;
  private final List<CodeBlock> backward;

  BlockPass(PassBlock part, WrittenLayers layers, Memory memory, PassKind kind) {
    Block block = part.block();
    this.part = part;
    this.layersClass = layers.className(block);
    this.tensors = new Tensors(scope, block.depth());
    part.own().forEach(tensors::addField);
    part.given().forEach(value -> tensors.addParameter(value, role(value).parameter));
    Views written = new Views(memory, true);
    for (Value value : part.own()) {
      CodeBlock buffer = CodeBlock.of("$N[$N[$L]]", MEMORY, PLACES, buffers.size());
      String name = tensors.of(value);
      views.add(
          new Statement(
              name, CodeBlock.of("$N = $L;\n", name, written.view(value, BATCH, buffer))));
      buffers.add(memory.buffer(value).orElseThrow());
    }
    StepWriter steps =
        new StepWriter(layer -> LAYERS + "." + layers.within(block, layer), tensors, kind);
    tensors.addFused(part.forward());
    this.fusing = tensors.fused().stream().map(steps::fusing).toList();
    this.forward = part.forward().stream().map(steps::write).toList();
    this.backward = part.backward().stream().map(steps::write).toList();
  }

  /** What a given value is to the block; in the order of methods' parameters. */
  private enum Role {
    INPUT("input"),
    GRADIENT("gradient"),
    INPUT_GRADIENT("inputGradient");

    private final String parameter;

    Role(String parameter) {
      this.parameter = parameter;
    }
  }

  private Role role(Value value) {
    if (value.role() == Value.Role.OUTPUT) {
      return Role.INPUT;
    }
    boolean isWritten = part.backward().stream().anyMatch(step -> step.writes().contains(value));
    return isWritten ? Role.INPUT_GRADIENT : Role.GRADIENT;
  }

  /** What is equal for blocks whose code differs in numbers only. */
  List<Object> skeleton() {
    List<Object> skeleton = new ArrayList<>();
    skeleton.add(layersClass);
    Stream.of(views.stream().map(Statement::code).toList(), fusing, forward, backward)
        .flatMap(List::stream)
        .forEach(statement -> skeleton.add(statement.skeleton()));
    return skeleton;
  }

  /** The block. */
  PassBlock part() {
    return part;
  }

  /** The accessors that lead to the block, in one word. */
  String path() {
    String path = part.block().path();
    return path.substring(0, 1).toLowerCase(Locale.ROOT) + path.substring(1);
  }

  /** The class with the block's layers. */
  String layersClass() {
    return layersClass;
  }

  /** The names in the class. */
  Identifiers scope() {
    return scope;
  }

  /** How the class reaches values. */
  Tensors tensors() {
    return tensors;
  }

  /** The statements that make the values. */
  List<Statement> views() {
    return views;
  }

  /** The statements that join layers. */
  List<CodeBlock> fusing() {
    return fusing;
  }

  /** The statements to the output. */
  List<CodeBlock> forward() {
    return forward;
  }

  /** The statements to the gradients. */
  List<CodeBlock> backward() {
    return backward;
  }

  /** The indices of the buffers of the values. */
  List<Integer> buffers() {
    return buffers;
  }

  /** The values that some of the steps need from outside, in the order of the parameters. */
  List<Value> given(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> Stream.concat(step.reads().stream(), step.writes().stream()))
        .filter(part.given()::contains)
        .distinct()
        .sorted(Comparator.comparing(this::role))
        .toList();
  }
}
