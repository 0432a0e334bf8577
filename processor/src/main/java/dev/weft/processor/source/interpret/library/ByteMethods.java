package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Byte}. */
final class ByteMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseByte", String.class, Byte::parseByte)
          .on("parseByte", String.class, int.class, Byte::parseByte)
          .on("valueOf", byte.class, Byte::valueOf)
          .on("valueOf", String.class, Byte::valueOf)
          .on("valueOf", String.class, int.class, Byte::valueOf)
          .on("decode", String.class, Byte::decode)
          .on("toString", byte.class, String::valueOf)
          .on("hashCode", byte.class, value -> value.hashCode())
          .on("compare", byte.class, byte.class, Byte::compare)
          .on("compareUnsigned", byte.class, byte.class, Byte::compareUnsigned)
          .on("toUnsignedInt", byte.class, Byte::toUnsignedInt)
          .on("toUnsignedLong", byte.class, Byte::toUnsignedLong);

  private ByteMethods() {}
}
