package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.EnumValue;

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

  static final ValueTable<EnumValue> ENUM =
      new ValueTable<>(EnumValue.class)
          .on("name", EnumValue::name)
          .on("ordinal", EnumValue::ordinal)
          .metered("compareTo", Object.class, Natural::compare);

  /** What every value has. */
  static final ValueTable<Object> ANY =
      new ValueTable<>(Object.class)
          .on("equals", Object.class, (self, other) -> self.equals(other))
          .on("hashCode", Hashes::of)
          .metered("toString", Texts::text);

  private BoxMethods() {}
}
