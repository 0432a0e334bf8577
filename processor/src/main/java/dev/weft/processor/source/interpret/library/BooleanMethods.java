package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Boolean}. */
final class BooleanMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseBoolean", String.class, Boolean::parseBoolean)
          .on("valueOf", boolean.class, Boolean::valueOf)
          .on("valueOf", String.class, Boolean::valueOf)
          .on("toString", boolean.class, String::valueOf)
          .on("hashCode", boolean.class, value -> value.hashCode())
          .on("compare", boolean.class, boolean.class, Boolean::compare)
          .on("logicalAnd", boolean.class, boolean.class, Boolean::logicalAnd)
          .on("logicalOr", boolean.class, boolean.class, Boolean::logicalOr)
          .on("logicalXor", boolean.class, boolean.class, Boolean::logicalXor);

  private BooleanMethods() {}
}
