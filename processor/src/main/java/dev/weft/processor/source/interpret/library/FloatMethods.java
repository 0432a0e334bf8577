package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Float}. */
final class FloatMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseFloat", String.class, Float::parseFloat)
          .on("valueOf", String.class, Float::valueOf)
          .on("valueOf", float.class, Float::valueOf)
          .on("toString", float.class, String::valueOf)
          .on("toHexString", float.class, Float::toHexString)
          .on("isNaN", float.class, value -> value.isNaN())
          .on("isInfinite", float.class, value -> value.isInfinite())
          .on("isFinite", float.class, Float::isFinite)
          .on("hashCode", float.class, value -> value.hashCode())
          .on("compare", float.class, float.class, Float::compare)
          .on("max", float.class, float.class, Float::max)
          .on("min", float.class, float.class, Float::min)
          .on("sum", float.class, float.class, Float::sum)
          .on("floatToIntBits", float.class, Float::floatToIntBits)
          .on("floatToRawIntBits", float.class, Float::floatToRawIntBits)
          .on("intBitsToFloat", int.class, Float::intBitsToFloat);

  private FloatMethods() {}
}
