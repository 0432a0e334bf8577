package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.processor.emit.Differences.Statement;
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
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the layers: in the network's class and in a nested class for each block, a typed field for
 * each member, and an accessor where there are parameters to reach. Blocks that differ in nothing
 * but names and numbers share a class, whose constructor takes them.
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

  /** A person does not tell more numbers apart by their places. */
  private static final int MOST_NUMBERS = 12;

  private static final int MOST_LAYERS_OF_A_BRIEF_STAGE = 2;

  private final TypeSpec.Builder network;
  private final Identifiers classNames;
  private final Map<Block, BlockClass> classes = new HashMap<>();

  /** What a class needs to make its members, before it is known which blocks share it. */
  private record Draft(
      Block block, Identifiers scope, Map<Name, String> fields, List<Statement> creation) {
    List<Object> skeleton() {
      return creation.stream().<Object>map(statement -> statement.code().skeleton()).toList();
    }
  }

  /** A class for blocks that differ in names and numbers only. */
  private static final class BlockClass {
    private final String name;
    private final List<Block> blocks;
    private final Draft first;
    private final LayerNames layerNames;
    private final Differences differences;
    private boolean isWritten;

    private BlockClass(
        String name, List<Block> blocks, Draft first, LayerNames names, Differences differences) {
      this.name = name;
      this.blocks = blocks;
      this.first = first;
      this.layerNames = names;
      this.differences = differences;
    }

    /** What its constructor is given. */
    MethodSpec.Builder addParameters(MethodSpec.Builder method) {
      return differences.addParameters(layerNames.addParameters(method));
    }

    /** The same, to hand on. */
    String parameters() {
      return layerNames.arguments() + differences.names();
    }

    CodeBlock creation(Block block, LayerNames outer) {
      CodeBlock.Builder creation = CodeBlock.builder().add("new $L(kernels", name);
      if (layerNames.isGiven()) {
        creation.add(", $L", outer.expression(block.fullName()));
      }
      return creation.add(differences.arguments(blocks.indexOf(block))).add(")").build();
    }

    /** Of which blocks it has the layers. */
    CodeBlock doc() {
      String name = blocks.get(0).fullName();
      String others =
          switch (blocks.size()) {
            case 1 -> "";
            case 2 -> " and {@code " + blocks.get(1).fullName() + "}";
            default -> " and " + (blocks.size() - 1) + " blocks like it";
          };
      String sizes =
          differences.size() == 0 ? "" : "; comments give the sizes of {@code " + name + "}";
      return CodeBlock.of("The layers of {@code $L}$L$L.\n", name, others, sizes);
    }
  }

  /**
   * A writer into a network's class.
   *
   * @param classNames gives out the names of nested classes
   */
  BlockWriter(TypeSpec.Builder network, Identifiers classNames) {
    this.network = network;
    this.classNames = classNames.reserve(RESERVED);
  }

  /**
   * Writes all layers.
   *
   * @param root the network's layers
   * @param names the members of the network's class
   */
  WrittenLayers write(Block root, Identifiers names) {
    Map<Integer, List<Block>> byHeight =
        root.all()
            .skip(1)
            .collect(Collectors.groupingBy(Block::height, TreeMap::new, Collectors.toList()));
    byHeight.values().forEach(this::addClasses);
    names.reserve(RESERVED).reserve(INHERITED);
    Draft draft = draft(root, LayerNames.whole(), names);
    List<CodeBlock> statements = draft.creation().stream().map(Statement::code).toList();
    LayerNames whole = LayerNames.whole();
    CodeBlock creation =
        addMembers(draft, statements, network, whole, whole::addParameters, whole.arguments());
    WrittenLayers written = new WrittenLayers(creation);
    reach(root, draft.fields(), "", written);
    return written;
  }

  /** Makes classes for blocks whose inner blocks have theirs. */
  private void addClasses(List<Block> blocks) {
    Map<List<Object>, List<Draft>> alike = new LinkedHashMap<>();
    for (Block block : blocks) {
      Draft draft = sharedDraft(block);
      List<Object> key = isBrief(block) ? List.of(block) : draft.skeleton();
      alike.computeIfAbsent(key, unknown -> new ArrayList<>()).add(draft);
    }
    alike.values().forEach(this::addClass);
  }

  /** Whether a stage is as brief as a class that it would share. */
  private static boolean isBrief(Block block) {
    return block.depth() == 1 && block.allLayers().count() <= MOST_LAYERS_OF_A_BRIEF_STAGE;
  }

  private Draft sharedDraft(Block block) {
    LayerNames names = LayerNames.within(block);
    return draft(block, names, names.reserve(Identifiers.forMembers(RESERVED)));
  }

  private void addClass(List<Draft> alike) {
    Draft first = alike.get(0);
    LayerNames names = LayerNames.within(first.block());
    if (alike.size() == 1) {
      names = LayerNames.whole();
      first = draft(first.block(), names, Identifiers.forMembers(RESERVED));
      alike = List.of(first);
    }
    Differences differences =
        Differences.between(alike.stream().map(Draft::creation).toList(), first.scope().copy());
    if (differences.size() > MOST_NUMBERS) {
      alike.stream()
          .collect(
              Collectors.groupingBy(
                  draft -> Differences.numerals(draft.creation()),
                  LinkedHashMap::new,
                  Collectors.toList()))
          .values()
          .forEach(this::addClass);
      return;
    }
    List<Block> blocks = alike.stream().map(Draft::block).toList();
    BlockClass added = new BlockClass(className(blocks), blocks, first, names, differences);
    blocks.forEach(block -> classes.put(block, added));
  }

  /** After what the blocks' own names begin with, else after the first of them. */
  private String className(List<Block> blocks) {
    if (blocks.size() > 1) {
      String common =
          Identifiers.capitalised(
              Identifiers.inCommon(blocks.stream().map(Block::accessor).toList()));
      if (classNames.isFree(common)) {
        return classNames.allot(common);
      }
    }
    String path = blocks.get(0).path();
    return classNames.allot(path.length() > LONGEST_CLASS_NAME ? "Block" : path);
  }

  private Draft draft(Block block, LayerNames layerNames, Identifiers scope) {
    Map<Name, String> fields = new LinkedHashMap<>();
    block.names().forEach(name -> fields.put(name, scope.allot(name.accessor())));
    List<Statement> creation = new ArrayList<>();
    fields.forEach(
        (name, field) -> {
          Node layer = block.layer(name);
          CodeBlock made =
              layer == null
                  ? classes.get(block.block(name)).creation(block.block(name), layerNames)
                  : OpWriter.creation(layerNames.expression(layer.name()), layer.op());
          creation.add(new Statement(field, CodeBlock.of("$N = $L;\n", field, made)));
        });
    return new Draft(block, scope, fields, creation);
  }

  /** Notes by which expressions the members of a block are reached. */
  private void reach(Block block, Map<Name, String> fields, String reached, WrittenLayers written) {
    fields.forEach(
        (name, field) -> {
          Node layer = block.layer(name);
          if (layer != null) {
            written.put(layer, reached + field);
          } else {
            Block inner = block.block(name);
            BlockClass type = classes.get(inner);
            written.put(inner, type.name, reached + field);
            reach(inner, type.first.fields(), reached + field + ".", written);
          }
        });
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
    draft
        .fields()
        .forEach(
            (name, field) -> {
              Node layer = draft.block().layer(name);
              Member member =
                  layer == null
                      ? member(draft.block().block(name), field, layerNames)
                      : member(layer, field, layerNames);
              member.addTo(type, fitsConstructor);
            });
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
    CodeBlock doc =
        CodeBlock.of(
            "{@code $L}: $L, to $L.\n",
            names.spoken(layer.name()),
            layer.op().describe(),
            layer.output());
    boolean hasParameters = !layer.op().parameters().isEmpty();
    return new Member(OpWriter.type(layer.op()), field, hasParameters, doc);
  }

  private Member member(Block block, String field, LayerNames names) {
    BlockClass type = classes.get(block);
    if (!type.isWritten) {
      type.isWritten = true;
      write(type);
    }
    CodeBlock doc = CodeBlock.of("The block {@code $L}.\n", names.spoken(block.fullName()));
    return new Member(ClassName.get("", type.name), field, block.hasParameters(), doc);
  }

  private void write(BlockClass written) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(written.name)
            .addJavadoc(written.doc())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    CodeBlock creation =
        addMembers(
            written.first,
            written.differences.shared(),
            type,
            written.layerNames,
            written::addParameters,
            written.parameters());
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    type.addMethod(written.addParameters(constructor).addCode(creation).build());
    network.addType(type.build());
  }

  /**
   * A field.
   *
   * @param isReached whether it has an accessor
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
