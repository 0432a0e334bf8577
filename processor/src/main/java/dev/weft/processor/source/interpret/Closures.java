package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Lambdas and method references. */
final class Closures {
  private final Machine machine;

  Closures(Machine machine) {
    this.machine = machine;
  }

  Object lambda(LambdaExpressionTree tree, Activation at) {
    int arity = tree.getParameters().size();
    return closure(arity, (arguments, types) -> run(tree, arguments, types, at));
  }

  private Object run(
      LambdaExpressionTree tree, List<Object> arguments, List<ValueType> types, Activation at) {
    if (arguments.size() != tree.getParameters().size()) {
      throw machine.mistakes.exception(
          tree, at, "the lambda is called with another number of arguments, " + arguments.size());
    }
    Activation inside = at.nested();
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      ValueType type =
          InferredTypes.isInferred(parameter)
              ? types.get(i)
              : machine.valueTypes.of(parameter.getType(), at.home());
      Object value = machine.coerce(arguments.get(i), type, parameter, at);
      inside.scope().declare(parameter.getName().toString(), type).assign(value);
    }
    return machine.budget.call(tree, at, "->", () -> result(tree.getBody(), inside));
  }

  private Object result(Tree body, Activation inside) {
    return body instanceof ExpressionTree expression
        ? machine.eval(expression, inside)
        : machine.run((StatementTree) body, inside).value();
  }

  Object reference(MemberReferenceTree tree, Activation at) {
    String name = tree.getName().toString();
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return constructor(tree, at);
    }
    ExpressionTree owner = tree.getQualifierExpression();
    Optional<TypeElement> type = machine.denotations.type(owner, at);
    if (type.isEmpty()) {
      if (machine.denotations.isUnknownType(owner, at)) {
        throw machine.mistakes.cannotFind(owner, at, "`" + owner + "`");
      }
      Object receiver = machine.eval(owner, at);
      return closure(-1, (args, types) -> machine.calls.onValue(receiver, name, args, tree, at));
    }
    boolean isStatic =
        machine.members.methods(type.get(), name).stream()
            .anyMatch(method -> method.getModifiers().contains(Modifier.STATIC));
    return isStatic
        ? closure(-1, (args, types) -> machine.calls.onType(type.get(), name, args, tree, at))
        : closure(
            -1,
            (args, types) ->
                machine.calls.onValue(
                    first(args, tree, at), name, args.subList(1, args.size()), tree, at));
  }

  private Object constructor(MemberReferenceTree tree, Activation at) {
    Tree made = tree.getQualifierExpression();
    if (made instanceof ArrayTypeTree array) {
      ValueType component = machine.valueTypes.of(array.getType(), at.home());
      return closure(1, (args, types) -> fresh(component, args, tree, at));
    }
    Optional<TypeElement> type = machine.valueTypes.named(made, at.home());
    if (type.isPresent() && Library.owns(type.get())) {
      return closure(-1, (args, types) -> machine.library.made(type.get(), args, tree, at));
    }
    throw machine.mistakes.notInterpretable(
        tree,
        at,
        "a declaration cannot contain this reference to a constructor",
        "write it as a lambda");
  }

  private JavaArray fresh(ValueType component, List<Object> args, Tree tree, Activation at) {
    ValueType type = ValueType.primitive(Prim.INT);
    int length = (Integer) machine.coerce(first(args, tree, at), type, tree, at);
    if (length < 0) {
      throw machine.mistakes.exception(tree, at, "an array cannot have length " + length);
    }
    machine.budget.cells(length, tree, at);
    return JavaArray.create(component, length);
  }

  private Object first(List<Object> arguments, Tree tree, Activation at) {
    if (arguments.isEmpty()) {
      throw machine.mistakes.exception(tree, at, "the reference is called without an argument");
    }
    return arguments.get(0);
  }

  /** A fault of the interpreter's own, which no method of the JDK throws. */
  static final class Fault extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private Fault(RuntimeException cause) {
      super(cause);
      setStackTrace(cause.getStackTrace());
    }
  }

  /**
   * A closure whose own mistakes are all that it may throw: anything else is a fault of ours, which
   * must not pass for an exception of the method that called the closure.
   */
  static Closure closure(int arity, Closure.Body body) {
    return new Closure(
        arity,
        (arguments, types) -> {
          try {
            return body.run(arguments, types);
          } catch (Mistake | Budget.OutOfSteps | Fault passing) {
            throw passing;
          } catch (RuntimeException fault) {
            throw new Fault(fault);
          }
        },
        null);
  }
}
