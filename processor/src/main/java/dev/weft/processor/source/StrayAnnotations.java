package dev.weft.processor.source;

import dev.weft.dsl.Network;
import dev.weft.dsl.NetworkParts;
import dev.weft.dsl.annotation.From;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.diagnostic.Suppressions;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.resolve.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the annotations of layers and contracts that nothing reads, because they stand in a type
 * that is no network and from which none inherits. Most likely its {@code @Network} was forgotten.
 * An interface of nothing but default stages is found as well, if there is anything of Weft's
 * beside it: without any annotation, no compiler calls the processor.
 */
public final class StrayAnnotations {
  private static final String READ_BY_NETWORKS = From.class.getPackageName() + ".";

  private final Elements elements;
  private final Members members;
  private final Function<TypeElement, Places> places;
  private final Function<TypeElement, Suppressions> suppressions;
  private final Set<String> annotated = new LinkedHashSet<>();
  private final Set<String> ofStagesOnly = new LinkedHashSet<>();
  private final Set<String> inherited = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  StrayAnnotations(
      Elements elements,
      Members members,
      Function<TypeElement, Places> places,
      Function<TypeElement, Suppressions> suppressions) {
    this.elements = elements;
    this.members = members;
    this.places = places;
    this.suppressions = suppressions;
  }

  /** Notes which types have such annotations in this round, and which are read with a network. */
  public void note(
      Set<? extends TypeElement> annotations, Set<TypeElement> networks, RoundEnvironment round) {
    for (TypeElement network : networks) {
      members.hierarchy(network).forEach(type -> read.add(name(type)));
    }
    annotations.stream()
        .filter(StrayAnnotations::isReadByNetworks)
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .flatMap(element -> around(element).stream())
        .forEach(type -> annotated.add(name(type)));
    ElementFilter.typesIn(round.getRootElements()).forEach(this::note);
  }

  private void note(TypeElement type) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        inherited.add(name(element));
      }
    }
    if (type.getKind() == ElementKind.INTERFACE && firstStage(type).isPresent()) {
      ofStagesOnly.add(name(type));
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::note);
  }

  /**
   * The first method of an interface that would be a stage in a network, if all of its methods are
   * there to make layers: one with abstract methods may be a part of the author's own design.
   */
  private static Optional<ExecutableElement> firstStage(TypeElement type) {
    List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
    return methods.stream()
            .anyMatch(
                method -> method.getModifiers().contains(Modifier.ABSTRACT) || !makesLayer(method))
        ? Optional.empty()
        : methods.stream()
            .filter(method -> method.isDefault() && method.getParameters().isEmpty())
            .findFirst();
  }

  private static boolean makesLayer(ExecutableElement method) {
    return method.getReturnType().getKind() != TypeKind.ERROR && StageMethods.returnsLayer(method);
  }

  private static Optional<TypeElement> around(Element element) {
    Element around = element;
    while (around != null && !(around instanceof TypeElement)) {
      around = around.getEnclosingElement();
    }
    return Optional.ofNullable((TypeElement) around);
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private static boolean isReadByNetworks(Element annotation) {
    return annotation.toString().startsWith(READ_BY_NETWORKS);
  }

  /** The first such annotation of each type that no network reads and that does not silence it. */
  public List<Located> located() {
    List<Located> strays = new ArrayList<>();
    annotated.forEach(name -> add(name, this::first, strays));
    for (String name : ofStagesOnly) {
      if (!annotated.contains(name) && !inherited.contains(name)) {
        add(name, type -> firstStage(type).map(stage -> located(stage, type)), strays);
      }
    }
    return strays;
  }

  private void add(
      String name, Function<TypeElement, Optional<Located>> found, List<Located> strays) {
    TypeElement type = elements.getTypeElement(name);
    if (type != null
        && !read.contains(name)
        && type.getAnnotation(Network.class) == null
        && type.getAnnotation(NetworkParts.class) == null) {
      found
          .apply(type)
          .filter(stray -> !suppressions.apply(type).silence(stray))
          .ifPresent(strays::add);
    }
  }

  private Optional<Located> first(TypeElement type) {
    return Stream.concat(
            Stream.of(type), ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .flatMap(element -> first(element, type).stream())
        .findFirst();
  }

  private Optional<Located> first(Element element, TypeElement type) {
    return element.getAnnotationMirrors().stream()
        .filter(each -> isReadByNetworks(each.getAnnotationType().asElement()))
        .findFirst()
        .map(annotation -> located(element, annotation, type));
  }

  private Located located(Element element, AnnotationMirror annotation, TypeElement type) {
    String what = "@" + annotation.getAnnotationType().asElement().getSimpleName();
    return located(what, places.apply(type).of(element, annotation), type);
  }

  private Located located(ExecutableElement stage, TypeElement type) {
    String what = "the stage `" + stage.getSimpleName() + "`";
    return located(what, places.apply(type).of(stage), type);
  }

  private static Located located(String what, Place place, TypeElement type) {
    return Located.of(
        Code.UNREAD_ANNOTATION,
        place,
        List.of(),
        "nothing reads "
            + what
            + ": `"
            + type.getSimpleName()
            + "` is no network, and none inherits from it",
        Fix.of("make it one with @Network(input = {3, 224, 224})"),
        Fix.of("annotate it with @NetworkParts if networks of other builds inherit from it"));
  }
}
