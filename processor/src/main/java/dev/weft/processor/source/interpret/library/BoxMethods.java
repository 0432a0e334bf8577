package dev.weft.processor.source.interpret.library;

/** The methods of boxed values and of enum constants. */
final class BoxMethods {
  static final ValueTable<Number> NUMBER =
      new ValueTable<>(Number.class)
          .on("intValue", Number::intValue)
          .on("longValue", Number::longValue)
          .on("floatValue", Number::floatValue)
          .on("doubleValue", Number::doubleValue)
          .on("shortValue", Number::shortValue)
          .on("byteValue", Number::byteValue)
          .metered("compareTo", Object.class, Natural::compare);

  static final ValueTable<Double> DOUBLE =
      new ValueTable<>(Double.class)
          .on("isNaN", d -> d.isNaN())
          .on("isInfinite", d -> d.isInfinite());

  static final ValueTable<Float> FLOAT =
      new ValueTable<>(Float.class)
          .on("isNaN", f -> f.isNaN())
          .on("isInfinite", f -> f.isInfinite());

  static final ValueTable<Boolean> BOOLEAN =
      new ValueTable<>(Boolean.class)
          .on("booleanValue", self -> self)
          .metered("compareTo", Object.class, Natural::compare);

  static final ValueTable<Character> CHARACTER =
      new ValueTable<>(Character.class)
          .on("charValue", self -> self)
          .metered("compareTo", Object.class, Natural::compare);

  /** The DSL's own enums. */
  static final ValueTable<Enum<?>> ENUM =
      new ValueTable<>(Kinds.ENUM)
          .on("name", Enum::name)
          .on("ordinal", Enum::ordinal)
          .metered("compareTo", Object.class, Natural::compare);

  /** What every value has. */
  static final ValueTable<Object> ANY =
      new ValueTable<>(Object.class)
          .on("equals", Object.class, (self, other) -> self.equals(other))
          .on("hashCode", Hashes::of)
          .metered("toString", Texts::text);

  private BoxMethods() {}
}
