package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.source.value.Describe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was probably meant by a number that a factory or modifier refuses. */
final class Refusals {
  /** The modifiers of which 1 is the same as none. */
  private static final Set<String> ONE_IS_NONE = Set.of("stride", "dilation", "groups");

  private static final int LEAST_PERCENT = 10;

  private Refusals() {}

  /** The fix that the method takes, of a call whose arguments are written as numbers. */
  static Optional<Fix> fix(Method method, Object receiver, List<Object> arguments, Tree call) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    if (trees.size() != arguments.size() || !trees.stream().allMatch(Refusals::isNumber)) {
      return Optional.empty();
    }
    boolean isNone =
        ONE_IS_NONE.contains(method.getName())
            && arguments.stream().allMatch(Integer.valueOf(0)::equals);
    return isNone
        ? Optional.of(Fix.of("leave ." + method.getName() + " out, which is the same as 1"))
        : meant(method, receiver, arguments);
  }

  private static boolean isNumber(ExpressionTree tree) {
    ExpressionTree plain =
        tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS
            ? unary.getExpression()
            : tree;
    return plain instanceof LiteralTree literal && literal.getValue() instanceof Number;
  }

  private static Optional<Fix> meant(Method method, Object receiver, List<Object> arguments) {
    List<Object> positive = arguments.stream().map(Refusals::withoutSign).toList();
    List<Object> fractions = arguments.stream().map(Refusals::asFraction).toList();
    if (isTaken(method, receiver, positive)) {
      return Optional.of(
          new Fix("write it without the sign", text(method, receiver, positive), null));
    }
    return isTaken(method, receiver, fractions)
        ? Optional.of(new Fix("write it as a fraction", text(method, receiver, fractions), null))
        : Optional.empty();
  }

  private static Object withoutSign(Object number) {
    return number instanceof Integer whole
        ? (Object) Math.abs(whole)
        : (Object) Math.abs(((Number) number).doubleValue());
  }

  /** A probability in percent; of a smaller number it is not certain. */
  private static Object asFraction(Object number) {
    return number instanceof Integer whole && whole >= LEAST_PERCENT
        ? (Object) (whole / 100.0)
        : number;
  }

  private static boolean isTaken(Method method, Object receiver, List<Object> arguments) {
    if (DslMethods.cost(method, arguments) == DslMethods.NOT_APPLICABLE) {
      return false;
    }
    try {
      method.invoke(receiver, DslMethods.arguments(method, arguments));
      return true;
    } catch (InvocationTargetException refused) {
      return false;
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(Method method, Object receiver, List<Object> arguments) {
    String call = Describe.call(method.getName(), arguments);
    return receiver == null ? call : "." + call;
  }
}
