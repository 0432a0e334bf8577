package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.FieldSpec;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.TypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the layers: in the network's class and in a nested class for each block, a typed field for
 * each member, and an accessor where there are parameters to reach. Blocks that differ in nothing
 * but their names share a class.
 */
final class BlockWriter {
  /** What {@code Model} and {@code Object} already call by these names. */
  static final List<String> INHERITED =
      List.of(
          "kernels",
          "options",
          "inputShape",
          "outputShape",
          "parameters",
          "parameterCount",
          "parameter",
          "statistics",
          "bufferBytes",
          "predict",
          "forward",
          "backward",
          "inputGradient",
          "saveWeights",
          "loadWeights",
          "sideOutputs",
          "trainingPass",
          "inferencePass",
          "summary",
          "type");

  /** What every class inherits, and the parameter of the constructors. */
  private static final List<String> IN_EVERY_CLASS =
      List.of(
          "kernels",
          "getClass",
          "hashCode",
          "equals",
          "toString",
          "clone",
          "finalize",
          "notify",
          "notifyAll",
          "wait");

  /** What the members of no class can be called. */
  private static final Set<String> RESERVED =
      Stream.of(IN_EVERY_CLASS, Types.NAMES, OpWriter.names())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** A class file's name has to fit a file system. */
  private static final int LONGEST_CLASS_NAME = 100;

  private final TypeSpec.Builder network;
  private final Identifiers classNames;

  /** Of each block, all that are like it. */
  private final Map<Block, Alike> alike = new HashMap<>();

  /** Blocks that differ in nothing but their names, and their class once it is written. */
  private static final class Alike {
    private final List<Block> blocks = new ArrayList<>();
    private BlockClass written;
  }

  /**
   * A written class.
   *
   * @param fields its members' fields, by the members' names
   */
  private record BlockClass(String name, Map<Name, String> fields) {}

  /**
   * A writer into a network's class.
   *
   * @param classNames names that nested classes must not have
   */
  BlockWriter(TypeSpec.Builder network, List<String> classNames) {
    this.network = network;
    this.classNames = Identifiers.forClasses().reserve(RESERVED).reserve(classNames);
  }

  /**
   * What was written.
   *
   * @param creation the statements that make the layers, for the network's constructor
   * @param expressions by which expression the passes reach each layer: {@code c1.conv0}
   */
  record Written(CodeBlock creation, Map<Node, String> expressions) {}

  /**
   * Writes all layers.
   *
   * @param root the network's layers
   * @param names the members of the network's class
   */
  Written write(Block root, Identifiers names) {
    sort(root, new HashMap<>());
    Map<Name, String> fields = fields(root, names.reserve(RESERVED).reserve(INHERITED));
    CodeBlock creation = addMembers(root, fields, "", network, names, LayerNames.whole());
    Map<Node, String> expressions = new HashMap<>();
    reach(root, fields, "", expressions);
    return new Written(creation, expressions);
  }

  private void sort(Block block, Map<List<Object>, Alike> byMakeup) {
    for (Block inner : block.blocks()) {
      Alike same = byMakeup.computeIfAbsent(inner.makeup(), makeup -> new Alike());
      same.blocks.add(inner);
      alike.put(inner, same);
      sort(inner, byMakeup);
    }
  }

  private static Map<Name, String> fields(Block block, Identifiers names) {
    Map<Name, String> fields = new LinkedHashMap<>();
    block.names().forEach(name -> fields.put(name, names.allot(name.accessor())));
    return fields;
  }

  /** Notes by which expressions the layers of a block are reached. */
  private void reach(
      Block block, Map<Name, String> fields, String reached, Map<Node, String> expressions) {
    fields.forEach(
        (name, field) -> {
          Node layer = block.layer(name);
          if (layer != null) {
            expressions.put(layer, reached + field);
          } else {
            Block inner = block.block(name);
            reach(inner, alike.get(inner).written.fields(), reached + field + ".", expressions);
          }
        });
  }

  /**
   * Adds the members of a block to its class.
   *
   * @param path its accessors in one word
   * @return the statements that make them
   */
  private CodeBlock addMembers(
      Block block,
      Map<Name, String> fields,
      String path,
      TypeSpec.Builder type,
      Identifiers names,
      LayerNames layerNames) {
    List<Member> members = new ArrayList<>();
    fields.forEach(
        (name, field) -> {
          Node layer = block.layer(name);
          members.add(
              layer == null
                  ? member(block.block(name), field, path(path, name), layerNames)
                  : member(layer, field, layerNames));
        });
    boolean fitsConstructor = Parts.of(members.stream().map(Member::creation).toList()).size() <= 1;
    members.forEach(member -> member.addTo(type, fitsConstructor));
    return Parts.fitted(
        members.stream().map(Member::creation).toList(),
        "create",
        layerNames.arguments(),
        name -> layerNames.addParameters(creator(name)),
        type,
        names);
  }

  private static String path(String outer, Name name) {
    return outer + Identifiers.capitalised(name.accessor());
  }

  private static MethodSpec.Builder creator(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
  }

  private static Member member(Node layer, String field, LayerNames names) {
    CodeBlock doc =
        CodeBlock.of(
            "{@code $L}: $L, to $L.\n",
            names.spoken(layer.name()),
            layer.op().describe(),
            layer.output());
    CodeBlock creation =
        CodeBlock.of(
            "$N = $L;\n", field, OpWriter.creation(names.expression(layer.name()), layer.op()));
    boolean hasParameters = !layer.op().parameters().isEmpty();
    return new Member(OpWriter.type(layer.op()), field, hasParameters, doc, creation);
  }

  private Member member(Block block, String field, String path, LayerNames names) {
    Alike same = alike.get(block);
    boolean isShared = same.blocks.size() > 1;
    if (same.written == null) {
      addClass(block, path, isShared);
    }
    ClassName type = ClassName.get("", same.written.name());
    CodeBlock doc = CodeBlock.of("The block {@code $L}.\n", names.spoken(block.fullName()));
    CodeBlock arguments =
        isShared
            ? CodeBlock.of("kernels, $L", names.expression(block.fullName()))
            : CodeBlock.of("kernels");
    CodeBlock creation = CodeBlock.of("$N = new $L($L);\n", field, type.simpleName(), arguments);
    return new Member(type, field, block.hasParameters(), doc, creation);
  }

  private void addClass(Block block, String path, boolean isShared) {
    LayerNames layerNames = isShared ? LayerNames.within(block) : LayerNames.whole();
    String className = classNames.allot(path.length() > LONGEST_CLASS_NAME ? "Block" : path);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className)
            .addJavadoc("The layers of {@code $L}$L.\n", block.fullName(), others(block))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    Identifiers names = layerNames.reserve(Identifiers.forMembers(RESERVED));
    Map<Name, String> fields = fields(block, names);
    alike.get(block).written = new BlockClass(className, fields);
    CodeBlock creation = addMembers(block, fields, path, type, names, layerNames);
    type.addMethod(
        layerNames
            .addParameters(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE))
            .addCode(creation)
            .build());
    network.addType(type.build());
  }

  private String others(Block block) {
    List<Block> all = alike.get(block).blocks;
    return switch (all.size()) {
      case 1 -> "";
      case 2 -> " and {@code " + all.get(1).fullName() + "}";
      default -> " and " + (all.size() - 1) + " blocks like it";
    };
  }

  /**
   * A field, and the statement that gives it its value.
   *
   * @param isReached whether it has an accessor
   */
  private record Member(
      TypeName type, String name, boolean isReached, CodeBlock doc, CodeBlock creation) {
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
