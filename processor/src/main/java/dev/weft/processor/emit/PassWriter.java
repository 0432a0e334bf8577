package dev.weft.processor.emit;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Program;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes a pass as an inner class: a field for each value, the memory, and a method for each stage
 * that calls its layers in order. What it does alike in several blocks stands in a class of its
 * own. Long stages are cut into several methods, because HotSpot never compiles one of more than
 * 8,000 bytes.
 */
final class PassWriter {
  /** The type of a pass's memory. */
  static final TypeName BUFFERS = ArrayTypeName.of(Types.BUFFER);

  private static final int BUFFERS_A_LINE = 8;

  private final PassKind kind;
  private final Graph graph;
  private final Pass pass;
  private final WrittenLayers layers;
  private final Identifiers fieldNames;
  private final Identifiers classNames;
  private final Tensors tensors;

  /** The constructor's variables, by names that no layer has. */
  private final String memory;

  private final String batch;
  private final PassSteps steps;
  private final StepWriter stepWriter;
  private final Views views;
  private final TypeSpec.Builder type;
  private final Identifiers methods = Identifiers.forMembers();
  private final List<CodeBlock> blockCreations = new ArrayList<>();

  /**
   * A writer of one pass.
   *
   * @param names the members of the network's class
   * @param classNames gives out the names of classes
   */
  PassWriter(
      PassKind kind,
      Program program,
      WrittenLayers layers,
      Identifiers names,
      Identifiers classNames) {
    this.kind = kind;
    this.graph = program.graph();
    this.pass = kind.pass(program);
    this.layers = layers;
    this.fieldNames = names.copy();
    this.memory = fieldNames.allot("memory");
    this.batch = fieldNames.allot("batch");
    this.classNames = classNames;
    this.tensors = new Tensors(fieldNames, 0);
    this.stepWriter = new StepWriter(layers::expression, tensors, kind == PassKind.TRAINING);
    this.steps = new PassSteps(tensors, stepWriter);
    this.views = new Views(pass.memory(), false);
    this.type =
        TypeSpec.classBuilder(kind.className())
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(kind.contract());
    methods.reserve(List.of("input", "output", "outputGradient", "inputGradient", "sideOutputs"));
    methods.reserve(kind.directions());
  }

  /**
   * The class of the pass, and the classes of blocks in it.
   *
   * @param root the network's layers
   */
  List<TypeSpec> write(Block root) {
    List<TypeSpec> classes = new ArrayList<>();
    for (List<BlockPass> alike : BlockPasses.of(pass, graph, root, layers)) {
      classes.add(addBlocks(alike));
    }
    addFields();
    addMemory();
    addGetter("input", tensors.of(pass.input()));
    addGetter("output", tensors.of(pass.output()));
    if (kind == PassKind.TRAINING) {
      addGetter("outputGradient", tensors.of(pass.outputGradient()));
      addGetter("inputGradient", tensors.of(pass.inputGradient()));
      addSideOutputs();
    }
    addSteps(kind.directions().get(0), pass.forward(), PassBlock::forward);
    if (kind == PassKind.TRAINING) {
      addSteps(kind.directions().get(1), pass.backward(), PassBlock::backward);
    }
    classes.add(0, type.build());
    return classes;
  }

  private TypeSpec addBlocks(List<BlockPass> alike) {
    String name = classNames.allot(alike.get(0).layersClass() + kind.className());
    BlockPassClass blockClass = new BlockPassClass(name, alike);
    for (BlockPass block : alike) {
      String field = fieldNames.allot(block.path() + "Pass");
      type.addField(FieldSpec.builder(blockClass.type(), field, Modifier.PRIVATE).build());
      String reached = layers.expression(block.part().block());
      blockCreations.add(
          CodeBlock.of("$N = $L;\n", field, blockClass.creation(block, reached, parameters())));
      steps.add(block, field);
    }
    return blockClass.write(kind);
  }

  /** The values get fields in the order in which they first appear. */
  private void addFields() {
    type.addJavadoc(
        "The memory of $L for one batch size, and the $L.\n\n<p>$L buffers hold $L numbers an image.\n",
        kind.spoken(),
        kind.briefly(),
        pass.memory().buffers().size(),
        Counts.number(pass.memory().elements()));
    addField(pass.input());
    for (List<Step> all : List.of(pass.forward(), pass.backward())) {
      for (Step step : all) {
        step.reads().forEach(this::addField);
        step.writes().forEach(this::addField);
      }
    }
    addField(pass.output());
    addField(pass.outputGradient());
    addField(pass.inputGradient());
    for (Pass.SideOutput side : pass.sideOutputs()) {
      addField(side.output());
      addField(side.gradient());
    }
    tensors.addFused(pass.forward().stream().filter(step -> !steps.isInBlock(step)).toList());
    for (Value value : tensors.fields()) {
      type.addField(FieldSpec.builder(Types.TENSOR, tensors.of(value), Modifier.PRIVATE).build());
    }
  }

  private void addField(Value value) {
    if (value != null && !tensors.has(value)) {
      tensors.addField(value);
    }
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
    constructor.add(allocating(blockCreations, "allocateBlocks"));
    List<CodeBlock> calls = new ArrayList<>();
    for (Map.Entry<String, List<Value>> stage : planned().entrySet()) {
      List<CodeBlock> statements = stage.getValue().stream().map(this::view).toList();
      for (List<CodeBlock> part : Parts.of(statements)) {
        String method = methods.allot("allocate" + Identifiers.capitalised(stage.getKey()));
        calls.add(CodeBlock.of("$N($L);\n", method, parameters()));
        type.addMethod(allocation(method).addCode(CodeBlock.join(part, "")).build());
      }
    }
    constructor.add(allocating(calls, "allocate"));
    addInputGradient(constructor);
    addFused(constructor);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(int.class, batch)
            .addCode(constructor.build())
            .build());
  }

  /** Statements that the constructor has, itself or in methods that it calls. */
  private CodeBlock allocating(List<CodeBlock> statements, String method) {
    return Parts.fitted(statements, method, parameters(), this::allocation, type, methods);
  }

  private String parameters() {
    return memory + ", " + batch;
  }

  private void addBuffers(CodeBlock.Builder constructor) {
    List<Long> sizes = pass.memory().buffers();
    List<CodeBlock> statements = new ArrayList<>();
    for (int from = 0; from < sizes.size(); from += BUFFERS_A_LINE) {
      String some =
          sizes.subList(from, Math.min(sizes.size(), from + BUFFERS_A_LINE)).stream()
              .map(size -> size + "L")
              .collect(Collectors.joining(", "));
      statements.add(CodeBlock.of("kernels.buffers($N, $L, $N, $L);\n", memory, from, batch, some));
    }
    constructor.addStatement("$T $N = new $T[$L]", BUFFERS, memory, Types.BUFFER, sizes.size());
    constructor.add(allocating(statements, "allocateBuffers"));
  }

  /** The values in planned memory, by stage. */
  private Map<String, List<Value>> planned() {
    return tensors.fields().stream()
        .filter(value -> !value.isOptional())
        .collect(
            Collectors.groupingBy(
                value -> value.node().path().get(0).accessor(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private CodeBlock view(Value value) {
    int buffer = pass.memory().buffer(value).orElseThrow();
    return view(value, CodeBlock.of("$N[$L]", memory, buffer));
  }

  private CodeBlock view(Value value, CodeBlock buffer) {
    return CodeBlock.of("$N = $L;\n", tensors.of(value), views.view(value, batch, buffer));
  }

  private MethodSpec.Builder allocation(String method) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(BUFFERS, memory)
        .addParameter(int.class, batch);
  }

  /** Memory for the gradients that only lead to that of the network's input. */
  private void addInputGradient(CodeBlock.Builder constructor) {
    Map<Value, List<Value>> byStorage =
        tensors.fields().stream()
            .filter(Value::isOptional)
            .collect(
                Collectors.groupingBy(
                    pass.memory()::holder, LinkedHashMap::new, Collectors.toList()));
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
    long size = pass.memory().holder(values.get(0)).shape().elements();
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T $N = kernels.buffer($LL * $N)", Types.BUFFER, buffer, size, batch);
    values.forEach(value -> code.add(view(value, CodeBlock.of("$N", buffer))));
    return code.build();
  }

  private void addFused(CodeBlock.Builder constructor) {
    for (Step.Fused step : tensors.fused()) {
      type.addField(FieldSpec.builder(Types.FUSED, tensors.of(step), Modifier.PRIVATE).build());
    }
    List<CodeBlock> statements = tensors.fused().stream().map(stepWriter::fusing).toList();
    constructor.add(Parts.fitted(statements, "fuse", "", PassWriter::part, type, methods));
  }

  private void addSteps(String name, List<Step> all, Function<PassBlock, List<Step>> ofBlock) {
    List<CodeBlock> calls = new ArrayList<>();
    List<MethodSpec> parts = new ArrayList<>();
    for (List<PassSteps.Call> stage : stages(steps.calls(name, all, ofBlock))) {
      String stageName = stage.get(0).stage().accessor();
      for (List<CodeBlock> part : Parts.of(stage.stream().map(PassSteps.Call::code).toList())) {
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

  /** Consecutive calls of the same stage. */
  private static List<List<PassSteps.Call>> stages(List<PassSteps.Call> all) {
    List<List<PassSteps.Call>> stages = new ArrayList<>();
    Name current = null;
    for (PassSteps.Call call : all) {
      if (!call.stage().equals(current)) {
        stages.add(new ArrayList<>());
        current = call.stage();
      }
      stages.get(stages.size() - 1).add(call);
    }
    return stages;
  }
}
