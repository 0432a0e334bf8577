package dev.weft.processor.source;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.contract.Contract;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.diagnostic.Suppressions;
import dev.weft.processor.source.interpret.BigStack;
import dev.weft.processor.source.interpret.LateMistakes;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.resolve.Members;
import dev.weft.processor.source.resolve.Names;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.tree.Absence;
import dev.weft.processor.source.tree.SourceTrees;
import dev.weft.processor.source.weights.WeightsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Reads an interface annotated with {@code @Network}: its stages as layers, where each was
 * declared, and the mistakes that stand in the way.
 */
public final class NetworkReader {
  private static final String SUFFIX = "Network";

  private final ProcessingEnvironment environment;
  private final SourceTrees trees;
  private final Map<String, String> networksByGeneratedName = new HashMap<>();

  private NetworkReader(ProcessingEnvironment environment, SourceTrees trees) {
    this.environment = environment;
    this.trees = trees;
  }

  /**
   * A reader inside any compiler; empty if the Java that runs the compiler is not a JDK.
   *
   * @param sources directories of sources beside those of the networks
   */
  public static Optional<NetworkReader> in(ProcessingEnvironment environment, List<Path> sources) {
    return SourceTrees.in(environment, sources).map(trees -> new NetworkReader(environment, trees));
  }

  /** What packs source beside class files, for networks of other builds. */
  public SourcePacker packer() {
    return new SourcePacker(environment, trees);
  }

  /** What finds annotations that no network reads. */
  public StrayAnnotations strays() {
    return new StrayAnnotations(
        environment.getElementUtils(),
        members(),
        this::places,
        type ->
            new SuppressionReader(trees, places(type), new ArrayList<>()).read(type, List.of()));
  }

  /** The mistake of a type whose file a compiler that is not javac keeps to itself. */
  public Located unknownFile(TypeElement type) {
    Absence absence = Absence.ofUnknownFile("`" + type.getSimpleName() + "`");
    Fix fix = Fix.of(absence.wayOut());
    return Located.of(Code.NOT_INTERPRETABLE, place(type), List.of(), absence.headline(), fix);
  }

  /** The place of a type's name. */
  public Place place(TypeElement type) {
    return places(type).of(type);
  }

  private Places places(TypeElement network) {
    return new Places(trees, environment, network);
  }

  /**
   * Reads one network.
   *
   * @param compiled the types of this compilation, whose names the generated class cannot have
   */
  public ReadNetwork read(TypeElement type, Set<? extends Element> compiled) {
    return BigStack.call(() -> readHere(type, compiled));
  }

  private ReadNetwork readHere(TypeElement type, Set<? extends Element> compiled) {
    trees.addNetwork(type);
    Places places = places(type);
    Origins origins = new Origins(places.of(type));
    List<Located> problems = new ArrayList<>();
    boolean isNameTaken = isNameTaken(type, compiled, problems);
    Shape input = new InputReader(places).read(type, problems);
    StageMethods methods = new StageMethods(members());
    SuppressionReader suppressions = new SuppressionReader(trees, places, problems);
    List<Stage> stages = new ArrayList<>();
    boolean hasUnresolvedName = false;
    boolean hasUnknownCounts = false;
    LateMistakes late = new LateMistakes();
    if (isInterface(type, problems)) {
      StageReader reader = stageReader(methods, suppressions, places, origins, problems);
      stages.addAll(reader.read(type));
      hasUnresolvedName = reader.hasUnresolvedName();
      hasUnknownCounts = reader.hasUnknownCounts();
      late = reader.late();
    } else {
      stages.add(new Stage(type.getSimpleName().toString(), null));
    }
    ContractReader promises =
        new ContractReader(places, origins, new WeightsReader(trees, environment, type), problems);
    List<Contract> contracts = promises.read(type);
    return new ReadNetwork(
        type,
        packageName(type),
        generatedName(type),
        isPublic(type),
        new NetworkDeclaration(type.getSimpleName().toString(), input, stages),
        origins,
        problems,
        late,
        contracts,
        suppressions.read(type, methods.of(type)),
        hasUnresolvedName || promises.hasUnresolvedName(),
        hasUnknownCounts,
        isNameTaken);
  }

  /** A network of which nothing is known but its name, because reading it failed. */
  public ReadNetwork unread(TypeElement type, Set<? extends Element> compiled) {
    return new ReadNetwork(
        type,
        packageName(type),
        generatedName(type),
        isPublic(type),
        new NetworkDeclaration(type.getSimpleName().toString(), Shape.unknown(), List.of()),
        new Origins(place(type)),
        List.of(),
        new LateMistakes(),
        List.of(),
        new Suppressions(Set.of()),
        false,
        false,
        isNameTaken(type, compiled, new ArrayList<>()));
  }

  private Members members() {
    return new Members(environment.getElementUtils(), environment.getTypeUtils());
  }

  private StageReader stageReader(
      StageMethods methods,
      SuppressionReader suppressions,
      Places places,
      Origins origins,
      List<Located> problems) {
    Members members = members();
    Names names = new Names(environment.getElementUtils(), members);
    AnnotatedStages annotated =
        new AnnotatedStages(
            trees, new ValueTypes(names, members, environment.getTypeUtils()), places, origins);
    return new StageReader(
        trees, environment, methods, annotated, suppressions, places, origins, problems);
  }

  private boolean isInterface(TypeElement type, List<Located> problems) {
    if (type.getKind() != ElementKind.INTERFACE) {
      String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      problems.add(
          misuse(
              type,
              "@Network stands on the " + kind + " `" + type.getSimpleName() + "`",
              new Fix("declare it as an interface", "interface " + type.getSimpleName(), null)));
      return false;
    }
    if (!type.getTypeParameters().isEmpty()) {
      problems.add(
          misuse(
              type,
              "the network `" + type.getSimpleName() + "` has type parameters",
              new Fix("remove them", "interface " + type.getSimpleName(), null)));
    }
    return true;
  }

  private boolean isNameTaken(
      TypeElement type, Set<? extends Element> compiled, List<Located> problems) {
    String name = qualifiedGeneratedName(type);
    String own = type.getQualifiedName().toString();
    String first = networksByGeneratedName.putIfAbsent(name, own);
    boolean isTakenByNetwork = first != null && !first.equals(own);
    boolean isTakenByClass = compiled.stream().anyMatch(each -> each.toString().equals(name));
    if (isTakenByNetwork || isTakenByClass) {
      String by = isTakenByNetwork ? " for the network `" + first + "`" : "";
      problems.add(
          misuse(
              type,
              "the class to be generated is called `" + name + "`, which exists already" + by,
              Fix.of("rename the network or the class")));
    }
    return isTakenByNetwork || isTakenByClass;
  }

  private String qualifiedGeneratedName(TypeElement type) {
    String packageName = packageName(type);
    return packageName.isEmpty() ? generatedName(type) : packageName + "." + generatedName(type);
  }

  private String packageName(TypeElement type) {
    return environment.getElementUtils().getPackageOf(type).getQualifiedName().toString();
  }

  /** {@code LeNet5Network}, and {@code Outer_InnerNetwork} for a nested interface. */
  private static String generatedName(TypeElement type) {
    return Members.enclosing(type)
            .map(each -> each.getSimpleName().toString())
            .reduce((inner, outer) -> outer + "_" + inner)
            .orElseThrow()
        + SUFFIX;
  }

  private static boolean isPublic(TypeElement type) {
    return Members.enclosing(type).allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
  }

  private Located misuse(TypeElement type, String headline, Fix fix) {
    return Located.of(Code.MISUSE, place(type), List.of(), headline, fix);
  }
}
