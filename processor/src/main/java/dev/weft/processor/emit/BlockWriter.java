package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes a block's members: a typed field and an accessor for each layer, and a nested class for
 * each block in it.
 */
final class BlockWriter {
  /** What {@code Object} and {@code Model} already call by these names. */
  private static final List<String> INHERITED =
      List.of(
          "getClass",
          "hashCode",
          "equals",
          "toString",
          "clone",
          "finalize",
          "notify",
          "notifyAll",
          "wait",
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
          "trainingPass",
          "inferencePass",
          "summary");

  private final Fields fields;

  BlockWriter(Fields fields) {
    this.fields = fields;
  }

  /**
   * Adds the members of a block to its class.
   *
   * @param block the block
   * @param reached the expression by which the passes reach it, with a dot behind; empty for the
   *     network
   * @param type the class that gets the members
   * @param names the identifiers of that class
   * @param classes names of the classes around it, which a nested class must not have
   * @return the statements that make the members, for a constructor
   */
  CodeBlock addMembers(
      Block block, String reached, TypeSpec.Builder type, Identifiers names, Set<String> classes) {
    names.reserve(INHERITED);
    Identifiers nested = Identifiers.forClasses().reserve(classes);
    CodeBlock.Builder creation = CodeBlock.builder();
    for (Name name : block.names()) {
      String field = names.allot(name.accessor());
      Node layer = block.layer(name);
      if (layer != null) {
        fields.put(layer, reached + field);
        addMember(type, OpWriter.type(layer.op()), field, layerDoc(layer));
        creation.addStatement("$N = $L", field, OpWriter.creation(layer.name(), layer.op()));
      } else {
        Block inner = block.block(name);
        String className = nested.allot(Identifiers.capitalised(name.accessor()));
        Set<String> around = new HashSet<>(classes);
        around.add(className);
        type.addType(nestedClass(inner, reached + field + ".", className, around));
        addMember(
            type,
            ClassName.get("", className),
            field,
            CodeBlock.of("The block {@code $L}.\n", inner.fullName()));
        creation.addStatement("$N = new $L(kernels)", field, className);
      }
    }
    return creation.build();
  }

  private static CodeBlock layerDoc(Node layer) {
    return CodeBlock.of(
        "{@code $L}: $L, to $L.\n", layer.name(), layer.op().describe(), layer.output());
  }

  private TypeSpec nestedClass(Block block, String reached, String className, Set<String> around) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className)
            .addJavadoc("The layers of {@code $L}.\n", block.fullName())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    CodeBlock creation = addMembers(block, reached, type, Identifiers.forMembers(), around);
    return type.addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.KERNELS, "kernels")
                .addCode(creation)
                .build())
        .build();
  }

  private static void addMember(
      TypeSpec.Builder type, TypeName memberType, String name, CodeBlock doc) {
    type.addField(FieldSpec.builder(memberType, name, Modifier.PRIVATE, Modifier.FINAL).build());
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addJavadoc(doc)
            .addModifiers(Modifier.PUBLIC)
            .returns(memberType)
            .addStatement("return $N", name)
            .build());
  }
}
