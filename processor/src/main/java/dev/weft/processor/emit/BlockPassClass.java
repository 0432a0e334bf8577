package dev.weft.processor.emit;

import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.FieldSpec;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.TypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * A class for what a pass does in blocks that differ in nothing but numbers: their values, and one
 * method for each direction, which is given what comes from outside the block.
 */
final class BlockPassClass {
  /** The last parameter takes any number of them. */
  private static final TypeName INTS = ClassName.get("", "int...");

  private final String name;
  private final List<BlockPass> blocks;
  private final BlockPass first;
  private final Differences differences;

  BlockPassClass(String name, List<BlockPass> blocks) {
    this.name = name;
    this.blocks = blocks;
    this.first = blocks.get(0);
    List<Piece> views = new ArrayList<>();
    for (BlockPass block : blocks) {
      views.add(block.views());
    }
    this.differences = Differences.between(views, first.scope());
  }

  ClassName type() {
    return ClassName.get("", name);
  }

  /**
   * The expression that makes an object for one of the blocks.
   *
   * @param layers the expression for the block's layers
   * @param memory the pass's memory and the number of images
   */
  CodeBlock creation(BlockPass block, String layers, String memory) {
    CodeBlock.Builder creation = CodeBlock.builder().add("new $L($L, $L", name, layers, memory);
    differences.addArguments(blocks.indexOf(block), creation);
    for (int buffer : block.buffers()) {
      creation.add(", $L", buffer);
    }
    return creation.add(")").build();
  }

  /** The class. */
  TypeSpec write(PassKind kind) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc(doc(kind))
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addField(
                ClassName.get("", first.layersClass()),
                BlockPass.LAYERS,
                Modifier.PRIVATE,
                Modifier.FINAL);
    for (Value value : first.tensors().fields()) {
      type.addField(
          FieldSpec.builder(Types.TENSOR, first.tensors().of(value), Modifier.PRIVATE).build());
    }
    for (Step.Fused step : first.tensors().fused()) {
      type.addField(
          FieldSpec.builder(Types.FUSED, first.tensors().of(step), Modifier.PRIVATE).build());
    }
    List<String> directions = kind.directions();
    Identifiers methods = Identifiers.forMembers().reserve(directions);
    addConstructor(type, methods);
    addDirection(type, methods, directions.get(0), first.part().forward(), first.forward());
    if (!first.part().backward().isEmpty()) {
      addDirection(type, methods, directions.get(1), first.part().backward(), first.backward());
    }
    return type.build();
  }

  private CodeBlock doc(PassKind kind) {
    List<Block> all = new ArrayList<>();
    for (BlockPass block : blocks) {
      all.add(block.part().block());
    }
    return Block.doc("What " + kind.spoken() + " does in", all);
  }

  private void addConstructor(TypeSpec.Builder type, Identifiers methods) {
    CodeBlock.Builder body =
        CodeBlock.builder().addStatement("this.$N = $N", BlockPass.LAYERS, BlockPass.LAYERS);
    String arguments =
        BlockPass.MEMORY + ", " + BlockPass.BATCH + differences.names() + ", " + BlockPass.PLACES;
    body.add(
        Parts.fitted(
            differences.shared(),
            "allocate",
            arguments,
            part -> withMemory(part(part)),
            type,
            methods));
    body.add(Parts.fitted(first.fusing(), "fuse", "", BlockPassClass::part, type, methods));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(ClassName.get("", first.layersClass()), BlockPass.LAYERS);
    type.addMethod(withMemory(constructor).addCode(body.build()).build());
  }

  private MethodSpec.Builder withMemory(MethodSpec.Builder method) {
    method.addParameter(PassMemoryWriter.BUFFERS, BlockPass.MEMORY);
    method.addParameter(int.class, BlockPass.BATCH);
    return differences.addParameters(method).addParameter(INTS, BlockPass.PLACES);
  }

  private void addDirection(
      TypeSpec.Builder type,
      Identifiers methods,
      String direction,
      List<Step> steps,
      List<CodeBlock> statements) {
    List<String> parameters = first.tensors().of(first.given(steps));
    UnaryOperator<MethodSpec.Builder> withTensors =
        method -> {
          for (String parameter : parameters) {
            method.addParameter(Types.TENSOR, parameter);
          }
          return method;
        };
    CodeBlock body =
        Parts.fitted(
            statements,
            direction,
            String.join(", ", parameters),
            part -> withTensors.apply(part(part)),
            type,
            methods);
    type.addMethod(withTensors.apply(part(direction)).addCode(body).build());
  }

  private static MethodSpec.Builder part(String method) {
    return MethodSpec.methodBuilder(method).addModifiers(Modifier.PRIVATE);
  }
}
