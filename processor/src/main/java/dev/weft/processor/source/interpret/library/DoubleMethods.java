package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Double}. */
final class DoubleMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseDouble", String.class, Double::parseDouble)
          .on("valueOf", String.class, Double::valueOf)
          .on("valueOf", double.class, Double::valueOf)
          .on("toString", double.class, String::valueOf)
          .on("toHexString", double.class, Double::toHexString)
          .on("isNaN", double.class, value -> value.isNaN())
          .on("isInfinite", double.class, value -> value.isInfinite())
          .on("isFinite", double.class, Double::isFinite)
          .on("hashCode", double.class, value -> value.hashCode())
          .on("compare", double.class, double.class, Double::compare)
          .on("max", double.class, double.class, Double::max)
          .on("min", double.class, double.class, Double::min)
          .on("sum", double.class, double.class, Double::sum)
          .on("doubleToLongBits", double.class, Double::doubleToLongBits)
          .on("doubleToRawLongBits", double.class, Double::doubleToRawLongBits)
          .on("longBitsToDouble", long.class, Double::longBitsToDouble);

  private DoubleMethods() {}
}
