package dev.weft.processor.emit;

import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.ArrayTypeName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.TypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes how a pass makes its memory, and its values as parts of it. */
final class PassMemoryWriter {
  /** The type of a pass's memory. */
  static final TypeName BUFFERS = ArrayTypeName.of(Types.BUFFER);

  private static final int BUFFERS_A_LINE = 8;

  private final Memory plan;
  private final Tensors tensors;
  private final TypeSpec.Builder type;
  private final Identifiers methods;
  private final Views views;

  /** The constructor's variables, by names that no layer has. */
  private final String memory;

  private final String batch;

  /**
   * A writer into a pass's class.
   *
   * @param fields the names in the class
   * @param methods gives out the names of methods
   */
  PassMemoryWriter(
      Memory plan,
      Tensors tensors,
      TypeSpec.Builder type,
      Identifiers fields,
      Identifiers methods) {
    this.plan = plan;
    this.tensors = tensors;
    this.type = type;
    this.methods = methods;
    this.views = new Views(plan, false);
    this.memory = fields.allot("memory");
    this.batch = fields.allot("batch");
  }

  /** The number of images in a batch. */
  String batch() {
    return batch;
  }

  /**
   * The statements for the constructor, which make all memory.
   *
   * @param blocks those that make the blocks in fields of their own
   */
  CodeBlock allocation(List<CodeBlock> blocks) {
    CodeBlock.Builder constructor = CodeBlock.builder();
    addBuffers(constructor);
    constructor.add(allocating(blocks, "allocateBlocks"));
    List<CodeBlock> calls = new ArrayList<>();
    for (Map.Entry<String, List<CodeBlock>> stage : planned().entrySet()) {
      for (List<CodeBlock> part : Parts.of(stage.getValue())) {
        String method = methods.allot("allocate" + Identifiers.capitalised(stage.getKey()));
        calls.add(CodeBlock.of("$N($L);\n", method, parameters()));
        type.addMethod(method(method).addCode(CodeBlock.join(part, "")).build());
      }
    }
    constructor.add(allocating(calls, "allocate"));
    addInputGradient(constructor);
    return constructor.build();
  }

  /** Statements that the constructor has, itself or in methods that it calls. */
  private CodeBlock allocating(List<CodeBlock> statements, String method) {
    return Parts.fitted(statements, method, parameters(), this::method, type, methods);
  }

  /** The memory and the number of images, to hand on. */
  String parameters() {
    return memory + ", " + batch;
  }

  private void addBuffers(CodeBlock.Builder constructor) {
    List<Long> sizes = plan.buffers();
    List<CodeBlock> statements = new ArrayList<>();
    for (int from = 0; from < sizes.size(); from += BUFFERS_A_LINE) {
      CodeBlock.Builder call = CodeBlock.builder();
      call.add("kernels.buffers($N, $L, $N", memory, from, batch);
      for (long size : sizes.subList(from, Math.min(sizes.size(), from + BUFFERS_A_LINE))) {
        call.add(", $LL", size);
      }
      statements.add(call.add(");\n").build());
    }
    constructor.addStatement("$T $N = new $T[$L]", BUFFERS, memory, Types.BUFFER, sizes.size());
    constructor.add(allocating(statements, "allocateBuffers"));
  }

  /** The statements that make the values in planned memory, by stage. */
  private Map<String, List<CodeBlock>> planned() {
    Map<String, List<CodeBlock>> planned = new LinkedHashMap<>();
    for (Value value : tensors.fields()) {
      if (!value.isOptional()) {
        String stage = value.node().path().get(0).accessor();
        planned.computeIfAbsent(stage, empty -> new ArrayList<>()).add(view(value));
      }
    }
    return planned;
  }

  private CodeBlock view(Value value) {
    int buffer = plan.buffer(value).orElseThrow();
    CodeBlock.Builder code = CodeBlock.builder();
    addView(code, value, memory + "[" + buffer + "]");
    return code.build();
  }

  private void addView(CodeBlock.Builder code, Value value, String buffer) {
    code.add("$N = $L", tensors.of(value), buffer);
    views.addView(code, value, batch);
    code.add(";\n");
  }

  private MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(BUFFERS, memory)
        .addParameter(int.class, batch);
  }

  /** Memory for the gradients that only lead to that of the network's input. */
  private void addInputGradient(CodeBlock.Builder constructor) {
    Map<Value, List<Value>> byStorage = new LinkedHashMap<>();
    for (Value value : tensors.fields()) {
      if (value.isOptional()) {
        byStorage.computeIfAbsent(plan.holder(value), empty -> new ArrayList<>()).add(value);
      }
    }
    if (byStorage.isEmpty()) {
      return;
    }
    List<CodeBlock> statements = new ArrayList<>();
    for (List<Value> views : byStorage.values()) {
      statements.add(inputGradient(memory + statements.size(), views));
    }
    List<CodeBlock> calls = new ArrayList<>();
    for (List<CodeBlock> part : Parts.of(statements)) {
      String method = methods.allot("allocateInputGradient");
      calls.add(CodeBlock.of("$N($N);\n", method, batch));
      type.addMethod(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE)
              .addParameter(int.class, batch)
              .addCode(CodeBlock.join(part, ""))
              .build());
    }
    constructor
        .beginControlFlow("if (options.inputGradient())")
        .add(CodeBlock.join(calls, ""))
        .endControlFlow();
  }

  /** Statements that make a buffer for a value, and the values that lie in it. */
  private CodeBlock inputGradient(String buffer, List<Value> values) {
    long size = plan.holder(values.get(0)).shape().elements();
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T $N = kernels.buffer($LL * $N)", Types.BUFFER, buffer, size, batch);
    for (Value value : values) {
      addView(code, value, buffer);
    }
    return code.build();
  }
}
