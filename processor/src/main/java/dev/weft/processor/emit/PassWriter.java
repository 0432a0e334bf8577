package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.dsl.problem.Counts;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.FieldSpec;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.ParameterizedTypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes a pass as an inner class: a field for each value, the memory, and a method for each stage
 * that calls its layers in order. What it does alike in several blocks stands in a class of its
 * own. Long stages are cut into several methods, because HotSpot never compiles one of more than
 * 8,000 bytes.
 */
final class PassWriter {
  private final PassKind kind;
  private final Program program;
  private final Pass pass;
  private final WrittenLayers layers;
  private final Identifiers fieldNames;
  private final Identifiers classNames;
  private final Tensors tensors;
  private final PassSteps steps;
  private final StepWriter stepWriter;
  private final PassMemoryWriter memory;
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
    this.program = program;
    this.pass = kind.pass(program);
    this.layers = layers;
    this.fieldNames = names.copy();
    this.classNames = classNames;
    this.tensors = new Tensors(fieldNames, 0);
    this.stepWriter = new StepWriter(layers::expression, tensors, kind);
    this.steps = new PassSteps(tensors, stepWriter);
    this.type =
        TypeSpec.classBuilder(kind.className())
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(kind.contract());
    methods.reserve(List.of("input", "output", "outputGradient", "inputGradient", "sideOutputs"));
    methods.reserve(kind.directions());
    this.memory = new PassMemoryWriter(pass.memory(), tensors, type, fieldNames, methods);
  }

  /**
   * The class of the pass, and the classes of blocks in it.
   *
   * @param root the network's layers
   */
  List<TypeSpec> write(Block root) {
    List<TypeSpec> classes = new ArrayList<>();
    for (List<BlockPass> alike : BlockPasses.of(kind, program, root, layers)) {
      classes.add(addBlocks(alike));
    }
    addFields();
    addConstructor();
    addGetter("input", tensors.of(pass.input()));
    addGetter("output", tensors.of(pass.output()));
    if (kind == PassKind.TRAINING) {
      addGetter("outputGradient", tensors.of(pass.outputGradient()));
      if (pass.inputGradient() != null) {
        addGetter("inputGradient", tensors.of(pass.inputGradient()));
      }
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
          CodeBlock.of(
              "$N = $L;\n", field, blockClass.creation(block, reached, memory.parameters())));
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
        addFields(step.reads());
        addFields(step.writes());
      }
    }
    addField(pass.output());
    addField(pass.outputGradient());
    addField(pass.inputGradient());
    for (Pass.SideOutput side : pass.sideOutputs()) {
      addField(side.output());
      addField(side.gradient());
    }
    List<Step> outsideBlocks = new ArrayList<>(pass.forward());
    outsideBlocks.removeIf(steps::isInBlock);
    tensors.addFused(outsideBlocks);
    for (Value value : tensors.fields()) {
      type.addField(FieldSpec.builder(Types.TENSOR, tensors.of(value), Modifier.PRIVATE).build());
    }
  }

  private void addFields(List<Value> values) {
    for (Value value : values) {
      addField(value);
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
    List<CodeBlock> outputs = new ArrayList<>();
    for (Pass.SideOutput side : pass.sideOutputs()) {
      outputs.add(
          CodeBlock.of(
              "new $T($N, $N, $L)",
              Types.SIDE_TENSORS,
              tensors.of(side.output()),
              tensors.of(side.gradient()),
              side.weight()));
    }
    type.addMethod(
        MethodSpec.methodBuilder("sideOutputs")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(ClassName.get(List.class), Types.SIDE_TENSORS))
            .addStatement("return $T.of(\n$L)", List.class, CodeBlock.join(outputs, ",\n"))
            .build());
  }

  private void addConstructor() {
    for (Step.Fused step : tensors.fused()) {
      type.addField(FieldSpec.builder(Types.FUSED, tensors.of(step), Modifier.PRIVATE).build());
    }
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(int.class, memory.batch())
            .addCode(memory.allocation(blockCreations))
            .addCode(Parts.fitted(stepWriter.fusing(), "fuse", "", PassWriter::part, type, methods))
            .build());
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
