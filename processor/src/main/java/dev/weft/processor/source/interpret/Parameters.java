package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The parameters with which a method or constructor starts, from the arguments of a call. */
final class Parameters {
  private final Machine machine;

  Parameters(Machine machine) {
    this.machine = machine;
  }

  /**
   * The state in which a body starts.
   *
   * @param name what the calls on the stack say
   * @param self what {@code this} is, or null
   */
  Activation enter(
      Callee callee, String name, Object self, List<Object> arguments, Tree call, Activation at) {
    List<Object> values =
        callee.method() == null ? arguments : packed(callee.method(), arguments, call, at);
    Set<String> silenced =
        callee.method() == null ? Set.of() : machine.silenced.apply(callee.method());
    Place place = machine.places.of(at.home().unit(), call);
    CallStack calls = at.calls().call(name, arguments, place, silenced);
    Activation inside = new Activation(callee.home(), self, new Scope(null), calls);
    for (int i = 0; i < values.size(); i++) {
      ValueType type = type(callee, i);
      Object value = machine.coerce(values.get(i), type, argument(call, i), at);
      inside.scope().declare(name(callee, i), type).assign(value);
    }
    return inside;
  }

  /** A class file's parameters, and those of an overridden method, may have other names. */
  private static String name(Callee callee, int index) {
    CharSequence name =
        callee.tree() == null
            ? callee.method().getParameters().get(index).getSimpleName()
            : callee.tree().getParameters().get(index).getName();
    return name.toString();
  }

  private ValueType type(Callee callee, int index) {
    return callee.method() == null
        ? machine.valueTypes.of(callee.tree().getParameters().get(index).getType(), callee.home())
        : ValueTypes.of(callee.method().getParameters().get(index).asType());
  }

  /** The expression of an argument; the call itself if that is a reference to a method. */
  private static Tree argument(Tree call, int index) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    return index < trees.size() ? trees.get(index) : call;
  }

  /** The arguments with those for {@code int... x} in an array. */
  List<Object> packed(ExecutableElement method, List<Object> arguments, Tree call, Activation at) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs()
        || arguments.size() == last + 1
            && isArrayItself(
                arguments.get(last), method.getParameters().get(last), last, call, at)) {
      return arguments;
    }
    machine.budget.cells(arguments.size() - last, call, at);
    List<Object> packed = new ArrayList<>(arguments.subList(0, last));
    ValueType component = ValueTypes.of(method.getParameters().get(last).asType()).component();
    JavaArray rest = JavaArray.create(component, arguments.size() - last);
    for (int i = last; i < arguments.size(); i++) {
      rest.set(i - last, machine.coerce(arguments.get(i), component, argument(call, i), at));
    }
    packed.add(rest);
    return packed;
  }

  /** Whether an argument is the array of a variable number of arguments, or one of them. */
  private boolean isArrayItself(
      Object argument, VariableElement parameter, int index, Tree call, Activation at) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    Optional<TypeMirror> declared =
        index < trees.size() && argument instanceof JavaArray
            ? machine.staticTypes.of(trees.get(index), at)
            : Optional.empty();
    return declared
        .map(type -> machine.subtyping.isSubtype(type, parameter.asType()))
        .orElseGet(() -> argument == null || machine.helpers.fits(argument, parameter.asType()));
  }
}
