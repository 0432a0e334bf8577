package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Which of several methods of one name a call means. Java decides by the declared types of the
 * arguments; where one is not known, its value decides if it leaves one method only.
 */
final class Overloads {
  /** The steps in which Java looks for methods: as they are, with boxing, with varargs. */
  enum Phase {
    STRICT,
    LOOSE,
    VARARGS
  }

  private record Decision(List<ExecutableElement> candidates, List<ExecutableElement> best) {}

  private final Machine machine;
  private final Map<Tree, Decision> decisions = new IdentityHashMap<>();
  private final Map<Tree, List<ValueType>> referenceTypes = new IdentityHashMap<>();

  Overloads(Machine machine) {
    this.machine = machine;
  }

  /** Whether any of the candidates takes the arguments. */
  boolean take(List<ExecutableElement> candidates, List<Object> values) {
    List<Argument> arguments =
        values.stream().map(value -> Argument.of(machine, value, null)).toList();
    return candidates.stream().anyMatch(method -> applies(method, arguments));
  }

  /** The methods that fit best; more than one if they cannot be told apart. */
  List<ExecutableElement> best(
      List<ExecutableElement> candidates, List<Object> values, Tree call, Activation at) {
    if (candidates.size() == 1) {
      return take(candidates, values) ? candidates : List.of();
    }
    Decision decision = decisions.get(call);
    if (decision != null && decision.candidates == candidates) {
      return decision.best;
    }
    List<? extends ExpressionTree> trees = trees(call);
    if (call instanceof MemberReferenceTree) {
      return best(candidates, ofReference(call, values));
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ExpressionTree tree = trees.size() == values.size() ? trees.get(i) : null;
      arguments.add(Argument.of(machine, values.get(i), tree, at));
    }
    List<ExecutableElement> best = best(candidates, arguments);
    if (arguments.stream().allMatch(Argument::isTyped)) {
      decisions.put(call, new Decision(candidates, best));
    }
    return best;
  }

  /** Notes the types with which a reference to a method is called. */
  void noteTypes(MemberReferenceTree reference, List<ValueType> types) {
    referenceTypes.put(reference, types);
  }

  /** The first of the types may be that of the object whose method is called. */
  private List<Argument> ofReference(Tree reference, List<Object> values) {
    List<ValueType> types = referenceTypes.getOrDefault(reference, List.of());
    int skipped = types.size() - values.size();
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ValueType type = skipped < 0 ? ValueType.ANY : types.get(i + skipped);
      TypeMirror mirror = machine.valueTypes.mirror(type).orElse(null);
      arguments.add(Argument.of(machine, values.get(i), mirror));
    }
    return arguments;
  }

  static List<? extends ExpressionTree> trees(Tree call) {
    if (call instanceof MethodInvocationTree method) {
      return method.getArguments();
    }
    return call instanceof NewClassTree constructor ? constructor.getArguments() : List.of();
  }

  /** The methods that fit arguments best of which perhaps only the types are known. */
  List<ExecutableElement> best(List<ExecutableElement> candidates, List<Argument> arguments) {
    if (!arguments.stream().allMatch(Argument::isTyped)) {
      return candidates.stream().filter(method -> applies(method, arguments)).toList();
    }
    for (Phase phase : Phase.values()) {
      List<ExecutableElement> applicable =
          candidates.stream().filter(method -> applies(method, arguments, phase)).toList();
      if (!applicable.isEmpty()) {
        return mostSpecific(applicable, arguments, phase);
      }
    }
    return List.of();
  }

  private boolean applies(ExecutableElement method, List<Argument> arguments) {
    return applies(method, arguments, Phase.LOOSE) || applies(method, arguments, Phase.VARARGS);
  }

  private boolean applies(ExecutableElement method, List<Argument> arguments, Phase phase) {
    List<TypeMirror> parameters = parameters(method, arguments.size(), phase);
    if (parameters.size() != arguments.size() || phase == Phase.VARARGS && !method.isVarArgs()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!arguments.get(i).fits(parameters.get(i), phase)) {
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
      List<ExecutableElement> applicable, List<Argument> arguments, Phase phase) {
    List<ExecutableElement> best =
        applicable.stream()
            .filter(
                one ->
                    applicable.stream()
                        .allMatch(other -> isAsSpecific(one, other, arguments, phase)))
            .toList();
    if (best.isEmpty()) {
      return applicable;
    }
    // Several superinterfaces may declare the same method, one of them with a body.
    return best.stream()
        .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
        .findFirst()
        .map(List::of)
        .orElse(best.subList(0, 1));
  }

  private boolean isAsSpecific(
      ExecutableElement one, ExecutableElement other, List<Argument> arguments, Phase phase) {
    List<TypeMirror> left = parameters(one, arguments.size(), phase);
    List<TypeMirror> right = parameters(other, arguments.size(), phase);
    for (int i = 0; i < arguments.size(); i++) {
      if (!machine.subtyping.isSubtype(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a variable of that type can hold the value. */
  boolean fits(Object value, TypeMirror type) {
    TypeMirror erased = machine.types.erasure(type);
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

  private boolean fits(ValueType component, TypeMirror type) {
    if (type.getKind().isPrimitive() || component.isPrimitive()) {
      return component.isPrimitive() && component.prim().name().equals(type.getKind().name());
    }
    return machine
        .valueTypes
        .mirror(component)
        .map(mirror -> machine.subtyping.isSubtype(mirror, type))
        .orElse(true);
  }

  private boolean isInstance(Object value, TypeElement type) {
    if (type.getQualifiedName().contentEquals("java.lang.Object")) {
      return true;
    }
    if (value instanceof Instance instance) {
      return machine.members.isSubtype(instance.type(), type);
    }
    if (value instanceof TypeElement self) {
      return machine.members.isSubtype(self, type);
    }
    if (value instanceof Closure closure) {
      return closure.method() != null && closure.method().type() != null
          ? machine.members.isSubtype(closure.method().type(), type)
          : machine
              .members
              .functionalMethod(type)
              .filter(m -> closure.arity() < 0 || m.getParameters().size() == closure.arity())
              .isPresent();
    }
    return classNames(value.getClass(), new HashSet<>())
        .contains(type.getQualifiedName().toString());
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
