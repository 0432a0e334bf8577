package dev.weft.processor.source.interpret.library;

/** {@code Math} and {@code StrictMath}. What Java 17 does not have yet is written out. */
final class MathTables {
  static final StaticTable MATH = NewerMath.addTo(exact(floating(rounded(transcendental(false)))));
  static final StaticTable STRICT = NewerMath.addTo(exact(floating(rounded(transcendental(true)))));

  private MathTables() {}

  private static StaticTable transcendental(boolean strict) {
    return new StaticTable()
        .on("sin", double.class, strict ? StrictMath::sin : Math::sin)
        .on("cos", double.class, strict ? StrictMath::cos : Math::cos)
        .on("tan", double.class, strict ? StrictMath::tan : Math::tan)
        .on("asin", double.class, strict ? StrictMath::asin : Math::asin)
        .on("acos", double.class, strict ? StrictMath::acos : Math::acos)
        .on("atan", double.class, strict ? StrictMath::atan : Math::atan)
        .on("exp", double.class, strict ? StrictMath::exp : Math::exp)
        .on("log", double.class, strict ? StrictMath::log : Math::log)
        .on("log10", double.class, strict ? StrictMath::log10 : Math::log10)
        .on("cbrt", double.class, strict ? StrictMath::cbrt : Math::cbrt)
        .on("sinh", double.class, strict ? StrictMath::sinh : Math::sinh)
        .on("cosh", double.class, strict ? StrictMath::cosh : Math::cosh)
        .on("tanh", double.class, strict ? StrictMath::tanh : Math::tanh)
        .on("expm1", double.class, strict ? StrictMath::expm1 : Math::expm1)
        .on("log1p", double.class, strict ? StrictMath::log1p : Math::log1p)
        .on("atan2", double.class, double.class, strict ? StrictMath::atan2 : Math::atan2)
        .on("pow", double.class, double.class, strict ? StrictMath::pow : Math::pow)
        .on("hypot", double.class, double.class, strict ? StrictMath::hypot : Math::hypot);
  }

  /** What is the same in both classes: numbers of all types. */
  private static StaticTable rounded(StaticTable table) {
    return table
        .on("sqrt", double.class, Math::sqrt)
        .on("floor", double.class, Math::floor)
        .on("ceil", double.class, Math::ceil)
        .on("rint", double.class, Math::rint)
        .on("toRadians", double.class, Math::toRadians)
        .on("toDegrees", double.class, Math::toDegrees)
        .on("abs", int.class, Math::abs)
        .on("min", int.class, int.class, Math::min)
        .on("max", int.class, int.class, Math::max)
        .on("abs", long.class, Math::abs)
        .on("min", long.class, long.class, Math::min)
        .on("max", long.class, long.class, Math::max)
        .on("abs", float.class, Math::abs)
        .on("min", float.class, float.class, Math::min)
        .on("max", float.class, float.class, Math::max)
        .on("abs", double.class, Math::abs)
        .on("min", double.class, double.class, Math::min)
        .on("max", double.class, double.class, Math::max);
  }

  /** What is the same in both classes: the parts of floating-point numbers. */
  private static StaticTable floating(StaticTable table) {
    return table
        .on("round", float.class, Math::round)
        .on("signum", float.class, Math::signum)
        .on("ulp", float.class, Math::ulp)
        .on("nextUp", float.class, Math::nextUp)
        .on("nextDown", float.class, Math::nextDown)
        .on("getExponent", float.class, Math::getExponent)
        .on("copySign", float.class, float.class, Math::copySign)
        .on("scalb", float.class, int.class, Math::scalb)
        .on("fma", float.class, float.class, float.class, Math::fma)
        .on("nextAfter", float.class, double.class, Math::nextAfter)
        .on("round", double.class, Math::round)
        .on("signum", double.class, Math::signum)
        .on("ulp", double.class, Math::ulp)
        .on("nextUp", double.class, Math::nextUp)
        .on("nextDown", double.class, Math::nextDown)
        .on("getExponent", double.class, Math::getExponent)
        .on("copySign", double.class, double.class, Math::copySign)
        .on("scalb", double.class, int.class, Math::scalb)
        .on("fma", double.class, double.class, double.class, Math::fma)
        .on("nextAfter", double.class, double.class, Math::nextAfter)
        .on("IEEEremainder", double.class, double.class, Math::IEEEremainder);
  }

  /** What is the same in both classes: integers that must not overflow. */
  private static StaticTable exact(StaticTable table) {
    return table
        .on("addExact", int.class, int.class, Math::addExact)
        .on("subtractExact", int.class, int.class, Math::subtractExact)
        .on("multiplyExact", int.class, int.class, Math::multiplyExact)
        .on("floorDiv", int.class, int.class, Math::floorDiv)
        .on("floorMod", int.class, int.class, Math::floorMod)
        .on("incrementExact", int.class, Math::incrementExact)
        .on("decrementExact", int.class, Math::decrementExact)
        .on("negateExact", int.class, Math::negateExact)
        .on("absExact", int.class, Math::absExact)
        .on("addExact", long.class, long.class, Math::addExact)
        .on("subtractExact", long.class, long.class, Math::subtractExact)
        .on("multiplyExact", long.class, long.class, Math::multiplyExact)
        .on("floorDiv", long.class, long.class, Math::floorDiv)
        .on("floorMod", long.class, long.class, Math::floorMod)
        .on("incrementExact", long.class, Math::incrementExact)
        .on("decrementExact", long.class, Math::decrementExact)
        .on("negateExact", long.class, Math::negateExact)
        .on("absExact", long.class, Math::absExact)
        .on("multiplyExact", long.class, int.class, Math::multiplyExact)
        .on("floorDiv", long.class, int.class, Math::floorDiv)
        .on("floorMod", long.class, int.class, Math::floorMod)
        .on("toIntExact", long.class, Math::toIntExact)
        .on("multiplyFull", int.class, int.class, Math::multiplyFull)
        .on("multiplyHigh", long.class, long.class, Math::multiplyHigh);
  }
}
