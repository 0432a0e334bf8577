package dev.weft.processor.emit;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.FeatureMaps;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.plan.Step;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.report.LayerTable;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.FieldSpec;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.ParameterizedTypeName;
import dev.weft.processor.emit.code.TypeName;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of a network: its constants, its layers, and its passes. The same program gives
 * the same text, to the byte.
 */
public final class NetworkWriter {
  /** A class that all generated code needs. */
  public static final String RUNTIME_CLASS = Types.MODEL.canonicalName();

  /** The layer that adds up gradients. */
  static final String GRADIENT_SUM = "gradientSum";

  /** Its name, which no layer of a declaration can have. */
  private static final String NAME_OF_GRADIENT_SUM = "gradient sum";

  private static final String TYPE = "TYPE";

  /** The method that has the table of layers. */
  private static final String TABLE = "table";

  /** The method that tells where layers were declared. */
  private static final String PLACES = "places";

  /** A string constant in a class file holds at most 65,535 bytes, three a character. */
  private static final int MOST_CHARACTERS_IN_A_CONSTANT = 20_000;

  private static final String GENERATOR = "dev.weft.processor.WeftProcessor";

  private NetworkWriter() {}

  /**
   * The source of a network that fits together.
   *
   * @param places where something was declared, if that is known
   */
  public static String write(
      GeneratedClass target, Program program, Function<Declared, Optional<DeclaredAt>> places) {
    LayerTable table = LayerTable.of(program);
    List<String> lines = table.lines();
    TypeSpec.Builder type =
        start(target)
            .superclass(Types.MODEL)
            .addJavadoc(
                "The network that {@link $T} declares.\n\n<pre>\n$L\n</pre>\n",
                target.declaration(),
                String.join("\n", lines));
    addConstants(type, program.graph());
    type.addField(networkType(target, program.graph(), table.totals()));
    addLayers(type, target, program);
    type.addMethod(type(target, CodeBlock.of("return $N;\n", TYPE)));
    type.addMethod(text(TABLE, lines));
    type.addMethod(text(PLACES, PlaceLines.of(program.graph(), places)));
    addPass(type, "trainingPass", PassKind.TRAINING);
    addPass(type, "inferencePass", PassKind.INFERENCE);
    return file(target, type);
  }

  /**
   * The source of a network that does not fit together: enough for the names in other sources to
   * resolve, so that only the mistakes in the declaration are reported.
   *
   * @param hasRuntime whether the compilation sees the runtime's classes
   */
  public static String skeleton(GeneratedClass target, boolean hasRuntime) {
    TypeSpec.Builder type =
        start(target)
            .addJavadoc(
                "Stands in for the network that {@link $T} declares, until the declaration's mistakes"
                    + " are mended.\n",
                target.declaration());
    if (hasRuntime) {
      addModelOfNothing(type, target);
    }
    return file(target, type);
  }

  private static void addModelOfNothing(TypeSpec.Builder type, GeneratedClass target) {
    type.superclass(Types.MODEL);
    type.addMethod(defaultConstructor());
    type.addMethod(
        constructor(
            CodeBlock.of(
                "throw new $T($S);\n",
                IllegalStateException.class,
                target.declaration().simpleName() + " was declared with mistakes")));
    type.addMethod(type(target, CodeBlock.of("return null;\n")));
    type.addMethod(pass("trainingPass", Types.TRAINING_PASS, CodeBlock.of("return null;\n")));
    type.addMethod(pass("inferencePass", Types.INFERENCE_PASS, CodeBlock.of("return null;\n")));
  }

  private static TypeSpec.Builder start(GeneratedClass target) {
    TypeSpec.Builder type = TypeSpec.classBuilder(target.name()).addModifiers(Modifier.FINAL);
    if (target.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    target
        .generatedAnnotation()
        .ifPresent(
            annotation -> type.addAnnotation(CodeBlock.of("@$T($S)", annotation, GENERATOR)));
    return type;
  }

  private static String file(GeneratedClass target, TypeSpec.Builder type) {
    return type.build().inFile(target.name().packageName());
  }

  private static void addConstants(TypeSpec.Builder type, Graph graph) {
    addConstant(
        type,
        Shape.class,
        "INPUT",
        "The shape of one input.",
        OpWriter.shape(graph.input().output()));
    addConstant(
        type,
        Shape.class,
        "OUTPUT",
        "The shape of one output.",
        OpWriter.shape(graph.outputShape()));
    addConstant(
        type,
        long.class,
        "PARAMETERS",
        graph.frozenParameters() == 0
            ? "The number of trainable elements."
            : "The number of trainable elements, %s of them frozen."
                .formatted(Counts.number(graph.frozenParameters())),
        number(graph.parameters()));
    addConstant(
        type,
        long.class,
        "MACS",
        "Multiply-adds of convolutions and dense layers for one image.",
        number(graph.macs()));
  }

  private static FieldSpec networkType(
      GeneratedClass target, Graph graph, LayerTable.Totals totals) {
    CodeBlock.Builder value = CodeBlock.builder();
    value.add(
        "$T.named($S, $T::new)",
        Types.NETWORK_TYPE,
        target.declaration().simpleName(),
        target.name());
    value.add("\n    .shapes(INPUT, OUTPUT)\n    .costs(PARAMETERS, MACS)");
    FeatureMaps.last(graph)
        .map(node -> node.receptiveField().size())
        .ifPresent(
            field -> value.add("\n    .receptiveField($L, $L)", field.height(), field.width()));
    value.add(
        "\n    .bytes($L, $L, $L)",
        number(totals.parameterBytes()),
        number(totals.inferenceBytes()),
        number(totals.trainingBytes()));
    value.add("\n    .summary($T::$N)", target.name(), TABLE);
    value.add("\n    .places($T::$N)\n    .build()", target.name(), PLACES);
    return FieldSpec.builder(
            networkType(target), TYPE, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .javadoc("$L\n", "All that is known of the network before one is made.")
        .initializer(value.build())
        .build();
  }

  private static void addConstant(
      TypeSpec.Builder type, Class<?> constantType, String name, String doc, CodeBlock value) {
    type.addField(
        FieldSpec.builder(constantType, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .javadoc("$L\n", doc)
            .initializer(value)
            .build());
  }

  private static CodeBlock number(long number) {
    return CodeBlock.of("$LL", Counts.number(number).replace(',', '_'));
  }

  private static void addLayers(TypeSpec.Builder type, GeneratedClass target, Program program) {
    Identifiers names =
        Identifiers.forMembers()
            .reserve(
                List.of(
                    "INPUT", "OUTPUT", "PARAMETERS", "MACS", TYPE, TABLE, PLACES, GRADIENT_SUM));
    Identifiers classNames =
        Identifiers.forClasses()
            .reserve(
                List.of(
                    target.name().simpleName(),
                    PassKind.TRAINING.className(),
                    PassKind.INFERENCE.className()));
    Block root = Block.root(program);
    WrittenLayers layers = BlockWriter.write(type, root, names, classNames);
    CodeBlock creation = layers.creation();
    if (program.training().backward().stream().anyMatch(Step.Accumulate.class::isInstance)) {
      type.addField(Types.ADD, GRADIENT_SUM, Modifier.PRIVATE, Modifier.FINAL);
      creation =
          CodeBlock.builder()
              .add(creation)
              .addStatement("$N = kernels.add($S)", GRADIENT_SUM, NAME_OF_GRADIENT_SUM)
              .build();
    }
    type.addMethod(defaultConstructor());
    type.addMethod(constructor(creation));
    for (PassKind kind : PassKind.values()) {
      new PassWriter(kind, program, layers, names, classNames).write(root).forEach(type::addType);
    }
  }

  private static MethodSpec defaultConstructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("The network with default options.\n")
        .addModifiers(Modifier.PUBLIC)
        .addStatement("this($T.defaults())", Types.MODEL_OPTIONS)
        .build();
  }

  private static MethodSpec constructor(CodeBlock creation) {
    return MethodSpec.constructorBuilder()
        .addJavadoc("The network with first weights drawn from the options' seed.\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Types.MODEL_OPTIONS, "options")
        .addStatement("super(options)")
        .addCode(creation)
        .build();
  }

  private static MethodSpec type(GeneratedClass target, CodeBlock body) {
    return MethodSpec.methodBuilder("type")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(networkType(target))
        .addCode(body)
        .build();
  }

  private static TypeName networkType(GeneratedClass target) {
    return ParameterizedTypeName.get(Types.NETWORK_TYPE, target.name());
  }

  private static MethodSpec text(String name, List<String> lines) {
    List<CodeBlock> parts = new ArrayList<>();
    StringJoiner part = new StringJoiner("\n");
    for (String line : lines) {
      if (part.length() + line.length() > MOST_CHARACTERS_IN_A_CONSTANT) {
        parts.add(CodeBlock.of("$S", part));
        part = new StringJoiner("\n");
      }
      part.add(line);
    }
    parts.add(CodeBlock.of("$S", part));
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(String.class)
        .addCode("return $T.join($S, $L);\n", String.class, "\n", CodeBlock.join(parts, ",\n"))
        .build();
  }

  private static void addPass(TypeSpec.Builder type, String name, PassKind kind) {
    CodeBlock body = CodeBlock.of("return new $L(batch);\n", kind.className());
    type.addMethod(pass(name, kind.contract(), body));
  }

  private static MethodSpec pass(String name, ClassName contract, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(contract)
        .addParameter(int.class, "batch")
        .addCode(body)
        .build();
  }
}
