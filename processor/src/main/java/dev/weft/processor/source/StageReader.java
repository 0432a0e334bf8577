package dev.weft.processor.source;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Stage;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.interpret.CallStack;
import dev.weft.processor.source.interpret.DslTypes;
import dev.weft.processor.source.interpret.Interpreter;
import dev.weft.processor.source.interpret.Mistake;
import dev.weft.processor.source.interpret.OtherNetworks;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.tree.SourceTrees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the stages of one network, and collects what is wrong with them. */
final class StageReader implements OtherNetworks {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> OF_OBJECT = Set.of("clone", "finalize");

  private final Places places;
  private final AnnotatedStages annotated;
  private final StageInputs inputs;
  private final Interpreter interpreter;
  private final List<Located> problems;
  private boolean hasUnresolvedName;

  StageReader(
      SourceTrees trees,
      ProcessingEnvironment environment,
      AnnotatedStages annotated,
      Places places,
      Origins origins,
      List<Located> problems) {
    this.places = places;
    this.annotated = annotated;
    this.inputs = new StageInputs(places, origins, problems);
    this.interpreter = new Interpreter(trees, environment, places, origins, this);
    this.problems = problems;
  }

  /** Whether a name was not found, which another processor may yet generate. */
  boolean hasUnresolvedName() {
    return hasUnresolvedName;
  }

  /** The stage that a method declares, without a layer if it is wrong; empty if it is a helper. */
  Optional<Stage> read(ExecutableElement method, TypeElement network) {
    CallStack calls = CallStack.ofStage(method.getSimpleName().toString());
    return read(method, calls, () -> interpreter.evaluate(method, network));
  }

  @Override
  public Optional<Stage> read(ExecutableElement method, TypeElement network, CallStack calls) {
    return read(method, calls, () -> interpreter.evaluate(method, network, calls));
  }

  private Optional<Stage> read(ExecutableElement method, CallStack calls, Supplier<Layer> body) {
    if (isHelper(method)) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    if (annotated.hasUnresolved(method)) {
      hasUnresolvedName = true;
      return Optional.of(new Stage(name, null));
    }
    Optional<Located> misuse = misuse(method);
    if (misuse.isPresent()) {
      problems.add(misuse.get());
      return Optional.of(new Stage(name, null));
    }
    return Optional.of(
        new Stage(name, layer(method, calls, body), inputs.read(method, calls.frames())));
  }

  private static boolean isHelper(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean overridesHelper =
        method.getAnnotation(Override.class) != null && !returnsLayer(method.getReturnType());
    boolean takesArguments =
        modifiers.contains(Modifier.DEFAULT) && !method.getParameters().isEmpty();
    boolean isMisplaced =
        !AnnotatedStages.annotations(method).isEmpty() || StageInputs.isGiven(method);
    return !isMisplaced
        && (modifiers.contains(Modifier.STATIC)
            || modifiers.contains(Modifier.PRIVATE)
            || takesArguments
            || overridesHelper);
  }

  private Layer layer(ExecutableElement method, CallStack calls, Supplier<Layer> body) {
    try {
      return method.getModifiers().contains(Modifier.ABSTRACT)
          ? annotated.read(method, calls.frames())
          : body.get();
    } catch (Mistake mistake) {
      problems.add(mistake.located());
      hasUnresolvedName |= mistake.isUnresolvedName();
      return null;
    }
  }

  private Optional<Located> misuse(ExecutableElement method) {
    boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
    boolean isAnnotated = !AnnotatedStages.annotations(method).isEmpty();
    String name = method.getSimpleName().toString();
    if (!isAbstract && isAnnotated) {
      return misuse(
          method,
          "the stage `" + name + "` has both a layer annotation and a body",
          new Fix("remove the body, or the annotation", null, null));
    }
    if (isAbstract && !isAnnotated) {
      return misuse(
          method,
          "the abstract stage `" + name + "` has no layer annotation",
          new Fix(
              "annotate it with a layer, or give it a body", "@Relu Layer " + name + "();", null));
    }
    boolean isBody = isAbstract || method.getModifiers().contains(Modifier.DEFAULT);
    if (!isBody) {
      return misuse(
          method,
          "the helper `" + name + "` has an annotation of a stage",
          new Fix("remove the annotation, or make it a default method", null, null));
    }
    if (!method.getParameters().isEmpty()) {
      return misuse(
          method,
          "the stage `" + name + "` takes parameters",
          new Fix(
              "remove them; a helper method with parameters is static, private or default",
              null,
              null));
    }
    if (!returnsLayer(method.getReturnType())) {
      return misuse(
          method,
          "the stage `" + name + "` returns " + method.getReturnType() + " in place of a layer",
          new Fix("return Layer; or make it a helper, static or private", null, null));
    }
    if (!NAME.matcher(name).matches() || OF_OBJECT.contains(name)) {
      return misuse(
          method,
          "a stage cannot be called `" + name + "`",
          new Fix("use another name of letters, digits and underscores", null, null));
    }
    return Optional.empty();
  }

  private static boolean returnsLayer(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && DslTypes.of(element).filter(Layer.class::isAssignableFrom).isPresent();
  }

  private Optional<Located> misuse(ExecutableElement method, String headline, Fix... fixes) {
    return Optional.of(Located.of(Code.MISUSE, places.of(method), List.of(), headline, fixes));
  }
}
