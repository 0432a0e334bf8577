package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Lambdas and method references. */
final class Closures {
  private final Machine machine;
  private final Map<ExpressionTree, MethodInvocationTree> calls = new IdentityHashMap<>();

  Closures(Machine machine) {
    this.machine = machine;
  }

  /** Notes the call of which functions are arguments: it tells the types of their parameters. */
  void noteArguments(MethodInvocationTree call) {
    for (ExpressionTree argument : call.getArguments()) {
      if (FunctionTypes.isFunction(argument)) {
        calls.put(argument, call);
      }
    }
  }

  Object lambda(LambdaExpressionTree tree, Activation at) {
    int arity = tree.getParameters().size();
    return closure(arity, (arguments, types) -> run(tree, arguments, types, at));
  }

  private Object run(
      LambdaExpressionTree tree, List<Object> arguments, List<ValueType> types, Activation at) {
    machine.budget.steps(Budget.STEPS_OF_A_LAMBDA, tree, at);
    if (arguments.size() != tree.getParameters().size()) {
      throw machine.mistakes.exception(
          tree, at, "the lambda is called with another number of arguments, " + arguments.size());
    }
    Activation inside = at.nested();
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      ValueType type =
          InferredTypes.isInferred(parameter)
              ? typeOf(tree, i, types.get(i), at)
              : machine.valueTypes.of(parameter.getType(), at.home());
      Object value = machine.coerce(arguments.get(i), type, parameter, at);
      inside.scope().declare(parameter.getName().toString(), type).assign(value);
    }
    return result(tree.getBody(), inside);
  }

  /** The library's methods do not say what they call a lambda with: then its call's types do. */
  private ValueType typeOf(ExpressionTree tree, int index, ValueType given, Activation at) {
    boolean isKnown = given.prim() != null || given.isArray() || given.mirror() != null;
    MethodInvocationTree call = isKnown || given.element() != null ? null : calls.get(tree);
    if (call == null) {
      return given;
    }
    List<ValueType> types = machine.staticTypes.ofParameters(tree, call, at);
    return index < types.size() ? types.get(index) : given;
  }

  private Object result(Tree body, Activation inside) {
    return body instanceof ExpressionTree expression
        ? machine.evalForTarget(expression, inside)
        : machine.run((StatementTree) body, inside).value();
  }

  Object reference(MemberReferenceTree tree, Activation at) {
    String name = tree.getName().toString();
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return constructor(tree, at);
    }
    ExpressionTree owner = tree.getQualifierExpression();
    Optional<TypeElement> supertype = machine.calls.superOf(owner, at);
    if (supertype.isPresent()) {
      return reference(
          tree, at, args -> machine.calls.ofSuper(supertype.get(), name, args, tree, at));
    }
    Optional<TypeElement> type = machine.denotations.type(owner, at);
    if (type.isPresent()) {
      return reference(tree, at, args -> ofType(type.get(), name, args, tree, at));
    }
    if (machine.denotations.isUnknownType(owner, at)) {
      throw machine.unknown.owner(owner, at);
    }
    Object receiver = machine.eval(owner, at);
    if (receiver == null) {
      throw machine.mistakes.exception(tree, at, "`" + name + "` is called on null");
    }
    return reference(tree, at, args -> machine.calls.onValue(receiver, name, args, tree, at));
  }

  private interface Call {
    Object with(List<Object> arguments);
  }

  /** A reference to a method, which may be overloaded: the types of the arguments decide. */
  private Closure reference(MemberReferenceTree tree, Activation at, Call call) {
    return closure(
        -1,
        (args, types) -> {
          List<ValueType> known = new ArrayList<>();
          for (int i = 0; i < types.size(); i++) {
            known.add(typeOf(tree, i, types.get(i), at));
          }
          machine.helpers.noteTypes(tree, known);
          return call.with(args);
        });
  }

  /** {@code Type::method} is a static method, or a method of the first argument. */
  private Object ofType(
      TypeElement type, String name, List<Object> args, MemberReferenceTree tree, Activation at) {
    List<ExecutableElement> methods = machine.members.methods(type, name);
    boolean isStatic =
        methods.stream()
            .filter(method -> method.getModifiers().contains(Modifier.STATIC))
            .anyMatch(method -> method.isVarArgs() || method.getParameters().size() == args.size());
    boolean isOfFirst =
        methods.stream()
            .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
            .anyMatch(
                method -> method.isVarArgs() || method.getParameters().size() == args.size() - 1);
    return isStatic || !isOfFirst
        ? machine.calls.onType(type, name, args, tree, at)
        : machine.calls.onValue(
            first(args, tree, at), name, args.subList(1, args.size()), tree, at);
  }

  private Object constructor(MemberReferenceTree tree, Activation at) {
    Tree made = tree.getQualifierExpression();
    if (made instanceof ArrayTypeTree array) {
      ValueType component = machine.valueTypes.of(array.getType(), at.home());
      return closure(1, (args, types) -> fresh(component, args, tree, at));
    }
    Optional<TypeElement> type = machine.valueTypes.named(made, at.home());
    if (type.isEmpty()) {
      throw machine.unknown.type(made, at);
    }
    if (Library.owns(type.get())) {
      return closure(-1, (args, types) -> machine.library.made(type.get(), args, tree, at));
    }
    if (DslTypes.of(type.get()).isEmpty() && Instances.isClass(type.get())) {
      Object outer = machine.instances.outer(type.get(), at);
      return reference(
          tree, at, args -> machine.instances.create(type.get(), outer, args, tree, at));
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
    return machine.arrays.fresh(component, length, tree, at);
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
