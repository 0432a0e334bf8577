package dev.weft.processor.emit;

import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.CodeBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
  private final Piece views = new Piece();
  private final Map<Value, Role> roles = new LinkedHashMap<>();
  private final List<CodeBlock> fusing;
  private final List<CodeBlock> forward;
  private final List<CodeBlock> backward;

  BlockPass(PassBlock part, WrittenLayers layers, Memory memory, PassKind kind) {
    Block block = part.block();
    this.part = part;
    this.layersClass = layers.className(block);
    this.tensors = new Tensors(scope, block.depth());
    for (Value value : part.own()) {
      tensors.addField(value);
    }
    for (Value value : part.given()) {
      Role role = role(value);
      roles.put(value, role);
      tensors.addParameter(value, role.parameter);
    }
    Views written = new Views(memory, true);
    for (Value value : part.own()) {
      String name = tensors.of(value);
      CodeBlock.Builder view = CodeBlock.builder();
      view.add("$N = $N[$N[$L]]", name, MEMORY, PLACES, buffers.size());
      written.addView(view, value, BATCH);
      views.add(name, view.add(";\n").build());
      buffers.add(memory.buffer(value).orElseThrow());
    }
    StepWriter steps =
        new StepWriter(layer -> LAYERS + "." + layers.within(block, layer), tensors, kind);
    tensors.addFused(part.forward());
    this.fusing = steps.fusing();
    this.forward = steps.write(part.forward());
    this.backward = steps.write(part.backward());
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
    for (Step step : part.backward()) {
      if (step.writes().contains(value)) {
        return Role.INPUT_GRADIENT;
      }
    }
    return Role.GRADIENT;
  }

  /** What is equal for blocks whose code differs in numbers only. */
  String skeleton() {
    StringBuilder skeleton = new StringBuilder(layersClass);
    views.addSkeleton(skeleton);
    for (List<CodeBlock> statements : List.of(fusing, forward, backward)) {
      for (CodeBlock statement : statements) {
        statement.addSkeleton(skeleton);
      }
    }
    return skeleton.toString();
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
  Piece views() {
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
    Set<Value> used = new LinkedHashSet<>();
    for (Step step : steps) {
      used.addAll(step.reads());
      used.addAll(step.writes());
    }
    used.retainAll(roles.keySet());
    List<Value> given = new ArrayList<>(used);
    given.sort(Comparator.comparing(roles::get));
    return given;
  }
}
