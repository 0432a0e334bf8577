package dev.weft.processor.source.interpret;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.weft.processor.source.resolve.Sources.FieldSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Which fields are constants of the language: Java knows their values before any initialiser runs.
 * The compiler is not asked, for it would report what it cannot resolve yet.
 */
final class ConstantExpressions extends SimpleTreeVisitor<Boolean, Activation> {
  private final Machine machine;
  private final Map<VariableElement, Boolean> known = new HashMap<>();

  ConstantExpressions(Machine machine) {
    super(false);
    this.machine = machine;
  }

  /** Whether a field is such a constant. */
  boolean isConstant(VariableElement field) {
    Boolean answer = known.get(field);
    if (answer == null) {
      // What depends on itself is no constant.
      known.put(field, false);
      answer = find(field);
      known.put(field, answer);
    }
    return answer;
  }

  private boolean find(VariableElement field) {
    if (!field.getModifiers().contains(Modifier.FINAL)
        || field.getKind() == ElementKind.ENUM_CONSTANT
        || !mayBeConstant(field.asType())) {
      return false;
    }
    Optional<FieldSource> source = machine.sources.of(field);
    if (source.isEmpty()) {
      return field.getConstantValue() != null;
    }
    ExpressionTree initializer = source.get().tree().getInitializer();
    return initializer != null
        && isConstant(
            initializer, new Activation(source.get().home(), null, new Scope(null), null));
  }

  private static boolean mayBeConstant(TypeMirror type) {
    return type.getKind().isPrimitive() || type.toString().equals("java.lang.String");
  }

  /** Whether an expression is a constant one. */
  boolean isConstant(Tree tree, Activation at) {
    return tree.accept(this, at);
  }

  @Override
  public Boolean visitLiteral(LiteralTree tree, Activation at) {
    return tree.getValue() != null;
  }

  @Override
  public Boolean visitParenthesized(ParenthesizedTree tree, Activation at) {
    return isConstant(tree.getExpression(), at);
  }

  @Override
  public Boolean visitUnary(UnaryTree tree, Activation at) {
    return switch (tree.getKind()) {
      case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
          isConstant(tree.getExpression(), at);
      default -> false;
    };
  }

  @Override
  public Boolean visitBinary(BinaryTree tree, Activation at) {
    return isConstant(tree.getLeftOperand(), at) && isConstant(tree.getRightOperand(), at);
  }

  @Override
  public Boolean visitConditionalExpression(ConditionalExpressionTree tree, Activation at) {
    return isConstant(tree.getCondition(), at)
        && isConstant(tree.getTrueExpression(), at)
        && isConstant(tree.getFalseExpression(), at);
  }

  @Override
  public Boolean visitTypeCast(TypeCastTree tree, Activation at) {
    String type = tree.getType().toString();
    boolean isPlain = tree.getType().getKind() == Tree.Kind.PRIMITIVE_TYPE || type.equals("String");
    return isPlain && isConstant(tree.getExpression(), at);
  }

  @Override
  public Boolean visitIdentifier(IdentifierTree tree, Activation at) {
    String name = tree.getName().toString();
    Scope.Variable variable = at.scope().find(name);
    return variable != null
        ? variable.isConstant()
        : machine.names.field(name, at.home()).filter(this::isConstant).isPresent();
  }

  @Override
  public Boolean visitMemberSelect(MemberSelectTree tree, Activation at) {
    return machine
        .denotations
        .type(tree.getExpression(), at)
        .flatMap(type -> machine.members.field(type, tree.getIdentifier().toString()))
        .filter(this::isConstant)
        .isPresent();
  }
}
