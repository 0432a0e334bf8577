package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The declared type of an expression without evaluating it, where it can be told. Needed where Java
 * looks at a type and not at a value: the arm of a conditional that is not taken, and {@code ==}.
 */
final class StaticTypes extends SimpleTreeVisitor<Optional<ValueType>, Activation> {
  private final Machine machine;
  private final Map<Tree, ValueType> types = new IdentityHashMap<>();

  StaticTypes(Machine machine) {
    super(Optional.empty());
    this.machine = machine;
  }

  /** The type, or empty if it cannot be told. */
  Optional<ValueType> of(Tree tree, Activation at) {
    ValueType known = types.get(tree);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ValueType> type = tree.accept(this, at);
    type.ifPresent(found -> types.put(tree, found));
    return type;
  }

  @Override
  public Optional<ValueType> visitLiteral(LiteralTree tree, Activation at) {
    Prim prim = Prim.of(tree.getValue());
    return Optional.of(prim == null ? ValueType.ANY : ValueType.primitive(prim));
  }

  @Override
  public Optional<ValueType> visitParenthesized(ParenthesizedTree tree, Activation at) {
    return of(tree.getExpression(), at);
  }

  @Override
  public Optional<ValueType> visitIdentifier(IdentifierTree tree, Activation at) {
    String name = tree.getName().toString();
    Scope.Variable variable = at.scope().find(name);
    if (variable != null) {
      return known(variable.type());
    }
    return machine.names.field(name, at.home()).map(field -> ValueTypes.of(field.asType()));
  }

  /** The type that leaves values as they are may be that of a variable without a written type. */
  private static Optional<ValueType> known(ValueType type) {
    return type == null || type.equals(ValueType.ANY) ? Optional.empty() : Optional.of(type);
  }

  @Override
  public Optional<ValueType> visitMemberSelect(MemberSelectTree tree, Activation at) {
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(tree.getExpression(), at);
    if (type.isPresent()) {
      return machine.members.field(type.get(), name).map(field -> ValueTypes.of(field.asType()));
    }
    return name.equals("length") ? Optional.of(ValueType.primitive(Prim.INT)) : Optional.empty();
  }

  @Override
  public Optional<ValueType> visitUnary(UnaryTree tree, Activation at) {
    Optional<ValueType> operand = of(tree.getExpression(), at);
    return switch (tree.getKind()) {
      case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT ->
          operand.filter(StaticTypes::isNumber).map(type -> promoted(type, type));
      default -> operand;
    };
  }

  @Override
  public Optional<ValueType> visitBinary(BinaryTree tree, Activation at) {
    Optional<ValueType> left = of(tree.getLeftOperand(), at);
    Optional<ValueType> right = of(tree.getRightOperand(), at);
    return switch (tree.getKind()) {
      case LESS_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN,
          GREATER_THAN_EQUAL,
          EQUAL_TO,
          NOT_EQUAL_TO,
          CONDITIONAL_AND,
          CONDITIONAL_OR ->
          Optional.of(ValueType.primitive(Prim.BOOLEAN));
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
          left.filter(StaticTypes::isNumber).map(type -> promoted(type, type));
      default ->
          left.filter(StaticTypes::isNumber)
              .flatMap(l -> right.filter(StaticTypes::isNumber).map(r -> promoted(l, r)));
    };
  }

  private static boolean isNumber(ValueType type) {
    return type.prim() != null && type.prim().isNumeric();
  }

  private static ValueType promoted(ValueType one, ValueType other) {
    return ValueType.primitive(Prim.promote(one.prim(), other.prim()));
  }

  @Override
  public Optional<ValueType> visitConditionalExpression(
      ConditionalExpressionTree tree, Activation at) {
    Optional<ValueType> one = of(tree.getTrueExpression(), at);
    Optional<ValueType> other = of(tree.getFalseExpression(), at);
    if (one.isPresent() && one.equals(other)) {
      return one;
    }
    return one.filter(StaticTypes::isNumber)
        .filter(type -> type.prim().compareTo(Prim.INT) >= 0)
        .flatMap(l -> other.filter(StaticTypes::isNumber).map(r -> promoted(l, r)));
  }

  @Override
  public Optional<ValueType> visitTypeCast(TypeCastTree tree, Activation at) {
    return Optional.of(machine.valueTypes.of(tree.getType(), at.home()));
  }

  @Override
  public Optional<ValueType> visitArrayAccess(ArrayAccessTree tree, Activation at) {
    return of(tree.getExpression(), at).map(ValueType::component);
  }

  @Override
  public Optional<ValueType> visitNewArray(NewArrayTree tree, Activation at) {
    if (tree.getType() == null) {
      return Optional.empty();
    }
    ValueType component = machine.valueTypes.of(tree.getType(), at.home());
    for (int i = 1; i < tree.getDimensions().size(); i++) {
      component = ValueType.arrayOf(component);
    }
    return Optional.of(ValueType.arrayOf(component));
  }

  @Override
  public Optional<ValueType> visitAssignment(AssignmentTree tree, Activation at) {
    return of(tree.getVariable(), at);
  }

  @Override
  public Optional<ValueType> visitCompoundAssignment(CompoundAssignmentTree tree, Activation at) {
    return of(tree.getVariable(), at);
  }

  @Override
  public Optional<ValueType> visitMethodInvocation(MethodInvocationTree tree, Activation at) {
    if (tree.getMethodSelect() instanceof IdentifierTree name) {
      return result(machine.names.methods(name.getName().toString(), at.home()), tree, at);
    }
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    String name = select.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(select.getExpression(), at);
    if (type.isPresent()) {
      return result(machine.members.methods(type.get(), name), tree, at);
    }
    Optional<ValueType> receiver = of(select.getExpression(), at);
    if (receiver.isPresent() && name.equals("get") && receiver.get().element() != null) {
      return Optional.ofNullable(receiver.get().component());
    }
    if (receiver.isPresent() && receiver.get().element() != null) {
      return result(machine.members.methods(receiver.get().element(), name), tree, at);
    }
    return Optional.empty();
  }

  /** The overloads' results, if they agree, or if the arguments' types tell one of Math's. */
  private Optional<ValueType> result(
      List<ExecutableElement> candidates, MethodInvocationTree tree, Activation at) {
    int count = tree.getArguments().size();
    Set<ValueType> results =
        candidates.stream()
            .filter(method -> method.isVarArgs() || method.getParameters().size() == count)
            .map(method -> ValueTypes.of(method.getReturnType()))
            .collect(Collectors.toSet());
    if (results.size() == 1) {
      return Optional.of(results.iterator().next());
    }
    return isMath(candidates) ? widest(tree.getArguments(), at) : Optional.empty();
  }

  private static boolean isMath(List<ExecutableElement> candidates) {
    return !candidates.isEmpty()
        && candidates.stream()
            .allMatch(
                m ->
                    Set.of("min", "max", "abs").contains(m.getSimpleName().toString())
                        && isInMath(m));
  }

  private static boolean isInMath(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Math");
  }

  private Optional<ValueType> widest(List<? extends ExpressionTree> arguments, Activation at) {
    ValueType widest = ValueType.primitive(Prim.INT);
    for (ExpressionTree argument : arguments) {
      Optional<ValueType> type = of(argument, at).filter(StaticTypes::isNumber);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      widest = promoted(widest, type.get());
    }
    return Optional.of(widest);
  }
}
