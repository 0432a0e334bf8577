package dev.weft.processor.source.interpret;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import dev.weft.processor.source.value.Prim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** One argument of a call, by its declared type if that is known, else by its value. */
final class Argument {
  private final Machine machine;
  private final Object value;
  private final boolean hasValue;
  private final TypeMirror type;
  private final ExpressionTree tree;
  private final List<Argument> arms = new ArrayList<>();

  /** An argument of which the value is known. */
  static Argument of(Machine machine, Object value, ExpressionTree tree, Activation at) {
    return new Argument(machine, value, true, tree, at);
  }

  /** An argument that is not evaluated. */
  static Argument of(Machine machine, ExpressionTree tree, Activation at) {
    return new Argument(machine, null, false, tree, at);
  }

  /** An argument whose type is known, or null, but not where it stands. */
  static Argument of(Machine machine, Object value, TypeMirror type) {
    return new Argument(machine, value, type);
  }

  private Argument(Machine machine, Object value, TypeMirror type) {
    this.machine = machine;
    this.value = value;
    this.hasValue = true;
    this.tree = null;
    this.type = type;
  }

  private Argument(
      Machine machine, Object value, boolean hasValue, ExpressionTree tree, Activation at) {
    this.machine = machine;
    this.value = value;
    this.hasValue = hasValue;
    this.tree = tree == null ? null : plain(tree);
    this.type = tree == null ? null : machine.staticTypes.ofArgument(tree, at).orElse(null);
    if (type == null && this.tree instanceof SwitchExpressionTree choice) {
      SwitchArms all = SwitchArms.of(choice);
      Activation inside = machine.staticTypes.inside(all, at);
      all.values().forEach(arm -> arms.add(of(machine, arm, inside)));
    } else if (type == null && this.tree instanceof ConditionalExpressionTree choice) {
      Activation inside = machine.conditions.typesBehind(choice.getCondition(), at);
      arms.add(of(machine, choice.getTrueExpression(), inside));
      arms.add(of(machine, choice.getFalseExpression(), inside));
    }
  }

  private static ExpressionTree plain(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree inner ? plain(inner.getExpression()) : tree;
  }

  /** Whether Java's rules can be applied to it exactly. */
  boolean isTyped() {
    return type != null
        || FunctionTypes.isFunction(tree)
        || !arms.isEmpty() && arms.stream().allMatch(Argument::isTyped);
  }

  /** Whether a parameter of that type takes it. */
  boolean fits(TypeMirror parameter, Overloads.Phase phase) {
    if (!arms.isEmpty() && isTyped()) {
      return arms.stream().allMatch(arm -> arm.fits(parameter, phase));
    }
    if (FunctionTypes.isFunction(tree)) {
      return fitsFunction(parameter);
    }
    if (type == null) {
      return !hasValue || machine.helpers.fits(value, parameter);
    }
    if (type.getKind() == TypeKind.NULL) {
      return !parameter.getKind().isPrimitive();
    }
    if (type.getKind().isPrimitive() == parameter.getKind().isPrimitive()) {
      return machine.subtyping.isSubtype(type, parameter);
    }
    return phase != Overloads.Phase.STRICT && fitsByBoxing(parameter);
  }

  private boolean fitsByBoxing(TypeMirror parameter) {
    if (type.getKind().isPrimitive()) {
      return machine.subtyping.isSubtype(machine.subtyping.boxed(type), parameter);
    }
    Optional<Prim> unboxed = machine.subtyping.unboxed(type);
    return unboxed.isPresent() && unboxed.get().widensTo(Prim.valueOf(parameter.getKind().name()));
  }

  private boolean fitsFunction(TypeMirror parameter) {
    if (!(parameter instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return false;
    }
    Optional<ExecutableElement> method = machine.members.functionalMethod(element);
    return method.isPresent()
        && (!(tree instanceof LambdaExpressionTree lambda) || fits(lambda, method.get()));
  }

  private static boolean fits(LambdaExpressionTree lambda, ExecutableElement method) {
    boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
    return lambda.getParameters().size() == method.getParameters().size()
        && (isVoid ? LambdaBodies.mayBeVoid(lambda) : LambdaBodies.mayYieldValue(lambda));
  }
}
