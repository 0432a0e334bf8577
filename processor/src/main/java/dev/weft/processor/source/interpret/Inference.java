package dev.weft.processor.source.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * What the type variables of one call of a generic method stand for. Where arguments give one
 * several types, it stays unknown, and so does what depends on it.
 */
final class Inference {
  private final Types types;
  private final Subtyping subtyping;
  private final Set<Element> variables = new HashSet<>();
  private final Map<Element, TypeMirror> found = new HashMap<>();
  private final Set<Element> contradictory = new HashSet<>();

  Inference(Types types, Subtyping subtyping, List<? extends Element> variables) {
    this.types = types;
    this.subtyping = subtyping;
    this.variables.addAll(variables);
  }

  /** Takes type arguments as they are written: {@code this.<Integer>first(...)}. */
  void explicit(List<? extends Element> parameters, List<TypeMirror> arguments) {
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      found.put(parameters.get(i), arguments.get(i));
    }
  }

  /** Learns from an argument, or from the result of a lambda. */
  void unify(TypeMirror formal, TypeMirror actual) {
    if (formal instanceof TypeVariable variable && variables.contains(variable.asElement())) {
      learn(variable.asElement(), subtyping.boxed(actual));
    } else if (formal instanceof WildcardType wildcard) {
      TypeMirror bound =
          wildcard.getExtendsBound() != null
              ? wildcard.getExtendsBound()
              : wildcard.getSuperBound();
      if (bound != null) {
        unify(bound, actual instanceof WildcardType same ? bound(same) : actual);
      }
    } else if (formal instanceof ArrayType array && actual instanceof ArrayType same) {
      unify(array.getComponentType(), same.getComponentType());
    } else if (formal instanceof DeclaredType declared) {
      subtyping
          .supertype(actual, (TypeElement) declared.asElement())
          .ifPresent(same -> unifyArguments(declared, same));
    }
  }

  private static TypeMirror bound(WildcardType wildcard) {
    return wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard;
  }

  private void unifyArguments(DeclaredType formal, DeclaredType actual) {
    int count = Math.min(formal.getTypeArguments().size(), actual.getTypeArguments().size());
    for (int i = 0; i < count; i++) {
      unify(formal.getTypeArguments().get(i), actual.getTypeArguments().get(i));
    }
  }

  private void learn(Element variable, TypeMirror type) {
    TypeMirror before = found.putIfAbsent(variable, type);
    if (before != null && !types.isSameType(before, type)) {
      contradictory.add(variable);
    }
  }

  /**
   * Whether a type is no variable of one of the JDK's methods or classes, which stands for what
   * could not be inferred.
   */
  static boolean isKnown(TypeMirror type) {
    return !(type instanceof TypeVariable variable) || !isOfLibrary(variable);
  }

  private static boolean isOfLibrary(TypeVariable variable) {
    Element owner = ((TypeParameterElement) variable.asElement()).getGenericElement();
    return Library.owns(
        owner instanceof TypeElement type ? type : (TypeElement) owner.getEnclosingElement());
  }

  /**
   * A type with the variables replaced; empty if one of them is unknown. Those of the JDK remain
   * instead: {@code emptyList().size()} has a type whatever the list's elements are.
   */
  Optional<TypeMirror> substituted(TypeMirror type) {
    if (type instanceof TypeVariable variable && variables.contains(variable.asElement())) {
      TypeMirror argument = found.get(variable.asElement());
      return argument != null && !contradictory.contains(variable.asElement())
          ? Optional.of(argument)
          : Optional.<TypeMirror>of(variable).filter(unknown -> isOfLibrary(variable));
    }
    if (type instanceof ArrayType array) {
      return substituted(array.getComponentType()).map(types::getArrayType);
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return upper == null && lower == null
          ? Optional.of(type)
          : substituted(upper != null ? upper : lower)
              .map(
                  bound ->
                      types.getWildcardType(
                          upper == null ? null : bound, upper == null ? bound : null));
    }
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      TypeMirror[] arguments = new TypeMirror[declared.getTypeArguments().size()];
      for (int i = 0; i < arguments.length; i++) {
        Optional<TypeMirror> argument = substituted(declared.getTypeArguments().get(i));
        if (argument.isEmpty()) {
          return Optional.empty();
        }
        arguments[i] = argument.get();
      }
      return Optional.of(types.getDeclaredType((TypeElement) declared.asElement(), arguments));
    }
    return Optional.of(type);
  }
}
