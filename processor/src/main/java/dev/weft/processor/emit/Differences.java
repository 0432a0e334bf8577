package dev.weft.processor.emit;

import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.Numeral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers in which otherwise alike pieces of code differ. Each becomes a parameter of the code
 * that the pieces share; numbers that are equal in every piece become the same one.
 */
final class Differences {
  /** A person does not tell more numbers apart by their places. */
  private static final int MOST = 12;

  /** The parameters' names by their values in each of the pieces. */
  private final Map<List<Number>, String> names = new LinkedHashMap<>();

  private final List<Numeral> firstValues = new ArrayList<>();
  private final List<CodeBlock> shared = new ArrayList<>();

  /**
   * A statement.
   *
   * @param member the member of a class that it is about
   */
  record Statement(String member, CodeBlock code) {}

  private Differences() {}

  /**
   * Parts what is alike but for numbers into what can share code: all of it, or only what has the
   * same numbers, where the others would be too many parameters.
   *
   * @param statements those of each
   */
  static <T> List<List<T>> groups(List<T> alike, Function<T, List<Statement>> statements) {
    Map<List<Numeral>, List<T>> same =
        alike.stream()
            .collect(
                Collectors.groupingBy(
                    piece -> numerals(statements.apply(piece)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return count(List.copyOf(same.keySet())) > MOST ? List.copyOf(same.values()) : List.of(alike);
  }

  /** How many parameters there would be for pieces with these numerals. */
  private static int count(List<List<Numeral>> pieces) {
    Set<List<Number>> different = new HashSet<>();
    for (int i = 0; i < pieces.get(0).size(); i++) {
      int at = i;
      List<Number> numbers = numbers(pieces.stream().map(piece -> piece.get(at)).toList());
      if (differ(numbers)) {
        different.add(numbers);
      }
    }
    return different.size();
  }

  private static List<Number> numbers(List<Numeral> values) {
    return values.stream().map(Numeral::value).toList();
  }

  private static boolean differ(List<Number> numbers) {
    return Set.copyOf(numbers).size() > 1;
  }

  /**
   * Compares pieces.
   *
   * @param pieces the statements of each, which differ in numerals only
   * @param scope gives out the names of the parameters
   */
  static Differences between(List<List<Statement>> pieces, Identifiers scope) {
    Differences differences = new Differences();
    List<Iterator<Numeral>> numerals =
        pieces.stream().map(piece -> numerals(piece).iterator()).toList();
    for (Statement statement : pieces.get(0)) {
      List<String> inPlace = new ArrayList<>();
      for (int i = statement.code().numerals().size(); i > 0; i--) {
        List<Numeral> values = numerals.stream().map(Iterator::next).toList();
        inPlace.add(differences.name(statement.member(), values, scope));
      }
      differences.shared.add(statement.code().withNumerals(inPlace));
    }
    return differences;
  }

  /** All numerals of a piece, in order. */
  private static List<Numeral> numerals(List<Statement> piece) {
    return piece.stream().flatMap(statement -> statement.code().numerals().stream()).toList();
  }

  /** The parameter for a numeral that has these values in the pieces; null if it needs none. */
  private String name(String member, List<Numeral> values, Identifiers scope) {
    List<Number> numbers = numbers(values);
    if (!differ(numbers)) {
      return null;
    }
    return names.computeIfAbsent(
        numbers,
        unknown -> {
          Numeral first = values.get(0);
          firstValues.add(first);
          return scope.allot(
              scope.isFree(first.role())
                  ? first.role()
                  : member + Identifiers.capitalised(first.role()));
        });
  }

  /** The statements that all pieces share, with parameters for what they differ in. */
  List<CodeBlock> shared() {
    return shared;
  }

  /** Adds the parameters to a method that has shared statements. */
  MethodSpec.Builder addParameters(MethodSpec.Builder method) {
    Iterator<Numeral> values = firstValues.iterator();
    names.values().forEach(name -> method.addParameter(values.next().type(), name));
    return method;
  }

  /** The parameters, each behind a comma, to hand on. */
  String names() {
    return names.isEmpty() ? "" : ", " + String.join(", ", names.values());
  }

  /** The arguments that make the shared statements those of a piece, each behind a comma. */
  CodeBlock arguments(int piece) {
    CodeBlock.Builder arguments = CodeBlock.builder();
    names.forEach((numbers, name) -> arguments.add(", $L", new Numeral(numbers.get(piece), name)));
    return arguments.build();
  }
}
