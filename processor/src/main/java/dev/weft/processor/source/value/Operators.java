package dev.weft.processor.source.value;

import com.sun.source.tree.Tree;

/** Java's operators on numbers, characters and booleans. */
public final class Operators {
  private Operators() {}

  /**
   * The result of a binary operator other than {@code &&}, {@code ||} and the concatenation of
   * strings; or null if Java has no such operator for these operands.
   *
   * @throws ArithmeticException for an integer division by zero
   */
  public static Object binary(Tree.Kind operator, Object left, Object right) {
    Prim one = Prim.of(left);
    Prim other = Prim.of(right);
    if (one == null || other == null) {
      return null;
    }
    if (one == Prim.BOOLEAN && other == Prim.BOOLEAN) {
      return onBooleans(operator, (Boolean) left, (Boolean) right);
    }
    if (one == Prim.BOOLEAN || other == Prim.BOOLEAN) {
      return null;
    }
    if (isShift(operator)) {
      return shift(operator, Prim.promote(one, Prim.INT).cast(left), (Long) Prim.LONG.cast(right));
    }
    Prim type = Prim.promote(one, other);
    Object l = type.cast(left);
    Object r = type.cast(right);
    return switch (type) {
      case INT -> onInts(operator, (Integer) l, (Integer) r);
      case LONG -> onLongs(operator, (Long) l, (Long) r);
      case FLOAT -> onFloats(operator, (Float) l, (Float) r);
      default -> onDoubles(operator, (Double) l, (Double) r);
    };
  }

  /** The result of {@code +}, {@code -}, {@code ~} or {@code !}; or null if there is none. */
  public static Object unary(Tree.Kind operator, Object operand) {
    if (operator == Tree.Kind.LOGICAL_COMPLEMENT) {
      return operand instanceof Boolean value ? !value : null;
    }
    Prim type = Prim.of(operand);
    if (type == null || !type.isNumeric()) {
      return null;
    }
    Prim promoted = Prim.promote(type, Prim.INT);
    Object value = promoted.cast(operand);
    return switch (operator) {
      case UNARY_PLUS -> value;
      case UNARY_MINUS -> negated(value);
      case BITWISE_COMPLEMENT ->
          value instanceof Integer i ? (Object) ~i : value instanceof Long l ? ~l : null;
      default -> null;
    };
  }

  private static Object negated(Object value) {
    if (value instanceof Integer i) {
      return -i;
    }
    if (value instanceof Long l) {
      return -l;
    }
    return value instanceof Float f ? (Object) (-f) : (Object) (-(Double) value);
  }

  private static boolean isShift(Tree.Kind operator) {
    return operator == Tree.Kind.LEFT_SHIFT
        || operator == Tree.Kind.RIGHT_SHIFT
        || operator == Tree.Kind.UNSIGNED_RIGHT_SHIFT;
  }

  private static Object shift(Tree.Kind operator, Object left, long distance) {
    if (left instanceof Integer i) {
      return switch (operator) {
        case LEFT_SHIFT -> i << distance;
        case RIGHT_SHIFT -> i >> distance;
        default -> i >>> distance;
      };
    }
    if (left instanceof Long l) {
      return switch (operator) {
        case LEFT_SHIFT -> l << distance;
        case RIGHT_SHIFT -> l >> distance;
        default -> l >>> distance;
      };
    }
    return null;
  }

  private static Object onBooleans(Tree.Kind operator, boolean l, boolean r) {
    return switch (operator) {
      case AND -> l & r;
      case OR -> l | r;
      case XOR, NOT_EQUAL_TO -> l ^ r;
      case EQUAL_TO -> l == r;
      default -> null;
    };
  }

  private static Object onInts(Tree.Kind operator, int l, int r) {
    return switch (operator) {
      case PLUS -> l + r;
      case MINUS -> l - r;
      case MULTIPLY -> l * r;
      case DIVIDE -> l / r;
      case REMAINDER -> l % r;
      case AND -> l & r;
      case OR -> l | r;
      case XOR -> l ^ r;
      default -> comparison(operator, Integer.compare(l, r));
    };
  }

  private static Object onLongs(Tree.Kind operator, long l, long r) {
    return switch (operator) {
      case PLUS -> l + r;
      case MINUS -> l - r;
      case MULTIPLY -> l * r;
      case DIVIDE -> l / r;
      case REMAINDER -> l % r;
      case AND -> l & r;
      case OR -> l | r;
      case XOR -> l ^ r;
      default -> comparison(operator, Long.compare(l, r));
    };
  }

  private static Object onFloats(Tree.Kind operator, float l, float r) {
    return switch (operator) {
      case PLUS -> l + r;
      case MINUS -> l - r;
      case MULTIPLY -> l * r;
      case DIVIDE -> l / r;
      case REMAINDER -> l % r;
      default -> onDoubles(operator, l, r);
    };
  }

  private static Object onDoubles(Tree.Kind operator, double l, double r) {
    return switch (operator) {
      case PLUS -> l + r;
      case MINUS -> l - r;
      case MULTIPLY -> l * r;
      case DIVIDE -> l / r;
      case REMAINDER -> l % r;
      case LESS_THAN -> l < r;
      case LESS_THAN_EQUAL -> l <= r;
      case GREATER_THAN -> l > r;
      case GREATER_THAN_EQUAL -> l >= r;
      case EQUAL_TO -> l == r;
      case NOT_EQUAL_TO -> l != r;
      default -> null;
    };
  }

  private static Object comparison(Tree.Kind operator, int sign) {
    return switch (operator) {
      case LESS_THAN -> sign < 0;
      case LESS_THAN_EQUAL -> sign <= 0;
      case GREATER_THAN -> sign > 0;
      case GREATER_THAN_EQUAL -> sign >= 0;
      case EQUAL_TO -> sign == 0;
      case NOT_EQUAL_TO -> sign != 0;
      default -> null;
    };
  }
}
