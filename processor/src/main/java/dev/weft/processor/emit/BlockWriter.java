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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the layers: in the network's class and in a nested class for each block, a typed field and
 * an accessor for each member.
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
  private final Identifiers classes;
  private final Map<Node, String> expressions = new HashMap<>();

  /**
   * A writer into a network's class.
   *
   * @param classNames names that nested classes must not have
   */
  BlockWriter(TypeSpec.Builder network, List<String> classNames) {
    this.network = network;
    this.classes = Identifiers.forClasses().reserve(RESERVED).reserve(classNames);
  }

  /** By which expression the passes reach each layer, once it is written: {@code c1.conv0}. */
  Map<Node, String> expressions() {
    return expressions;
  }

  /**
   * Writes all layers.
   *
   * @param root the network's layers
   * @param names the members of the network's class
   * @return the statements that make the layers, for the constructor
   */
  CodeBlock write(Block root, Identifiers names) {
    return addMembers(root, "", "", network, names.reserve(RESERVED).reserve(INHERITED));
  }

  /**
   * Adds the members of a block to its class.
   *
   * @param reached the expression by which the passes reach it, with a dot behind
   * @param path its accessors in one word
   */
  private CodeBlock addMembers(
      Block block, String reached, String path, TypeSpec.Builder type, Identifiers names) {
    List<Member> members = new ArrayList<>();
    for (Name name : block.names()) {
      String field = names.allot(name.accessor());
      Node layer = block.layer(name);
      if (layer != null) {
        expressions.put(layer, reached + field);
        CodeBlock creation =
            CodeBlock.of("$N = $L;\n", field, OpWriter.creation(layer.name(), layer.op()));
        members.add(new Member(OpWriter.type(layer.op()), field, layerDoc(layer), creation));
      } else {
        Block inner = block.block(name);
        String innerPath = path + Identifiers.capitalised(name.accessor());
        String className = addClass(inner, reached + field + ".", innerPath);
        CodeBlock doc = CodeBlock.of("The block {@code $L}.\n", inner.fullName());
        CodeBlock creation = CodeBlock.of("$N = new $L(kernels);\n", field, className);
        members.add(new Member(ClassName.get("", className), field, doc, creation));
      }
    }
    return add(members, type, names);
  }

  /** Adds members, and returns the statements that make them. */
  private static CodeBlock add(List<Member> members, TypeSpec.Builder type, Identifiers names) {
    List<CodeBlock> creations = members.stream().map(Member::creation).toList();
    boolean fitsConstructor = Parts.of(creations).size() <= 1;
    members.forEach(member -> member.addTo(type, fitsConstructor));
    return Parts.fitted(creations, "create", "kernels", BlockWriter::creator, type, names);
  }

  private static MethodSpec.Builder creator(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(Types.KERNELS, "kernels");
  }

  private static CodeBlock layerDoc(Node layer) {
    return CodeBlock.of(
        "{@code $L}: $L, to $L.\n", layer.name(), layer.op().describe(), layer.output());
  }

  private String addClass(Block block, String reached, String path) {
    String className = classes.allot(path.length() > LONGEST_CLASS_NAME ? "Block" : path);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className)
            .addJavadoc("The layers of {@code $L}.\n", block.fullName())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    CodeBlock creation = addMembers(block, reached, path, type, Identifiers.forMembers(RESERVED));
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.KERNELS, "kernels")
            .addCode(creation)
            .build());
    network.addType(type.build());
    return className;
  }

  /** A field with its accessor, and the statement that gives it its value. */
  private record Member(TypeName type, String name, CodeBlock doc, CodeBlock creation) {
    /** Only what the constructor itself assigns can be final. */
    void addTo(TypeSpec.Builder owner, boolean isFinal) {
      FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
      owner.addField(isFinal ? field.addModifiers(Modifier.FINAL).build() : field.build());
      owner.addMethod(
          MethodSpec.methodBuilder(name)
              .addJavadoc(doc)
              .addModifiers(Modifier.PUBLIC)
              .returns(type)
              .addStatement("return $N", name)
              .build());
    }
  }
}
