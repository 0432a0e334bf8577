package dev.weft.processor.source;

import dev.weft.processor.source.interpret.DslTypes;
import dev.weft.processor.source.resolve.Members;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Which methods may be the stages of a network, in their order: first those of its superinterfaces,
 * in the order of {@code extends} and each superinterface's own superinterfaces before it, then the
 * network's own. A stage that is declared again stays where it was declared first.
 */
final class StageMethods {
  private final Members members;

  StageMethods(Members members) {
    this.members = members;
  }

  /** The network's methods, helpers among them, and the stages that it inherits. */
  List<ExecutableElement> of(TypeElement network) {
    Set<ExecutableElement> all = new LinkedHashSet<>();
    network.getInterfaces().forEach(parent -> addInherited(parent, network, all));
    all.addAll(ElementFilter.methodsIn(network.getEnclosedElements()));
    return List.copyOf(all);
  }

  private void addInherited(TypeMirror type, TypeElement network, Set<ExecutableElement> all) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement parent) {
      parent.getInterfaces().forEach(next -> addInherited(next, network, all));
      ElementFilter.methodsIn(parent.getEnclosedElements()).stream()
          .filter(StageMethods::isInheritedStage)
          .filter(method -> all.stream().noneMatch(each -> isSameStage(each, method)))
          .map(method -> members.implementation(network, method))
          .forEach(all::add);
    }
  }

  /**
   * The stages of one name that a network inherits and of which none overrides another: Java takes
   * any number of abstract ones.
   */
  List<ExecutableElement> rivals(TypeElement network, ExecutableElement stage) {
    List<ExecutableElement> all =
        members.hierarchy(network).stream()
            .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
            .filter(method -> isSameStage(method, stage) && isInheritedStage(method))
            .toList();
    return all.stream()
        .filter(method -> all.stream().noneMatch(other -> isBelow(other, method)))
        .toList();
  }

  private boolean isBelow(ExecutableElement one, ExecutableElement other) {
    return one != other
        && members.isSubtype(
            (TypeElement) one.getEnclosingElement(), (TypeElement) other.getEnclosingElement());
  }

  private static boolean isSameStage(ExecutableElement one, ExecutableElement other) {
    return one.getSimpleName().equals(other.getSimpleName());
  }

  /** What a superinterface declares besides is its own affair. */
  private static boolean isInheritedStage(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.PRIVATE)
        && method.getParameters().isEmpty()
        && (returnsLayer(method) || !AnnotatedStages.annotations(method).isEmpty());
  }

  /** Whether a method is there for stages to call, and is none itself. */
  boolean isHelper(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean overridesHelper = !returnsLayer(method) && overrides(method);
    boolean isMisplaced =
        !AnnotatedStages.annotations(method).isEmpty()
            || StageInputs.isGiven(method)
            || FrozenStages.isGiven(method);
    return !isMisplaced
        && (modifiers.contains(Modifier.STATIC)
            || modifiers.contains(Modifier.PRIVATE)
            || takesArguments(method)
            || overridesHelper);
  }

  /**
   * Whether a method without parameters overrides another. The annotation alone does not tell,
   * because class files do not keep it; nor does the supertype, which may be yet to generate.
   */
  private boolean overrides(ExecutableElement method) {
    return method.getAnnotation(Override.class) != null
        || members.hierarchy((TypeElement) method.getEnclosingElement()).stream()
            .skip(1)
            .flatMap(parent -> ElementFilter.methodsIn(parent.getEnclosedElements()).stream())
            .anyMatch(inherited -> members.overrides(method, inherited));
  }

  /** Whether a default method takes arguments, so that it can be no stage. */
  static boolean takesArguments(ExecutableElement method) {
    return method.isDefault() && !method.getParameters().isEmpty();
  }

  /** Whether a method returns a layer, or a type that is not known as yet. */
  static boolean returnsLayer(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    return type.getKind() == TypeKind.ERROR || DslTypes.isLayer(type);
  }
}
