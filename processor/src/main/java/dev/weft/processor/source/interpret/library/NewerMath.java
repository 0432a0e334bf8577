package dev.weft.processor.source.interpret.library;

/** The methods of {@code Math} that came after Java 17, as their documentation defines them. */
final class NewerMath {
  private NewerMath() {}

  static StaticTable addTo(StaticTable table) {
    return table
        .on("ceilDiv", int.class, int.class, (a, b) -> (int) ceilDiv(a, b))
        .on("ceilDiv", long.class, int.class, (a, b) -> ceilDiv(a, b))
        .on("ceilDiv", long.class, long.class, NewerMath::ceilDiv)
        .on("ceilMod", int.class, int.class, (a, b) -> (int) ceilMod(a, b))
        .on("ceilMod", long.class, int.class, (a, b) -> (int) ceilMod(a, b))
        .on("ceilMod", long.class, long.class, NewerMath::ceilMod)
        .on("divideExact", int.class, int.class, (a, b) -> exactInt((long) a / b))
        .on("divideExact", long.class, long.class, (a, b) -> exact(a, b, a / b))
        .on("floorDivExact", int.class, int.class, (a, b) -> exactInt(Math.floorDiv((long) a, b)))
        .on("floorDivExact", long.class, long.class, (a, b) -> exact(a, b, Math.floorDiv(a, b)))
        .on("ceilDivExact", int.class, int.class, (a, b) -> exactInt(ceilDiv(a, b)))
        .on("ceilDivExact", long.class, long.class, (a, b) -> exact(a, b, ceilDiv(a, b)))
        .on("clamp", long.class, int.class, int.class, NewerMath::clamp)
        .on("clamp", long.class, long.class, long.class, NewerMath::clamp)
        .on("clamp", float.class, float.class, float.class, NewerMath::clamp)
        .on("clamp", double.class, double.class, double.class, NewerMath::clamp);
  }

  private static long ceilDiv(long a, long b) {
    long quotient = a / b;
    return (a ^ b) >= 0 && quotient * b != a ? quotient + 1 : quotient;
  }

  private static long ceilMod(long a, long b) {
    return a - ceilDiv(a, b) * b;
  }

  private static int exactInt(long quotient) {
    if (quotient != (int) quotient) {
      throw new ArithmeticException("integer overflow");
    }
    return (int) quotient;
  }

  /** Only the least number divided by -1 has no quotient of its own type. */
  private static long exact(long a, long b, long quotient) {
    if (a == Long.MIN_VALUE && b == -1) {
      throw new ArithmeticException("long overflow");
    }
    return quotient;
  }

  private static int clamp(long value, int min, int max) {
    if (min > max) {
      throw new IllegalArgumentException(min + " > " + max);
    }
    return (int) Math.min(max, Math.max(value, min));
  }

  private static long clamp(long value, long min, long max) {
    if (min > max) {
      throw new IllegalArgumentException(min + " > " + max);
    }
    return Math.min(max, Math.max(value, min));
  }

  private static float clamp(float value, float min, float max) {
    checkBounds(min, max, min + " > " + max);
    return Math.min(max, Math.max(value, min));
  }

  private static double clamp(double value, double min, double max) {
    checkBounds(min, max, min + " > " + max);
    return Math.min(max, Math.max(value, min));
  }

  private static void checkBounds(double min, double max, String message) {
    if (Double.isNaN(min)) {
      throw new IllegalArgumentException("min is NaN");
    }
    if (Double.isNaN(max)) {
      throw new IllegalArgumentException("max is NaN");
    }
    if (Double.compare(min, max) > 0) {
      throw new IllegalArgumentException(message);
    }
  }
}
