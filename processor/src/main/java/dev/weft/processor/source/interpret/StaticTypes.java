package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
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
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/**
 * The declared type of an expression without evaluating it, where it can be told. Needed where Java
 * looks at a type and not at a value: the arm of a conditional that is not taken, {@code ==}, and
 * the choice between overloaded methods.
 */
final class StaticTypes extends SimpleTreeVisitor<Optional<TypeMirror>, Activation> {
  private final Machine machine;
  private final Types types;
  private final CallTypes calls;
  private final Map<Tree, TypeMirror> known = new IdentityHashMap<>();

  StaticTypes(Machine machine) {
    super(Optional.empty());
    this.machine = machine;
    this.types = machine.types;
    this.calls = new CallTypes(machine);
  }

  /** The type, or empty if it cannot be told. */
  Optional<TypeMirror> of(Tree tree, Activation at) {
    TypeMirror before = known.get(tree);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<TypeMirror> type =
        tree.accept(this, at).filter(found -> found.getKind() != TypeKind.ERROR);
    type.ifPresent(found -> known.put(tree, found));
    return type;
  }

  /** The class or interface of which an expression's value is; empty if it cannot be told. */
  Optional<TypeElement> element(Tree tree, Activation at) {
    return of(tree, at).flatMap(this::element);
  }

  private Optional<TypeElement> element(TypeMirror type) {
    TypeMirror upper = type;
    while (upper instanceof TypeVariable variable) {
      upper = variable.getUpperBound();
    }
    return upper instanceof DeclaredType declared
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
        .flatMap(found -> supertype(found, iterable))
        .filter(found -> !found.getTypeArguments().isEmpty())
        .<TypeMirror>map(
            found -> machine.valueTypes.withoutWildcards(found).getTypeArguments().get(0))
        .filter(Inference::isKnown);
  }

  private Optional<DeclaredType> supertype(TypeMirror type, TypeElement element) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(element)) {
      return Optional.of(declared);
    }
    return types.directSupertypes(type).stream()
        .flatMap(each -> supertype(each, element).stream())
        .findFirst();
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
    return of(tree.getExpression(), at);
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
    Optional<TypeMirror> owner = of(tree.getExpression(), at);
    if (owner.isPresent() && owner.get() instanceof ArrayType) {
      return primitive(Prim.INT);
    }
    Optional<VariableElement> field =
        owner.flatMap(this::element).flatMap(element -> machine.members.field(element, name));
    return field.map(
        found ->
            owner.get() instanceof DeclaredType declared && !Fields.isStatic(found)
                ? types.asMemberOf(machine.valueTypes.withoutWildcards(declared), found)
                : found.asType());
  }

  @Override
  public Optional<TypeMirror> visitUnary(UnaryTree tree, Activation at) {
    Optional<TypeMirror> operand = of(tree.getExpression(), at);
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
          of(tree.getLeftOperand(), at)
              .flatMap(machine.subtyping::unboxed)
              .flatMap(prim -> primitive(Prim.promote(prim, prim)));
      case PLUS ->
          isString(tree.getLeftOperand(), at) || isString(tree.getRightOperand(), at)
              ? string(at)
              : promoted(tree, at);
      default -> promoted(tree, at);
    };
  }

  private Optional<TypeMirror> promoted(BinaryTree tree, Activation at) {
    Optional<Prim> left = of(tree.getLeftOperand(), at).flatMap(machine.subtyping::unboxed);
    Optional<Prim> right = of(tree.getRightOperand(), at).flatMap(machine.subtyping::unboxed);
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
    return machine.alternatives.type(arms.values(), false, inside(arms, at));
  }

  /** The code of a switch's arms, with all their variables declared. */
  Activation inside(SwitchArms arms, Activation at) {
    Activation inside = withVariables(arms.variables(), at);
    arms.patterns().forEach(pattern -> machine.patterns.declare(pattern, ValueType.ANY, inside));
    return inside;
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
    return of(tree.getExpression(), at)
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
    return of(tree.getVariable(), at);
  }

  @Override
  public Optional<TypeMirror> visitCompoundAssignment(CompoundAssignmentTree tree, Activation at) {
    return of(tree.getVariable(), at);
  }

  @Override
  public Optional<TypeMirror> visitMethodInvocation(MethodInvocationTree tree, Activation at) {
    return calls.of(tree, at);
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
