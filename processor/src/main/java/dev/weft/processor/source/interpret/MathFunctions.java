package dev.weft.processor.source.interpret;

import dev.weft.processor.source.value.Prim;
import java.util.List;

/** The methods of {@code Math}, each on the type that Java's overloads choose. */
final class MathFunctions {
  private MathFunctions() {}

  static Object call(String name, List<Object> arguments) {
    if (!arguments.stream().allMatch(MathFunctions::isNumber)) {
      return Library.UNKNOWN;
    }
    return switch (arguments.size()) {
      case 1 -> unary(name, arguments.get(0));
      case 2 -> binary(name, arguments.get(0), arguments.get(1));
      default -> Library.UNKNOWN;
    };
  }

  private static boolean isNumber(Object value) {
    return Prim.of(value) != null && Prim.of(value).isNumeric();
  }

  private static Object unary(String name, Object argument) {
    double x = (Double) Prim.DOUBLE.cast(argument);
    return switch (name) {
      case "abs" -> abs(argument);
      case "round" -> round(argument);
      case "sqrt" -> Math.sqrt(x);
      case "cbrt" -> Math.cbrt(x);
      case "floor" -> Math.floor(x);
      case "ceil" -> Math.ceil(x);
      case "rint" -> Math.rint(x);
      case "exp" -> Math.exp(x);
      case "log" -> Math.log(x);
      case "log10" -> Math.log10(x);
      case "signum" -> argument instanceof Float f ? (Object) Math.signum(f) : Math.signum(x);
      case "toIntExact" -> Math.toIntExact((Long) Prim.LONG.cast(argument));
      default -> Library.UNKNOWN;
    };
  }

  private static Object abs(Object argument) {
    Object promoted = Prim.promote(Prim.of(argument), Prim.INT).cast(argument);
    if (promoted instanceof Integer i) {
      return Math.abs(i);
    }
    if (promoted instanceof Long l) {
      return Math.abs(l);
    }
    return promoted instanceof Float f ? (Object) Math.abs(f) : Math.abs((Double) promoted);
  }

  /** Whole numbers go to {@code round(float)}, the nearest overload. */
  private static Object round(Object argument) {
    Prim type = Prim.of(argument);
    return type == Prim.DOUBLE
        ? (Object) Math.round((Double) argument)
        : Math.round((Float) Prim.FLOAT.cast(argument));
  }

  private static Object binary(String name, Object left, Object right) {
    Prim type = Prim.promote(Prim.of(left), Prim.of(right));
    Object l = type.cast(left);
    Object r = type.cast(right);
    return switch (name) {
      case "pow" -> Math.pow((Double) Prim.DOUBLE.cast(l), (Double) Prim.DOUBLE.cast(r));
      case "min" -> extreme(l, r, true);
      case "max" -> extreme(l, r, false);
      default -> l instanceof Integer || l instanceof Long ? exact(name, l, r) : Library.UNKNOWN;
    };
  }

  private static Object extreme(Object l, Object r, boolean isMin) {
    if (l instanceof Integer a && r instanceof Integer b) {
      return isMin ? Math.min(a, b) : Math.max(a, b);
    }
    if (l instanceof Long a && r instanceof Long b) {
      return isMin ? Math.min(a, b) : Math.max(a, b);
    }
    if (l instanceof Float a && r instanceof Float b) {
      return isMin ? Math.min(a, b) : Math.max(a, b);
    }
    return isMin ? Math.min((Double) l, (Double) r) : Math.max((Double) l, (Double) r);
  }

  private static Object exact(String name, Object l, Object r) {
    if (l instanceof Integer a && r instanceof Integer b) {
      return switch (name) {
        case "floorDiv" -> Math.floorDiv(a, b);
        case "floorMod" -> Math.floorMod(a, b);
        case "addExact" -> Math.addExact(a, b);
        case "subtractExact" -> Math.subtractExact(a, b);
        case "multiplyExact" -> Math.multiplyExact(a, b);
        default -> Library.UNKNOWN;
      };
    }
    long a = (Long) l;
    long b = (Long) r;
    return switch (name) {
      case "floorDiv" -> Math.floorDiv(a, b);
      case "addExact" -> Math.addExact(a, b);
      case "subtractExact" -> Math.subtractExact(a, b);
      case "multiplyExact" -> Math.multiplyExact(a, b);
      default -> Library.UNKNOWN;
    };
  }
}
