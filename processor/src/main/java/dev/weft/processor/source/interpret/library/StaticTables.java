package dev.weft.processor.source.interpret.library;

import java.util.Optional;

/** The tables of static methods, each made when it is first asked for. */
final class StaticTables {
  private StaticTables() {}

  static Optional<StaticTable> of(String type) {
    return Optional.ofNullable(find(type));
  }

  private static StaticTable find(String type) {
    return switch (type) {
      case "java.lang.Math" -> MathTables.MATH;
      case "java.lang.StrictMath" -> MathTables.STRICT;
      case "java.lang.Integer" -> IntegerMethods.STATIC;
      case "java.lang.Long" -> LongMethods.STATIC;
      case "java.lang.Short" -> ShortMethods.STATIC;
      case "java.lang.Byte" -> ByteMethods.STATIC;
      case "java.lang.Double" -> DoubleMethods.STATIC;
      case "java.lang.Float" -> FloatMethods.STATIC;
      case "java.lang.Boolean" -> BooleanMethods.STATIC;
      case "java.lang.Character" -> CharacterMethods.STATIC;
      case "java.lang.String" -> StringMethods.STATIC;
      case "java.util.Objects" -> ObjectsMethods.STATIC;
      case "java.util.Arrays" -> ArraysMethods.STATIC;
      case "java.util.Collections" -> CollectionsMethods.STATIC;
      default -> type.startsWith("java.util.") ? ofCollections(type) : null;
    };
  }

  private static StaticTable ofCollections(String type) {
    return switch (type) {
      case "java.util.List" -> CollectionFactories.LIST;
      case "java.util.Set" -> CollectionFactories.SET;
      case "java.util.Map" -> CollectionFactories.MAP;
      case "java.util.Map.Entry" -> CollectionFactories.ENTRY;
      case "java.util.EnumSet" -> EnumSetMethods.STATIC;
      case "java.util.Comparator" -> Comparators.STATIC;
      case "java.util.Optional" -> OptionalMethods.STATIC;
      case "java.util.OptionalInt" -> OptionalMethods.INT_STATIC;
      case "java.util.OptionalLong" -> OptionalMethods.LONG_STATIC;
      case "java.util.OptionalDouble" -> OptionalMethods.DOUBLE_STATIC;
      case "java.util.stream.Stream" -> StreamMethods.STATIC;
      case "java.util.stream.IntStream" -> IntStreamMethods.STATIC;
      case "java.util.stream.LongStream" -> LongStreamMethods.STATIC;
      case "java.util.stream.DoubleStream" -> DoubleStreamMethods.STATIC;
      case "java.util.stream.Collectors" -> CollectorsMethods.STATIC;
      default -> type.startsWith("java.util.function.") ? ofFunctions(type) : null;
    };
  }

  private static StaticTable ofFunctions(String type) {
    return switch (type) {
      case "java.util.function.Function" -> FunctionMethods.FUNCTION;
      case "java.util.function.UnaryOperator" -> FunctionMethods.UNARY;
      case "java.util.function.IntUnaryOperator" -> FunctionMethods.INT_UNARY;
      case "java.util.function.LongUnaryOperator" -> FunctionMethods.LONG_UNARY;
      case "java.util.function.DoubleUnaryOperator" -> FunctionMethods.DOUBLE_UNARY;
      case "java.util.function.BinaryOperator" -> FunctionMethods.BINARY;
      case "java.util.function.Predicate" -> FunctionMethods.PREDICATE;
      default -> null;
    };
  }
}
