package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;

/** Which methods a call may mean, by the declared types of what it is called on and given. */
final class CallTargets {
  /** Methods of one name, and the type of the object that they are called on; null for none. */
  record Target(List<ExecutableElement> candidates, DeclaredType receiver) {}

  private final Machine machine;
  private final Overloads overloads;

  CallTargets(Machine machine) {
    this.machine = machine;
    this.overloads = new Overloads(machine);
  }

  /** The methods that a call may mean; empty if what it is called on is not known. */
  Optional<Target> of(MethodInvocationTree call, Activation at) {
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      String text = name.getName().toString();
      return Optional.of(new Target(machine.names.methods(text, at.home()), null));
    }
    MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
    String name = select.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(select.getExpression(), at);
    if (type.isPresent()) {
      return Optional.of(new Target(machine.members.methods(type.get(), name), null));
    }
    return machine
        .staticTypes
        .of(select.getExpression(), at)
        .map(Subtyping::upper)
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .map(
            receiver ->
                new Target(
                    machine.members.methods((TypeElement) receiver.asElement(), name), receiver));
  }

  /** The one of them that it means; empty if that cannot be told. */
  Optional<ExecutableElement> method(Target target, MethodInvocationTree call, Activation at) {
    return method(target.candidates, call.getArguments(), at);
  }

  /** The one of several methods or constructors that takes some arguments. */
  Optional<ExecutableElement> method(
      List<ExecutableElement> candidates, List<? extends ExpressionTree> trees, Activation at) {
    if (candidates.size() <= 1) {
      return candidates.stream().findFirst();
    }
    List<Argument> arguments = new ArrayList<>();
    for (ExpressionTree each : trees) {
      arguments.add(Argument.of(machine, each, at));
    }
    List<ExecutableElement> best = overloads.best(candidates, arguments);
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** A method as the type has it that it is called on. */
  ExecutableType signature(ExecutableElement method, Target target) {
    return target.receiver == null || method.getModifiers().contains(Modifier.STATIC)
        ? (ExecutableType) method.asType()
        : (ExecutableType)
            machine.types.asMemberOf(machine.valueTypes.withoutWildcards(target.receiver), method);
  }
}
