package dev.weft.processor.source.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The members of types, inherited ones included. */
public final class Members {
  private final Types types;

  /** What was found once is kept: a loop asks again in each of its rounds. */
  private final Map<TypeElement, Map<String, List<ExecutableElement>>> methods = new HashMap<>();

  /** Members as {@code types} sees them. */
  public Members(Types types) {
    this.types = types;
  }

  /** The type and all its supertypes, the nearest first. */
  public Set<TypeElement> hierarchy(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private void collect(TypeElement type, Set<TypeElement> all) {
    if (!all.add(type)) {
      return;
    }
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      if (supertype instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element, all);
      }
    }
  }

  /** The methods of that name, without those that another one overrides. */
  public List<ExecutableElement> methods(TypeElement type, String name) {
    return methods
        .computeIfAbsent(type, each -> new HashMap<>())
        .computeIfAbsent(name, each -> findMethods(type, each));
  }

  private List<ExecutableElement> findMethods(TypeElement type, String name) {
    List<ExecutableElement> found = new ArrayList<>();
    for (TypeElement each : hierarchy(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (method.getSimpleName().contentEquals(name)
            && found.stream().noneMatch(nearer -> sameParameters(nearer, method))) {
          found.add(method);
        }
      }
    }
    return found;
  }

  private boolean sameParameters(ExecutableElement one, ExecutableElement other) {
    List<? extends VariableElement> left = one.getParameters();
    List<? extends VariableElement> right = other.getParameters();
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      TypeMirror a = types.erasure(left.get(i).asType());
      TypeMirror b = types.erasure(right.get(i).asType());
      if (!types.isSameType(a, b)) {
        return false;
      }
    }
    return true;
  }

  /** The field or enum constant of that name. */
  public Optional<VariableElement> field(TypeElement type, String name) {
    return hierarchy(type).stream()
        .flatMap(each -> ElementFilter.fieldsIn(each.getEnclosedElements()).stream())
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The member type of that name. */
  public Optional<TypeElement> type(TypeElement type, String name) {
    return hierarchy(type).stream()
        .flatMap(each -> ElementFilter.typesIn(each.getEnclosedElements()).stream())
        .filter(member -> member.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The one abstract method that makes an interface a functional one. */
  public Optional<ExecutableElement> functionalMethod(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      return Optional.empty();
    }
    List<ExecutableElement> open =
        hierarchy(type).stream()
            .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .filter(method -> !method.getSimpleName().contentEquals("equals"))
            .toList();
    return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
  }

  /** The types around a type, itself first. */
  public static Stream<TypeElement> enclosing(TypeElement type) {
    Stream.Builder<TypeElement> all = Stream.builder();
    for (Element each = type; each instanceof TypeElement next; each = each.getEnclosingElement()) {
      all.add(next);
    }
    return all.build();
  }
}
