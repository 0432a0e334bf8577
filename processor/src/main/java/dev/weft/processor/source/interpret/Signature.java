package dev.weft.processor.source.interpret;

import dev.weft.dsl.Layer;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.Prim;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * A method as messages show it: {@code conv3x3(int)}.
 *
 * @param name its name, {@code new C} for a constructor
 * @param parameters its parameters
 * @param isVarArgs whether the last one takes any number of arguments
 */
record Signature(String name, List<Parameter> parameters, boolean isVarArgs) {
  /**
   * A parameter.
   *
   * @param type its type's simple name; what one argument is if it takes several
   * @param name its own name; empty if that is not known
   * @param prim the primitive type, or null
   * @param isVariable whether it takes any number of arguments
   * @param takes whether it takes a value
   */
  record Parameter(
      String type, String name, Prim prim, boolean isVariable, Predicate<Object> takes) {
    /** As it stands in a sentence. */
    String shown() {
      return isVariable ? type + "..." : Describe.withArticle(type);
    }

    @Override
    public String toString() {
      return type + (isVariable ? "..." : "") + (name.isEmpty() ? "" : " " + name);
    }
  }

  /** The factories or modifiers of a name, without what tells a layer's values. */
  static List<Signature> ofLayers(Class<?> type, boolean isStatic, String name) {
    return DslMethods.of(type, isStatic)
        .filter(method -> method.getName().equals(name))
        .filter(method -> Layer.class.isAssignableFrom(method.getReturnType()))
        .map(Signature::of)
        .toList();
  }

  /** A factory or modifier. */
  static Signature of(Method method) {
    List<Parameter> parameters = new ArrayList<>();
    for (java.lang.reflect.Parameter declared : method.getParameters()) {
      boolean isVariable = declared.isVarArgs();
      Class<?> type = isVariable ? declared.getType().getComponentType() : declared.getType();
      parameters.add(
          new Parameter(
              type.getSimpleName(),
              declared.isNamePresent() ? declared.getName() : "",
              type.isPrimitive() ? DslMethods.prim(type) : null,
              isVariable,
              value -> DslMethods.takes(type, value)));
    }
    return new Signature(method.getName(), parameters, method.isVarArgs());
  }

  /** A method or constructor of the author's own. */
  static Signature of(String name, ExecutableElement method, Machine machine) {
    List<Parameter> parameters = new ArrayList<>();
    List<? extends VariableElement> all = method.getParameters();
    for (int i = 0; i < all.size(); i++) {
      boolean isVariable = method.isVarArgs() && i == all.size() - 1;
      TypeMirror declared = all.get(i).asType();
      TypeMirror type = isVariable ? ((ArrayType) declared).getComponentType() : declared;
      parameters.add(
          new Parameter(
              ValueTypes.of(type).toString(),
              all.get(i).getSimpleName().toString(),
              type.getKind().isPrimitive() ? Prim.valueOf(type.getKind().name()) : null,
              isVariable,
              value -> machine.helpers.fits(value, type)));
    }
    return new Signature(name, parameters, method.isVarArgs());
  }

  /** How many arguments it takes: {@code 2}, or {@code at least 1}. */
  String count() {
    return isVarArgs ? "at least " + (parameters.size() - 1) : String.valueOf(parameters.size());
  }

  /** Whether it takes so many arguments. */
  boolean takesCount(int count) {
    return isVarArgs ? count >= parameters.size() - 1 : count == parameters.size();
  }

  /** The parameter for an argument. */
  Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** The first argument that it does not take; their number if it takes all. */
  int firstMisfit(List<Object> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!parameter(i).takes.test(arguments.get(i))) {
        return i;
      }
    }
    return arguments.size();
  }

  @Override
  public String toString() {
    return parameters.stream()
        .map(Parameter::toString)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
