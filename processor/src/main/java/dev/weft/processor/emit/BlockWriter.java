package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.processor.emit.BlockClass.Draft;
import dev.weft.processor.emit.Piece.Statement;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.FieldSpec;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.TypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * Writes the layers: in the network's class and in a nested class for each block, a typed field for
 * each member, and an accessor where there are parameters to reach. Blocks that differ in nothing
 * but names and numbers share a class, whose constructor takes them.
 */
final class BlockWriter {
  private final TypeSpec.Builder network;
  private final BlockClasses classes;
  private final Set<BlockClass> written = new HashSet<>();

  private BlockWriter(TypeSpec.Builder network, BlockClasses classes) {
    this.network = network;
    this.classes = classes;
  }

  /**
   * Writes all layers into a network's class.
   *
   * @param root the network's layers
   * @param names the members of the network's class
   * @param classNames gives out the names of nested classes
   */
  static WrittenLayers write(
      TypeSpec.Builder network, Block root, Identifiers names, Identifiers classNames) {
    names.reserve(MemberNames.RESERVED).reserve(MemberNames.INHERITED);
    BlockClasses classes = BlockClasses.of(root, classNames.reserve(MemberNames.RESERVED));
    LayerNames whole = LayerNames.whole();
    Draft draft = classes.draft(root, whole, names);
    List<CodeBlock> statements =
        draft.creation().statements().stream().map(Statement::code).toList();
    BlockWriter writer = new BlockWriter(network, classes);
    CodeBlock creation =
        writer.addMembers(
            draft, statements, network, whole, whole::addParameters, whole.arguments());
    WrittenLayers layers = new WrittenLayers(creation);
    writer.reach(root, draft.fields(), "", layers);
    return layers;
  }

  /** Notes by which expressions the members of a block are reached. */
  private void reach(Block block, Map<Name, String> fields, String reached, WrittenLayers layers) {
    for (Map.Entry<Name, String> member : fields.entrySet()) {
      String expression = reached + member.getValue();
      Node layer = block.layer(member.getKey());
      if (layer != null) {
        layers.put(layer, expression);
      } else {
        Block inner = block.block(member.getKey());
        BlockClass type = classes.of(inner);
        layers.put(inner, type.name(), expression);
        reach(inner, type.first().fields(), expression + ".", layers);
      }
    }
  }

  /**
   * Adds the members of a block to its class.
   *
   * @param creation the statements that make them, in order
   * @param withParameters adds what the statements need to a method that has some of them
   * @param parameters the same, to hand on
   * @return the statements for the constructor
   */
  private CodeBlock addMembers(
      Draft draft,
      List<CodeBlock> creation,
      TypeSpec.Builder type,
      LayerNames layerNames,
      UnaryOperator<MethodSpec.Builder> withParameters,
      String parameters) {
    boolean fitsConstructor = Parts.of(creation).size() <= 1;
    for (Map.Entry<Name, String> field : draft.fields().entrySet()) {
      Node layer = draft.block().layer(field.getKey());
      Member member =
          layer == null
              ? member(draft.block().block(field.getKey()), field.getValue(), layerNames)
              : member(layer, field.getValue(), layerNames);
      member.addTo(type, fitsConstructor);
    }
    return Parts.fitted(
        creation,
        "create",
        parameters,
        name -> withParameters.apply(creator(name)),
        type,
        draft.scope());
  }

  private static MethodSpec.Builder creator(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
  }

  private static Member member(Node layer, String field, LayerNames names) {
    ClassName type = OpWriter.type(layer.op());
    if (layer.op().parameters().isEmpty()) {
      return new Member(type, field, false, null);
    }
    CodeBlock doc =
        CodeBlock.of(
            "{@code $L}: $L, to $L.\n",
            names.spoken(layer.name()),
            layer.op().describe(),
            layer.output());
    return new Member(type, field, true, doc);
  }

  private Member member(Block block, String field, LayerNames names) {
    BlockClass type = classes.of(block);
    if (written.add(type)) {
      write(type);
    }
    CodeBlock doc = CodeBlock.of("The block {@code $L}.\n", names.spoken(block.fullName()));
    return new Member(ClassName.get("", type.name()), field, block.hasParameters(), doc);
  }

  private void write(BlockClass blockClass) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(blockClass.name())
            .addJavadoc(blockClass.doc())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    CodeBlock creation =
        addMembers(
            blockClass.first(),
            blockClass.creation(),
            type,
            blockClass.layerNames(),
            blockClass::addParameters,
            blockClass.parameters());
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    type.addMethod(blockClass.addParameters(constructor).addCode(creation).build());
    network.addType(type.build());
  }

  /**
   * A field.
   *
   * @param isReached whether it has an accessor
   * @param doc the accessor's comment
   */
  private record Member(TypeName type, String name, boolean isReached, CodeBlock doc) {
    /** Only what the constructor itself assigns can be final. */
    void addTo(TypeSpec.Builder owner, boolean isFinal) {
      FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
      owner.addField(isFinal ? field.addModifiers(Modifier.FINAL).build() : field.build());
      if (isReached) {
        owner.addMethod(accessor());
      }
    }

    private MethodSpec accessor() {
      return MethodSpec.methodBuilder(name)
          .addJavadoc(doc)
          .addModifiers(Modifier.PUBLIC)
          .returns(type)
          .addStatement("return $N", name)
          .build();
    }
  }
}
