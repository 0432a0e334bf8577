package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Long}. */
final class LongMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseLong", String.class, Long::parseLong)
          .on("parseLong", String.class, int.class, Long::parseLong)
          .on("parseLong", CharSequence.class, int.class, int.class, int.class, Long::parseLong)
          .on(
              "parseUnsignedLong",
              CharSequence.class,
              int.class,
              int.class,
              int.class,
              Long::parseUnsignedLong)
          .on("parseUnsignedLong", String.class, Long::parseUnsignedLong)
          .on("parseUnsignedLong", String.class, int.class, Long::parseUnsignedLong)
          .on("valueOf", long.class, Long::valueOf)
          .on("valueOf", String.class, Long::valueOf)
          .on("valueOf", String.class, int.class, Long::valueOf)
          .on("decode", String.class, Long::decode)
          .on("toString", long.class, String::valueOf)
          .on("toString", long.class, int.class, Long::toString)
          .on("toUnsignedString", long.class, Long::toUnsignedString)
          .on("toUnsignedString", long.class, int.class, Long::toUnsignedString)
          .on("toBinaryString", long.class, Long::toBinaryString)
          .on("toOctalString", long.class, Long::toOctalString)
          .on("toHexString", long.class, Long::toHexString)
          .on("bitCount", long.class, Long::bitCount)
          .on("highestOneBit", long.class, Long::highestOneBit)
          .on("lowestOneBit", long.class, Long::lowestOneBit)
          .on("numberOfLeadingZeros", long.class, Long::numberOfLeadingZeros)
          .on("numberOfTrailingZeros", long.class, Long::numberOfTrailingZeros)
          .on("reverse", long.class, Long::reverse)
          .on("reverseBytes", long.class, Long::reverseBytes)
          .on("signum", long.class, Long::signum)
          .on("hashCode", long.class, value -> value.hashCode())
          .on("compare", long.class, long.class, Long::compare)
          .on("compareUnsigned", long.class, long.class, Long::compareUnsigned)
          .on("divideUnsigned", long.class, long.class, Long::divideUnsigned)
          .on("remainderUnsigned", long.class, long.class, Long::remainderUnsigned)
          .on("max", long.class, long.class, Long::max)
          .on("min", long.class, long.class, Long::min)
          .on("sum", long.class, long.class, Long::sum)
          .on("rotateLeft", long.class, int.class, Long::rotateLeft)
          .on("rotateRight", long.class, int.class, Long::rotateRight);

  private LongMethods() {}
}
