package dev.weft.processor.source.interpret;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Prim;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The common type of the arms of a conditional, or of a switch that is no argument and has no
 * variable to fill: {@code i == 0 ? 1 : 0.5} is 1.0.
 */
final class Alternatives {
  private final Machine machine;
  private final Map<Tree, Boolean> assigned = new IdentityHashMap<>();

  Alternatives(Machine machine) {
    this.machine = machine;
  }

  /** The value of the arm that was taken as the whole expression yields it. */
  Object unify(
      Object value,
      List<? extends ExpressionTree> arms,
      boolean isConditional,
      Tree whole,
      Activation at) {
    Prim own = Prim.of(value);
    if (own == null) {
      return nullOrObject(value, arms, isConditional, whole, at);
    }
    if (own == Prim.BOOLEAN || arms.size() == 1) {
      return value;
    }
    List<Optional<TypeMirror>> types = arms.stream().map(arm -> type(arm, at)).toList();
    if (types.stream().flatMap(Optional::stream).anyMatch(this::isReference)) {
      return value;
    }
    List<Prim> prims = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      Optional<Prim> prim = types.get(i).flatMap(machine.subtyping::unboxed);
      if (prim.isEmpty()) {
        throw machine.mistakes.notInterpretable(
            whole,
            at,
            "the common type of the alternatives cannot be told",
            "use an if statement, or cast both to the same type");
      }
      prims.add(prim.get());
    }
    if (prims.contains(Prim.BOOLEAN)) {
      return value;
    }
    return common(prims, arms, isConditional, at).cast(value);
  }

  private Optional<TypeMirror> type(ExpressionTree arm, Activation at) {
    return machine.staticTypes.of(arm, at);
  }

  /**
   * Whether the arms of a conditional are each assigned to what the whole is assigned to: they are
   * if one of them is neither a number nor a boolean, the results of generic methods included.
   */
  boolean areAssigned(ConditionalExpressionTree tree, Activation at) {
    Boolean known = assigned.get(tree);
    if (known == null) {
      Activation inside = machine.conditions.typesBehind(tree.getCondition(), at);
      known =
          Stream.of(tree.getTrueExpression(), tree.getFalseExpression())
              .flatMap(arm -> machine.staticTypes.ofArm(arm, inside).stream())
              .anyMatch(this::isReference);
      assigned.put(tree, known);
    }
    return known;
  }

  /** Null from a box that the common type unboxes is an exception. */
  private Object nullOrObject(
      Object value,
      List<? extends ExpressionTree> arms,
      boolean isConditional,
      Tree whole,
      Activation at) {
    boolean isUnboxed =
        value == null
            && type(arms, isConditional, at)
                .filter(type -> type.getKind().isPrimitive())
                .isPresent();
    if (isUnboxed) {
      throw machine.mistakes.exception(
          whole, at, "NullPointerException: null is unboxed, as other alternatives are numbers");
    }
    return value;
  }

  /** With an arm that is neither a number nor a box, all arms are objects and stay as they are. */
  private boolean isReference(TypeMirror type) {
    return machine.subtyping.unboxed(type).isEmpty();
  }

  /** The common type; empty if it cannot be told. */
  Optional<TypeMirror> type(
      List<? extends ExpressionTree> arms, boolean isConditional, Activation at) {
    List<TypeMirror> types = new ArrayList<>();
    for (ExpressionTree arm : arms) {
      Optional<TypeMirror> type = type(arm, at);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    TypeMirror first = types.get(0);
    if (types.stream().allMatch(type -> machine.types.isSameType(type, first))) {
      return machine.staticTypes.of(arms.get(0), at);
    }
    List<Prim> prims =
        types.stream().flatMap(type -> machine.subtyping.unboxed(type).stream()).toList();
    if (prims.size() == types.size()) {
      boolean areNumbers = prims.stream().allMatch(Prim::isNumeric);
      boolean areBooleans = prims.stream().noneMatch(Prim::isNumeric);
      return areNumbers
          ? Optional.of(primitive(common(prims, arms, isConditional, at)))
          : areBooleans ? Optional.of(primitive(Prim.BOOLEAN)) : Optional.empty();
    }
    return widest(types);
  }

  private TypeMirror primitive(Prim prim) {
    return machine.types.getPrimitiveType(TypeKind.valueOf(prim.name()));
  }

  /** The one of several classes that is a supertype of all others. */
  private Optional<TypeMirror> widest(List<TypeMirror> types) {
    return types.stream()
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .filter(type -> types.stream().allMatch(each -> isObjectOf(each, type)))
        .findFirst();
  }

  private boolean isObjectOf(TypeMirror one, TypeMirror other) {
    return machine.subtyping.isSubtype(machine.subtyping.boxed(one), other);
  }

  private Prim common(
      List<Prim> prims, List<? extends ExpressionTree> arms, boolean isConditional, Activation at) {
    if (prims.stream().distinct().count() == 1) {
      return prims.get(0);
    }
    return isConditional ? ofTwo(prims, arms, at) : ofMany(prims, arms, at);
  }

  private Prim ofTwo(List<Prim> prims, List<? extends ExpressionTree> arms, Activation at) {
    Prim one = prims.get(0);
    Prim other = prims.get(1);
    if (one == Prim.BYTE && other == Prim.SHORT || one == Prim.SHORT && other == Prim.BYTE) {
      return Prim.SHORT;
    }
    if (fits(arms.get(0), one, other, at)) {
      return other;
    }
    if (fits(arms.get(1), other, one, at)) {
      return one;
    }
    return Prim.promote(one, other);
  }

  /** The rules of a switch, which unlike those of a conditional look at all arms at once. */
  private Prim ofMany(List<Prim> prims, List<? extends ExpressionTree> arms, Activation at) {
    for (Prim wide : List.of(Prim.DOUBLE, Prim.FLOAT, Prim.LONG)) {
      if (prims.contains(wide)) {
        return wide;
      }
    }
    for (Prim narrow : List.of(Prim.CHAR, Prim.SHORT, Prim.BYTE)) {
      boolean isCommon = prims.contains(narrow);
      for (int i = 0; i < arms.size(); i++) {
        Prim prim = prims.get(i);
        boolean isBelow = prim == narrow || narrow == Prim.SHORT && prim == Prim.BYTE;
        isCommon &= isBelow || fits(arms.get(i), prim, narrow, at);
      }
      if (isCommon) {
        return narrow;
      }
    }
    return Prim.INT;
  }

  /** Whether this is a constant int that fits the narrower type of the other arm. */
  private boolean fits(ExpressionTree tree, Prim type, Prim narrower, Activation at) {
    if (tree instanceof ParenthesizedTree inner) {
      return fits(inner.getExpression(), type, narrower, at);
    }
    if (type != Prim.INT
        || narrower.compareTo(Prim.INT) >= 0
        || !machine.constants.isConstant(tree, at)) {
      return false;
    }
    Object value = machine.eval(tree, at);
    return Prim.INT.cast(narrower.cast(value)).equals(value);
  }
}
