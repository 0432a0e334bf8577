package dev.weft.processor.source.interpret;

import dev.weft.processor.source.resolve.Members;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Which of several methods of one name a call means, by the values of its arguments. */
final class Overloads {
  /** The steps in which Java looks for methods: as they are, with boxing, with varargs. */
  private enum Phase {
    STRICT,
    LOOSE,
    VARARGS
  }

  private final Types types;
  private final Members members;

  Overloads(Types types, Members members) {
    this.types = types;
    this.members = members;
  }

  /** The methods that fit best; more than one if the arguments' values alone do not decide. */
  List<ExecutableElement> best(List<ExecutableElement> candidates, List<Object> arguments) {
    for (Phase phase : Phase.values()) {
      List<ExecutableElement> applicable =
          candidates.stream().filter(method -> applies(method, arguments, phase)).toList();
      if (!applicable.isEmpty()) {
        return mostSpecific(applicable, arguments.size(), phase);
      }
    }
    return List.of();
  }

  private boolean applies(ExecutableElement method, List<Object> arguments, Phase phase) {
    List<TypeMirror> parameters = parameters(method, arguments.size(), phase);
    if (parameters.size() != arguments.size() || phase == Phase.VARARGS && !method.isVarArgs()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror type = parameters.get(i);
      Object argument = arguments.get(i);
      boolean isBoxing = Prim.of(argument) != null && !type.getKind().isPrimitive();
      if (!fits(argument, type) || phase == Phase.STRICT && isBoxing) {
        return false;
      }
    }
    return true;
  }

  private static List<TypeMirror> parameters(ExecutableElement method, int count, Phase phase) {
    List<TypeMirror> all = new ArrayList<>();
    method.getParameters().stream().map(VariableElement::asType).forEach(all::add);
    if (phase == Phase.VARARGS && method.isVarArgs() && count >= all.size() - 1) {
      TypeMirror component = ((ArrayType) all.remove(all.size() - 1)).getComponentType();
      while (all.size() < count) {
        all.add(component);
      }
    }
    return all;
  }

  private List<ExecutableElement> mostSpecific(
      List<ExecutableElement> applicable, int count, Phase phase) {
    List<ExecutableElement> best =
        applicable.stream()
            .filter(
                one ->
                    applicable.stream().allMatch(other -> isAsSpecific(one, other, count, phase)))
            .toList();
    boolean valuesDecide =
        applicable.stream()
            .allMatch(one -> differsInNumbersOnly(one, applicable.get(0), count, phase));
    return best.size() == 1 && valuesDecide ? best : applicable;
  }

  private boolean isAsSpecific(
      ExecutableElement one, ExecutableElement other, int count, Phase phase) {
    List<TypeMirror> left = parameters(one, count, phase);
    List<TypeMirror> right = parameters(other, count, phase);
    for (int i = 0; i < count; i++) {
      if (!types.isSubtype(types.erasure(left.get(i)), types.erasure(right.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Java decides by the declared types of the arguments. A number's value has its declared type; an
   * object's may be narrower.
   */
  private boolean differsInNumbersOnly(
      ExecutableElement one, ExecutableElement other, int count, Phase phase) {
    List<TypeMirror> left = parameters(one, count, phase);
    List<TypeMirror> right = parameters(other, count, phase);
    for (int i = 0; i < count; i++) {
      TypeMirror a = types.erasure(left.get(i));
      TypeMirror b = types.erasure(right.get(i));
      boolean bothPrimitive = a.getKind().isPrimitive() && b.getKind().isPrimitive();
      if (!bothPrimitive && !types.isSameType(a, b)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a variable of that type can hold the value. */
  boolean fits(Object value, TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    if (erased.getKind().isPrimitive()) {
      Prim prim = Prim.of(value);
      return prim != null && prim.widensTo(Prim.valueOf(erased.getKind().name()));
    }
    if (value == null || erased.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (erased instanceof ArrayType array) {
      return value instanceof JavaArray cells && fits(cells.component(), array.getComponentType());
    }
    return erased instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && isInstance(value, element);
  }

  private static boolean fits(ValueType component, TypeMirror type) {
    if (type.getKind().isPrimitive() || component.isPrimitive()) {
      return component.isPrimitive() && component.prim().name().equals(type.getKind().name());
    }
    return !(type instanceof ArrayType inner)
        ? !component.isArray()
        : component.isArray() && fits(component.component(), inner.getComponentType());
  }

  private boolean isInstance(Object value, TypeElement type) {
    if (type.getQualifiedName().contentEquals("java.lang.Object")) {
      return true;
    }
    if (value instanceof EnumValue constant) {
      return isSubtype(constant.type(), type);
    }
    if (value instanceof RecordValue instance) {
      return isSubtype(instance.type(), type);
    }
    if (value instanceof TypeElement self) {
      return isSubtype(self, type);
    }
    if (value instanceof Closure closure) {
      return members
          .functionalMethod(type)
          .filter(m -> closure.arity() < 0 || m.getParameters().size() == closure.arity())
          .isPresent();
    }
    return classNames(value.getClass(), new HashSet<>())
        .contains(type.getQualifiedName().toString());
  }

  private boolean isSubtype(TypeElement one, TypeElement other) {
    return types.isSubtype(types.erasure(one.asType()), types.erasure(other.asType()));
  }

  private static Set<String> classNames(Class<?> type, Set<String> names) {
    if (type != null && names.add(type.getCanonicalName())) {
      classNames(type.getSuperclass(), names);
      for (Class<?> each : type.getInterfaces()) {
        classNames(each, names);
      }
    }
    return names;
  }
}
