package dev.weft.processor.source.interpret;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.value.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The declared type of an expression without evaluating it, where it can be told. Needed where Java
 * looks at a type and not at a value: the arm of a conditional that is not taken, {@code ==}, and
 * the choice between overloaded methods.
 */
final class StaticTypes {
  private final Machine machine;
  private final Types types;
  private final CallTypes calls;
  private final ExpressionTypes expressions;
  private final Map<Tree, TypeMirror> known = new IdentityHashMap<>();

  StaticTypes(Machine machine) {
    this.machine = machine;
    this.types = machine.types;
    this.calls = new CallTypes(machine);
    this.expressions = new ExpressionTypes(machine, calls);
  }

  /** The type, or empty if it cannot be told. */
  Optional<TypeMirror> of(Tree tree, Activation at) {
    TypeMirror before = known.get(tree);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<TypeMirror> type =
        tree.accept(expressions, at).filter(found -> found.getKind() != TypeKind.ERROR);
    type.ifPresent(found -> known.put(tree, found));
    return type;
  }

  /** The class or interface of which an expression's value is; empty if it cannot be told. */
  Optional<TypeElement> element(Tree tree, Activation at) {
    return of(tree, at).flatMap(StaticTypes::element);
  }

  /** The class or interface whose members a type has. */
  static Optional<TypeElement> element(TypeMirror type) {
    return Subtyping.upper(type) instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** Whether an expression is of a primitive type for certain. */
  boolean isPrimitive(Tree tree, Activation at) {
    return of(tree, at).filter(type -> type.getKind().isPrimitive()).isPresent();
  }

  /** Whether an expression is a string for certain. */
  boolean isString(Tree tree, Activation at) {
    return of(tree, at).filter(type -> type.toString().equals("java.lang.String")).isPresent();
  }

  /** What the elements are of which an expression is an array or an iterable. */
  Optional<TypeMirror> elements(ExpressionTree tree, Activation at) {
    Optional<TypeMirror> type = of(tree, at);
    if (type.isPresent() && type.get() instanceof ArrayType array) {
      return Optional.of(array.getComponentType());
    }
    TypeElement iterable =
        machine.names.qualifiedType("java.lang.Iterable", at.home()).orElseThrow();
    return type.filter(found -> !found.getKind().isPrimitive())
        .flatMap(found -> machine.subtyping.supertype(found, iterable))
        .filter(found -> !found.getTypeArguments().isEmpty())
        .<TypeMirror>map(
            found -> machine.valueTypes.withoutWildcards(found).getTypeArguments().get(0))
        .filter(Inference::isKnown);
  }

  /** The types of a function's parameters from the call of which it is an argument. */
  List<ValueType> ofParameters(ExpressionTree function, MethodInvocationTree call, Activation at) {
    return calls.ofParameters(function, call, at);
  }

  /** The one type that all the expressions have. */
  Optional<TypeMirror> common(List<? extends ExpressionTree> trees, Activation at) {
    TypeMirror common = null;
    for (ExpressionTree tree : trees) {
      Optional<TypeMirror> type = of(tree, at);
      if (type.isEmpty() || common != null && !types.isSameType(common, type.get())) {
        return Optional.empty();
      }
      common = type.get();
    }
    return Optional.ofNullable(common);
  }

  /** The code with the variables declared that stand in some tree: their types matter. */
  Activation withVariables(Tree tree, Activation at) {
    return withVariables(SwitchArms.variablesIn(tree), at);
  }

  /** The code with these variables; of two with the same name and other types none is known. */
  Activation withVariables(List<VariableTree> variables, Activation at) {
    Activation inside = at.nested();
    for (VariableTree variable : variables) {
      String name = variable.getName().toString();
      ValueType type = machine.declaredType(variable, inside);
      Scope.Variable same = inside.scope().find(name);
      boolean isAmbiguous = same != null && !same.type().equals(type);
      inside.scope().declare(name, isAmbiguous ? ValueType.ANY : type);
    }
    return inside;
  }

  /** The code of a switch's arms, with all their variables declared. */
  Activation inside(SwitchArms arms, Activation at) {
    Activation inside = withVariables(arms.variables(), at);
    arms.patterns().forEach(pattern -> machine.patterns.declare(pattern, ValueType.ANY, inside));
    return inside;
  }

  /** The type of an argument; one with arms that are assigned each has none of its own. */
  Optional<TypeMirror> ofArgument(ExpressionTree tree, Activation at) {
    if (tree instanceof ParenthesizedTree inner) {
      return ofArgument(inner.getExpression(), at);
    }
    if (tree instanceof SwitchExpressionTree choice) {
      SwitchArms arms = SwitchArms.of(choice);
      return common(arms.values(), inside(arms, at));
    }
    if (tree instanceof ConditionalExpressionTree choice
        && machine.alternatives.areAssigned(choice, at)) {
      return common(
          List.of(choice.getTrueExpression(), choice.getFalseExpression()),
          machine.conditions.typesBehind(choice.getCondition(), at));
    }
    return of(tree, at);
  }

  /** The type of an arm of a conditional: that of a generic method's result is a variable still. */
  Optional<TypeMirror> ofArm(ExpressionTree tree, Activation at) {
    if (tree instanceof ParenthesizedTree inner) {
      return ofArm(inner.getExpression(), at);
    }
    Optional<TypeMirror> declared =
        tree instanceof MethodInvocationTree call ? calls.declared(call, at) : Optional.empty();
    return declared.isPresent() ? declared : of(tree, at);
  }
}
