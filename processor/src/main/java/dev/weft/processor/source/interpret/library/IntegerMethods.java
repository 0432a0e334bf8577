package dev.weft.processor.source.interpret.library;

/** The static methods of {@code Integer}. */
final class IntegerMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("parseInt", String.class, Integer::parseInt)
          .on("parseInt", String.class, int.class, Integer::parseInt)
          .on("parseInt", CharSequence.class, int.class, int.class, int.class, Integer::parseInt)
          .on(
              "parseUnsignedInt",
              CharSequence.class,
              int.class,
              int.class,
              int.class,
              Integer::parseUnsignedInt)
          .on("parseUnsignedInt", String.class, Integer::parseUnsignedInt)
          .on("parseUnsignedInt", String.class, int.class, Integer::parseUnsignedInt)
          .on("valueOf", int.class, Integer::valueOf)
          .on("valueOf", String.class, Integer::valueOf)
          .on("valueOf", String.class, int.class, Integer::valueOf)
          .on("decode", String.class, Integer::decode)
          .on("toString", int.class, String::valueOf)
          .on("toString", int.class, int.class, Integer::toString)
          .on("toUnsignedString", int.class, Integer::toUnsignedString)
          .on("toUnsignedString", int.class, int.class, Integer::toUnsignedString)
          .on("toBinaryString", int.class, Integer::toBinaryString)
          .on("toOctalString", int.class, Integer::toOctalString)
          .on("toHexString", int.class, Integer::toHexString)
          .on("bitCount", int.class, Integer::bitCount)
          .on("highestOneBit", int.class, Integer::highestOneBit)
          .on("lowestOneBit", int.class, Integer::lowestOneBit)
          .on("numberOfLeadingZeros", int.class, Integer::numberOfLeadingZeros)
          .on("numberOfTrailingZeros", int.class, Integer::numberOfTrailingZeros)
          .on("reverse", int.class, Integer::reverse)
          .on("reverseBytes", int.class, Integer::reverseBytes)
          .on("signum", int.class, Integer::signum)
          .on("hashCode", int.class, value -> value.hashCode())
          .on("compare", int.class, int.class, Integer::compare)
          .on("compareUnsigned", int.class, int.class, Integer::compareUnsigned)
          .on("divideUnsigned", int.class, int.class, Integer::divideUnsigned)
          .on("remainderUnsigned", int.class, int.class, Integer::remainderUnsigned)
          .on("max", int.class, int.class, Integer::max)
          .on("min", int.class, int.class, Integer::min)
          .on("sum", int.class, int.class, Integer::sum)
          .on("rotateLeft", int.class, int.class, Integer::rotateLeft)
          .on("rotateRight", int.class, int.class, Integer::rotateRight)
          .on("toUnsignedLong", int.class, Integer::toUnsignedLong);

  private IntegerMethods() {}
}
