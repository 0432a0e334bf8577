package dev.weft.processor.emit;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.dsl.problem.Counts;
import dev.weft.processor.emit.code.ArrayTypeName;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.FieldSpec;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.ParameterizedTypeName;
import dev.weft.processor.emit.code.TypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes a pass as an inner class: a field for each value, the memory, and a method for each stage
 * that calls its layers in order. Long stages are cut into several methods, because HotSpot never
 * compiles one of more than 8,000 bytes.
 */
final class PassWriter {
  private static final TypeName BUFFERS = ArrayTypeName.of(Types.BUFFER);

  private final Pass pass;
  private final Tensors tensors;
  private final StepWriter steps;
  private final TypeSpec.Builder type;
  private final Identifiers methods = Identifiers.forMembers();

  PassWriter(
      String className,
      ClassName contract,
      Pass pass,
      Map<Node, String> layers,
      Identifiers names) {
    this.pass = pass;
    this.tensors = new Tensors(pass, names.copy());
    this.steps = new StepWriter(layers, tensors, pass.outputGradient() != null);
    this.type =
        TypeSpec.classBuilder(className)
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(contract);
    methods.reserve(List.of("input", "output", "outputGradient", "inputGradient", "sideOutputs"));
  }

  /** The training pass, with its backward steps. */
  TypeSpec training() {
    start("The memory of a training step for one batch size, and the step.");
    addGetter("outputGradient", tensors.of(pass.outputGradient()));
    addGetter("inputGradient", tensors.of(pass.inputGradient()));
    addSideOutputs();
    methods.reserve(List.of("forward", "backward"));
    addSteps("forward", pass.forward());
    addSteps("backward", pass.backward());
    return type.build();
  }

  /** The inference pass. */
  TypeSpec inference() {
    start("The memory of a prediction for one batch size, and the prediction.");
    methods.reserve(List.of("run"));
    addSteps("run", pass.forward());
    return type.build();
  }

  private void start(String purpose) {
    type.addJavadoc(
        "$L\n\n<p>$L buffers hold $L numbers an image.\n",
        purpose,
        pass.memory().buffers().size(),
        Counts.number(pass.memory().elements()));
    for (Value value : tensors.values()) {
      type.addField(FieldSpec.builder(Types.TENSOR, tensors.of(value), Modifier.PRIVATE).build());
    }
    addMemory();
    addGetter("input", tensors.of(pass.input()));
    addGetter("output", tensors.of(pass.output()));
  }

  private void addGetter(String name, String field) {
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Types.TENSOR)
            .addStatement("return $N", field)
            .build());
  }

  private void addSideOutputs() {
    if (pass.sideOutputs().isEmpty()) {
      return;
    }
    CodeBlock outputs =
        pass.sideOutputs().stream()
            .map(
                side ->
                    CodeBlock.of(
                        "new $T($N, $N, $L)",
                        Types.SIDE_TENSORS,
                        tensors.of(side.output()),
                        tensors.of(side.gradient()),
                        side.weight()))
            .collect(CodeBlock.joining(",\n"));
    type.addMethod(
        MethodSpec.methodBuilder("sideOutputs")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(ClassName.get(List.class), Types.SIDE_TENSORS))
            .addStatement("return $T.of(\n$L)", List.class, outputs)
            .build());
  }

  private void addMemory() {
    CodeBlock.Builder constructor = CodeBlock.builder();
    addBuffers(constructor);
    List<CodeBlock> calls = new ArrayList<>();
    for (Map.Entry<String, List<Value>> stage : planned().entrySet()) {
      List<CodeBlock> views = stage.getValue().stream().map(this::view).toList();
      for (List<CodeBlock> part : Parts.of(views)) {
        String method = methods.allot("allocate" + Identifiers.capitalised(stage.getKey()));
        calls.add(CodeBlock.of("$N(memory, batch);\n", method));
        type.addMethod(allocation(method).addCode(CodeBlock.join(part, "")).build());
      }
    }
    constructor.add(
        Parts.fitted(calls, "allocate", "memory, batch", PassWriter::allocation, type, methods));
    addInputGradient(constructor);
    addFused(constructor);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(int.class, "batch")
            .addCode(constructor.build())
            .build());
  }

  private void addBuffers(CodeBlock.Builder constructor) {
    List<CodeBlock> statements = new ArrayList<>();
    for (long size : pass.memory().buffers()) {
      statements.add(
          CodeBlock.of("memory[$L] = kernels.buffer($LL * batch);\n", statements.size(), size));
    }
    constructor.addStatement("$T memory = new $T[$L]", BUFFERS, Types.BUFFER, statements.size());
    constructor.add(
        Parts.fitted(
            statements, "allocateBuffers", "memory, batch", PassWriter::allocation, type, methods));
  }

  /** The values in planned memory, by the stage of what they lie in. */
  private Map<String, List<Value>> planned() {
    return tensors.values().stream()
        .filter(value -> !value.isOptional())
        .collect(
            Collectors.groupingBy(
                value -> pass.memory().holder(value).node().path().get(0).accessor(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private CodeBlock view(Value value) {
    return pass.memory()
        .within(value)
        .map(slice -> part(value, slice))
        .orElseGet(
            () ->
                CodeBlock.of(
                    "$N = memory[$L].view(batch, $L);\n",
                    tensors.of(value),
                    pass.memory().buffer(value).orElseThrow(),
                    value.shape().listed()));
  }

  /** A value that lies in another. */
  private CodeBlock part(Value value, Memory.Slice slice) {
    String whole = tensors.of(slice.whole());
    int first = slice.firstChannel();
    int channels = value.shape().channels();
    if (value.shape().equals(slice.whole().shape())) {
      return CodeBlock.of("$N = $N;\n", tensors.of(value), whole);
    }
    if (value.shape().elements() == slice.whole().shape().elements()) {
      return CodeBlock.of(
          "$N = $N.reshaped(batch, $L);\n", tensors.of(value), whole, value.shape().listed());
    }
    return CodeBlock.of(
        "$N = $N.channels($L, $L);\n", tensors.of(value), whole, first, first + channels);
  }

  private static MethodSpec.Builder allocation(String method) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(BUFFERS, "memory")
        .addParameter(int.class, "batch");
  }

  /** Memory for the gradients that only lead to that of the network's input. */
  private void addInputGradient(CodeBlock.Builder constructor) {
    Map<Value, List<Value>> byStorage =
        tensors.values().stream()
            .filter(Value::isOptional)
            .collect(
                Collectors.groupingBy(
                    pass.memory()::holder, LinkedHashMap::new, Collectors.toList()));
    if (byStorage.isEmpty()) {
      return;
    }
    List<CodeBlock> statements = new ArrayList<>();
    for (List<Value> views : byStorage.values()) {
      statements.add(inputGradient("memory" + statements.size(), views));
    }
    List<CodeBlock> calls = new ArrayList<>();
    for (List<CodeBlock> part : Parts.of(statements)) {
      String method = methods.allot("allocateInputGradient");
      calls.add(CodeBlock.of("$N(batch);\n", method));
      type.addMethod(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE)
              .addParameter(int.class, "batch")
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
    Value holder = values.get(0);
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T $N = kernels.buffer($LL * batch)", Types.BUFFER, buffer, holder.shape().elements());
    code.addStatement(
        "$N = $N.view(batch, $L)", tensors.of(holder), buffer, holder.shape().listed());
    for (Value value : values.subList(1, values.size())) {
      code.add(part(value, pass.memory().within(value).orElseThrow()));
    }
    return code.build();
  }

  /** In a method of its own, for a layer may have the name of the constructor's parameter. */
  private void addFused(CodeBlock.Builder constructor) {
    if (tensors.fused().isEmpty()) {
      return;
    }
    for (Step.Fused step : tensors.fused()) {
      type.addField(FieldSpec.builder(Types.FUSED, tensors.of(step), Modifier.PRIVATE).build());
    }
    String method = methods.allot("fuse");
    List<CodeBlock> statements = tensors.fused().stream().map(steps::fusing).toList();
    CodeBlock body = Parts.fitted(statements, "fuse", "", PassWriter::part, type, methods);
    type.addMethod(part(method).addCode(body).build());
    constructor.addStatement("$N()", method);
  }

  private void addSteps(String name, List<Step> all) {
    List<CodeBlock> calls = new ArrayList<>();
    List<MethodSpec> parts = new ArrayList<>();
    for (List<Step> stage : stages(all)) {
      String stageName = stage.get(0).node().path().get(0).accessor();
      for (List<CodeBlock> part : Parts.of(stage.stream().map(steps::write).toList())) {
        String method = methods.allot(name + Identifiers.capitalised(stageName));
        calls.add(CodeBlock.of("$N();\n", method));
        parts.add(part(method).addCode(CodeBlock.join(part, "")).build());
      }
    }
    CodeBlock inOrder = Parts.fitted(calls, name, "", PassWriter::part, type, methods);
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addCode(inOrder)
            .build());
    type.addMethods(parts);
  }

  private static MethodSpec.Builder part(String method) {
    return MethodSpec.methodBuilder(method).addModifiers(Modifier.PRIVATE);
  }

  /** Consecutive steps of the same stage. */
  private static List<List<Step>> stages(List<Step> all) {
    List<List<Step>> stages = new ArrayList<>();
    String current = null;
    for (Step step : all) {
      if (!step.node().stage().equals(current)) {
        stages.add(new ArrayList<>());
        current = step.node().stage();
      }
      stages.get(stages.size() - 1).add(step);
    }
    return stages;
  }
}
