package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Assignments to local variables, cells of arrays and fields of objects. */
final class Assignments {
  /** Something that can be assigned to; its own expressions were evaluated already. */
  private record Target(ValueType type, Object value, Consumer<Object> setter) {}

  private static final Map<Tree.Kind, Tree.Kind> OPERATORS =
      Map.ofEntries(
          Map.entry(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.PLUS),
          Map.entry(Tree.Kind.MINUS_ASSIGNMENT, Tree.Kind.MINUS),
          Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, Tree.Kind.MULTIPLY),
          Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, Tree.Kind.DIVIDE),
          Map.entry(Tree.Kind.REMAINDER_ASSIGNMENT, Tree.Kind.REMAINDER),
          Map.entry(Tree.Kind.AND_ASSIGNMENT, Tree.Kind.AND),
          Map.entry(Tree.Kind.OR_ASSIGNMENT, Tree.Kind.OR),
          Map.entry(Tree.Kind.XOR_ASSIGNMENT, Tree.Kind.XOR),
          Map.entry(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, Tree.Kind.LEFT_SHIFT),
          Map.entry(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.RIGHT_SHIFT),
          Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.UNSIGNED_RIGHT_SHIFT));

  private final Machine machine;
  private final Operations operations;

  Assignments(Machine machine, Operations operations) {
    this.machine = machine;
    this.operations = operations;
  }

  Object assign(AssignmentTree tree, Activation at) {
    Target target = target(tree.getVariable(), tree, false, at);
    Object value = machine.evalForTarget(tree.getExpression(), at);
    return set(target, machine.coerce(value, target.type, tree.getExpression(), at));
  }

  Object compound(CompoundAssignmentTree tree, Activation at) {
    Target target = target(tree.getVariable(), tree, true, at);
    Object operand = machine.eval(tree.getExpression(), at);
    Tree.Kind operator = OPERATORS.get(tree.getKind());
    boolean isText =
        operator == Tree.Kind.PLUS && machine.staticTypes.isString(tree.getVariable(), at);
    Object result =
        isText
            ? operations.joined(target.value, operand, tree, at)
            : operations.apply(operator, target.value, operand, tree, at);
    return set(target, castBack(result, target));
  }

  /** {@code ++} and {@code --}, before or behind. */
  Object increment(UnaryTree tree, Activation at) {
    Target target = target(tree.getExpression(), tree, true, at);
    Tree.Kind kind = tree.getKind();
    boolean isUp = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.POSTFIX_INCREMENT;
    Tree.Kind operator = isUp ? Tree.Kind.PLUS : Tree.Kind.MINUS;
    Object result = operations.apply(operator, target.value, 1, tree, at);
    set(target, castBack(result, target));
    boolean isPrefix = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.PREFIX_DECREMENT;
    return isPrefix ? castBack(result, target) : target.value;
  }

  /** Compound assignments cast the result to the variable's own type. */
  private static Object castBack(Object result, Target target) {
    Prim type = target.type.prim() != null ? target.type.prim() : Prim.of(target.value);
    return type == null || result instanceof String ? result : type.cast(result);
  }

  private static Object set(Target target, Object value) {
    target.setter.accept(value);
    return value;
  }

  private Target target(ExpressionTree tree, Tree assignment, boolean isRead, Activation at) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      return target(parenthesized.getExpression(), assignment, isRead, at);
    }
    if (tree instanceof ArrayAccessTree access) {
      JavaArray array = machine.arrays.array(access.getExpression(), at);
      int index = machine.arrays.index(array, access, at);
      return new Target(array.component(), array.get(index), value -> array.set(index, value));
    }
    Scope.Variable variable =
        tree instanceof IdentifierTree name ? at.scope().find(name.getName().toString()) : null;
    if (variable != null) {
      Object value = isRead ? machine.eval(tree, at) : null;
      return new Target(variable.type(), value, assigned -> variable.assign(assigned, assignment));
    }
    return field(tree, at).orElseThrow(() -> refused(tree, at));
  }

  private Mistake refused(ExpressionTree tree, Activation at) {
    if (tree instanceof IdentifierTree name
        && machine.names.field(name.getName().toString(), at.home()).isEmpty()) {
      return machine.unknown.variable(name.getName().toString(), tree, at);
    }
    return machine.mistakes.notInterpretable(
        tree,
        at,
        "a declaration can assign to local variables, to cells of arrays and to fields of objects"
            + " only",
        "use a local variable");
  }

  private Optional<Target> field(ExpressionTree tree, Activation at) {
    if (tree instanceof IdentifierTree name) {
      return machine
          .names
          .field(name.getName().toString(), at.home())
          .flatMap(
              field ->
                  Fields.isStatic(field)
                      ? ofClass(field)
                      : Optional.of(of(machine.fields.owner(field, tree, at), field)));
    }
    if (!(tree instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    Optional<TypeElement> type = machine.denotations.type(select.getExpression(), at);
    if (type.isPresent()) {
      return machine
          .members
          .field(type.get(), select.getIdentifier().toString())
          .flatMap(this::ofClass);
    }
    Object owner = machine.eval(select.getExpression(), at);
    String name = select.getIdentifier().toString();
    if (owner == null) {
      throw machine.mistakes.exception(tree, at, "`" + name + "` is assigned to null");
    }
    return machine
        .fields
        .fieldOf(owner, name, select, at)
        .filter(field -> !Fields.isStatic(field))
        .map(field -> of((Instance) owner, field));
  }

  private static Target of(Instance owner, VariableElement field) {
    return new Target(
        ValueTypes.of(field.asType()), owner.get(field), value -> owner.set(field, value));
  }

  /** Static fields get their values in static blocks only. */
  private Optional<Target> ofClass(VariableElement field) {
    return machine.statics.isBeingInitialised(field)
        ? Optional.of(
            new Target(
                ValueTypes.of(field.asType()), null, value -> machine.statics.write(field, value)))
        : Optional.empty();
  }
}
