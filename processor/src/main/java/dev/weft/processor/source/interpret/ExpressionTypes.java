package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The declared type of an expression: one method for each kind, empty for all others. */
final class ExpressionTypes extends SimpleTreeVisitor<Optional<TypeMirror>, Activation> {
  private final Machine machine;
  private final Types types;
  private final CallTypes calls;

  ExpressionTypes(Machine machine, CallTypes calls) {
    super(Optional.empty());
    this.machine = machine;
    this.types = machine.types;
    this.calls = calls;
  }

  private Optional<TypeMirror> primitive(Prim prim) {
    return Optional.of(types.getPrimitiveType(TypeKind.valueOf(prim.name())));
  }

  private Optional<TypeMirror> string(Activation at) {
    return machine.names.qualifiedType("java.lang.String", at.home()).map(TypeElement::asType);
  }

  @Override
  public Optional<TypeMirror> visitLiteral(LiteralTree tree, Activation at) {
    if (tree.getValue() == null) {
      return Optional.of(types.getNullType());
    }
    Prim prim = Prim.of(tree.getValue());
    return prim == null ? string(at) : primitive(prim);
  }

  @Override
  public Optional<TypeMirror> visitParenthesized(ParenthesizedTree tree, Activation at) {
    return machine.staticTypes.of(tree.getExpression(), at);
  }

  @Override
  public Optional<TypeMirror> visitIdentifier(IdentifierTree tree, Activation at) {
    String name = tree.getName().toString();
    if (name.equals("this")) {
      return Optional.of(at.home().owner().asType());
    }
    Scope.Variable variable = at.scope().find(name);
    return variable != null
        ? machine.valueTypes.mirror(variable.type())
        : machine.names.field(name, at.home()).map(VariableElement::asType);
  }

  @Override
  public Optional<TypeMirror> visitMemberSelect(MemberSelectTree tree, Activation at) {
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(tree.getExpression(), at);
    if (type.isPresent() && name.equals("class")) {
      return machine
          .names
          .qualifiedType("java.lang.Class", at.home())
          .map(found -> types.getDeclaredType(found, type.get().asType()));
    }
    if (type.isPresent()) {
      return name.equals("this")
          ? Optional.of(type.get().asType())
          : machine.members.field(type.get(), name).map(VariableElement::asType);
    }
    Optional<TypeMirror> owner = machine.staticTypes.of(tree.getExpression(), at);
    if (owner.isPresent() && owner.get() instanceof ArrayType) {
      return primitive(Prim.INT);
    }
    Optional<VariableElement> field =
        owner
            .flatMap(StaticTypes::element)
            .flatMap(element -> machine.members.field(element, name));
    return field.map(
        found ->
            owner.get() instanceof DeclaredType declared && !Fields.isStatic(found)
                ? types.asMemberOf(machine.valueTypes.withoutWildcards(declared), found)
                : found.asType());
  }

  @Override
  public Optional<TypeMirror> visitUnary(UnaryTree tree, Activation at) {
    Optional<TypeMirror> operand = machine.staticTypes.of(tree.getExpression(), at);
    return switch (tree.getKind()) {
      case LOGICAL_COMPLEMENT -> primitive(Prim.BOOLEAN);
      case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT ->
          operand
              .flatMap(machine.subtyping::unboxed)
              .flatMap(prim -> primitive(Prim.promote(prim, prim)));
      default -> operand;
    };
  }

  @Override
  public Optional<TypeMirror> visitBinary(BinaryTree tree, Activation at) {
    return switch (tree.getKind()) {
      case LESS_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN,
          GREATER_THAN_EQUAL,
          EQUAL_TO,
          NOT_EQUAL_TO,
          CONDITIONAL_AND,
          CONDITIONAL_OR ->
          primitive(Prim.BOOLEAN);
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
          machine
              .staticTypes
              .of(tree.getLeftOperand(), at)
              .flatMap(machine.subtyping::unboxed)
              .flatMap(prim -> primitive(Prim.promote(prim, prim)));
      case PLUS ->
          machine.staticTypes.isString(tree.getLeftOperand(), at)
                  || machine.staticTypes.isString(tree.getRightOperand(), at)
              ? string(at)
              : promoted(tree, at);
      default -> promoted(tree, at);
    };
  }

  private Optional<TypeMirror> promoted(BinaryTree tree, Activation at) {
    Optional<Prim> left =
        machine.staticTypes.of(tree.getLeftOperand(), at).flatMap(machine.subtyping::unboxed);
    Optional<Prim> right =
        machine.staticTypes.of(tree.getRightOperand(), at).flatMap(machine.subtyping::unboxed);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return left.get() == Prim.BOOLEAN
        ? primitive(Prim.BOOLEAN)
        : primitive(Prim.promote(left.get(), right.get()));
  }

  @Override
  public Optional<TypeMirror> visitConditionalExpression(
      ConditionalExpressionTree tree, Activation at) {
    return machine.alternatives.type(
        List.of(tree.getTrueExpression(), tree.getFalseExpression()),
        true,
        machine.conditions.typesBehind(tree.getCondition(), at));
  }

  @Override
  public Optional<TypeMirror> visitSwitchExpression(SwitchExpressionTree tree, Activation at) {
    SwitchArms arms = SwitchArms.of(tree);
    return machine.alternatives.type(arms.values(), false, machine.staticTypes.inside(arms, at));
  }

  @Override
  public Optional<TypeMirror> visitTypeCast(TypeCastTree tree, Activation at) {
    return machine.valueTypes.mirror(machine.valueTypes.of(tree.getType(), at.home()));
  }

  @Override
  public Optional<TypeMirror> visitInstanceOf(InstanceOfTree tree, Activation at) {
    return primitive(Prim.BOOLEAN);
  }

  @Override
  public Optional<TypeMirror> visitArrayAccess(ArrayAccessTree tree, Activation at) {
    return machine
        .staticTypes
        .of(tree.getExpression(), at)
        .filter(ArrayType.class::isInstance)
        .map(array -> ((ArrayType) array).getComponentType());
  }

  @Override
  public Optional<TypeMirror> visitNewArray(NewArrayTree tree, Activation at) {
    if (tree.getType() == null) {
      return Optional.empty();
    }
    ValueType component = machine.valueTypes.of(tree.getType(), at.home());
    for (int i = 1; i < tree.getDimensions().size(); i++) {
      component = ValueType.arrayOf(component);
    }
    return machine.valueTypes.mirror(ValueType.arrayOf(component));
  }

  @Override
  public Optional<TypeMirror> visitNewClass(NewClassTree tree, Activation at) {
    return isDiamond(tree)
        ? calls.ofDiamond(tree, at)
        : machine.valueTypes.mirror(machine.valueTypes.of(tree.getIdentifier(), at.home()));
  }

  private static boolean isDiamond(NewClassTree tree) {
    return tree.getIdentifier() instanceof ParameterizedTypeTree generic
        && generic.getTypeArguments().isEmpty();
  }

  @Override
  public Optional<TypeMirror> visitAssignment(AssignmentTree tree, Activation at) {
    return machine.staticTypes.of(tree.getVariable(), at);
  }

  @Override
  public Optional<TypeMirror> visitCompoundAssignment(CompoundAssignmentTree tree, Activation at) {
    return machine.staticTypes.of(tree.getVariable(), at);
  }

  @Override
  public Optional<TypeMirror> visitMethodInvocation(MethodInvocationTree tree, Activation at) {
    return calls.of(tree, at);
  }
}
