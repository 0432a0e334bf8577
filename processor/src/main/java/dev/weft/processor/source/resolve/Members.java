package dev.weft.processor.source.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of types, inherited ones included. */
public final class Members {
  private record Key(TypeElement type, String name) {}

  private final Elements elements;
  private final Types types;
  private final Map<TypeElement, Set<TypeElement>> hierarchies = new HashMap<>();
  private final Map<Key, List<ExecutableElement>> methods = new HashMap<>();
  private final Map<TypeElement, Optional<ExecutableElement>> functional = new HashMap<>();

  /** Members as {@code elements} and {@code types} see them. */
  public Members(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The type and all its supertypes, the nearest first. */
  public Set<TypeElement> hierarchy(TypeElement type) {
    Set<TypeElement> known = hierarchies.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      collect(type, known);
      hierarchies.put(type, known);
    }
    return known;
  }

  /** Whether a type is another one, or inherits from it. */
  public boolean isSubtype(TypeElement type, TypeElement other) {
    return type.equals(other) || hierarchy(type).contains(other);
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

  /** Whether a supertype is unknown, whose members another processor may yet generate. */
  public boolean hasUnknownSupertype(TypeElement type) {
    return hierarchy(type).stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.asType(), each.getSuperclass()), each.getInterfaces().stream()))
        .anyMatch(each -> each.getKind() == TypeKind.ERROR);
  }

  /** The methods of that name, without those that another one overrides. */
  public List<ExecutableElement> methods(TypeElement type, String name) {
    Key key = new Key(type, name);
    List<ExecutableElement> known = methods.get(key);
    if (known == null) {
      known = findMethods(type, name);
      methods.put(key, known);
    }
    return known;
  }

  private List<ExecutableElement> findMethods(TypeElement type, String name) {
    List<ExecutableElement> found = new ArrayList<>();
    for (ExecutableElement method : allMethods(type, name).toList()) {
      if (found.stream().noneMatch(nearer -> hides(nearer, method, type))) {
        found.removeIf(other -> hides(method, other, type));
        found.add(method);
      }
    }
    return List.copyOf(found);
  }

  private Stream<ExecutableElement> allMethods(TypeElement type, String name) {
    return hierarchy(type).stream()
        .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
        .filter(method -> method.getSimpleName().contentEquals(name));
  }

  /** Whether one method of a type takes the place of another. */
  private boolean hides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return overrides(one, other, type)
        || !overrides(other, one, type)
            && haveSameTypes(one.getParameters(), other.getParameters());
  }

  /** Whether a method overrides one of a supertype of its own type. */
  public boolean overrides(ExecutableElement method, ExecutableElement inherited) {
    return overrides(method, inherited, (TypeElement) method.getEnclosingElement());
  }

  /** Of two default methods Eclipse's compiler does not tell the nearer one. */
  private boolean overrides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return one.isDefault()
            && other.isDefault()
            && haveSameTypes(one.getParameters(), other.getParameters())
        ? !one.equals(other)
            && isSubtype(
                (TypeElement) one.getEnclosingElement(), (TypeElement) other.getEnclosingElement())
        : elements.overrides(one, other, type);
  }

  /** The method that runs when {@code method} is called on an object of a type. */
  public ExecutableElement implementation(TypeElement type, ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) {
      return method;
    }
    return methods(type, method.getSimpleName().toString()).stream()
        .filter(each -> each.equals(method) || overrides(each, method, type))
        .min(Comparator.comparing(each -> each.getModifiers().contains(Modifier.ABSTRACT)))
        .orElse(method);
  }

  /** What a type has for a method of one of its supertypes that is not overloaded there. */
  public Optional<ExecutableElement> implementation(
      TypeElement type, String supertype, String name) {
    return hierarchy(type).stream()
        .filter(each -> each.getQualifiedName().contentEquals(supertype))
        .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
        .filter(method -> method.getSimpleName().contentEquals(name))
        .map(method -> implementation(type, method))
        .findFirst();
  }

  /** Whether parameters, or other elements, have the same types but for type arguments. */
  public boolean haveSameTypes(List<? extends Element> left, List<? extends Element> right) {
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

  /** The field or enum constant of that name that the type itself declares. */
  public Optional<VariableElement> ownField(TypeElement type, String name) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The names of a type's members of one kind, without those that every object has. */
  SortedSet<String> names(
      TypeElement type, Function<List<? extends Element>, List<? extends Element>> kind) {
    return hierarchy(type).stream()
        .filter(each -> !each.getQualifiedName().contentEquals("java.lang.Object"))
        .flatMap(each -> kind.apply(each.getEnclosedElements()).stream())
        .map(each -> each.getSimpleName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the methods of a type, without those that every object has. */
  public SortedSet<String> methodNames(TypeElement type) {
    return names(type, ElementFilter::methodsIn);
  }

  /** The names of the fields and enum constants of a type. */
  public SortedSet<String> fieldNames(TypeElement type) {
    return names(type, ElementFilter::fieldsIn);
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
    return functional.computeIfAbsent(type, this::findFunctionalMethod);
  }

  private Optional<ExecutableElement> findFunctionalMethod(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      return Optional.empty();
    }
    List<ExecutableElement> open =
        hierarchy(type).stream()
            .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
            .filter(method -> !isOfObject(method.getSimpleName().toString()))
            .map(method -> method.getSimpleName().toString())
            .distinct()
            .flatMap(name -> methods(type, name).stream())
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
  }

  /** {@code Comparator} declares {@code equals} again, which every object has. */
  private static boolean isOfObject(String method) {
    return Set.of("equals", "hashCode", "toString").contains(method);
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
