package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Short}. */
final class ShortMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseShort", String.class, Short::parseShort)
          .on("parseShort", String.class, int.class, Short::parseShort)
          .on("valueOf", short.class, Short::valueOf)
          .on("valueOf", String.class, Short::valueOf)
          .on("valueOf", String.class, int.class, Short::valueOf)
          .on("decode", String.class, Short::decode)
          .on("toString", short.class, String::valueOf)
          .on("hashCode", short.class, value -> value.hashCode())
          .on("compare", short.class, short.class, Short::compare)
          .on("compareUnsigned", short.class, short.class, Short::compareUnsigned)
          .on("toUnsignedInt", short.class, Short::toUnsignedInt)
          .on("toUnsignedLong", short.class, Short::toUnsignedLong)
          .on("reverseBytes", short.class, Short::reverseBytes);

  private ShortMethods() {}
}
