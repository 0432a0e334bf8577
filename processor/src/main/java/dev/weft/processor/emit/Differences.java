package dev.weft.processor.emit;

import dev.weft.processor.emit.Piece.Statement;
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

/**
 * The numbers in which otherwise alike pieces of code differ. Each becomes a parameter of the code
 * that the pieces share; numbers that are equal in every piece become the same one.
 */
final class Differences {
  /** A person does not tell more numbers apart by their places. */
  private static final int MOST = 12;

  /** The numerals of each piece, as many in each. */
  private final List<List<Numeral>> pieces;

  /** The parameters' names by their values in each of the pieces. */
  private final Map<List<Number>, String> names = new LinkedHashMap<>();

  private final List<Numeral> firstValues = new ArrayList<>();
  private final List<CodeBlock> shared = new ArrayList<>();

  private Differences(List<List<Numeral>> pieces) {
    this.pieces = pieces;
  }

  /**
   * Parts what is alike but for numbers into what can share code: all of it, or only what has the
   * same numbers, where the others would be too many parameters.
   *
   * @param piece the statements of each
   */
  static <T> List<List<T>> groups(List<T> alike, Function<T, Piece> piece) {
    List<List<Numeral>> numerals = new ArrayList<>();
    for (T each : alike) {
      numerals.add(piece.apply(each).numerals());
    }
    if (new Differences(numerals).areFew()) {
      return List.of(alike);
    }
    Map<List<Numeral>, List<T>> same = new LinkedHashMap<>();
    for (T each : alike) {
      same.computeIfAbsent(piece.apply(each).numerals(), unknown -> new ArrayList<>()).add(each);
    }
    return List.copyOf(same.values());
  }

  /** Whether there would be no more parameters than a person tells apart. */
  private boolean areFew() {
    Set<List<Number>> different = new HashSet<>();
    for (int i = 0; i < pieces.get(0).size(); i++) {
      if (differs(i)) {
        different.add(numbers(i));
      }
    }
    return different.size() <= MOST;
  }

  /** Whether the numeral at some place is not the same in all pieces. */
  private boolean differs(int place) {
    Number first = pieces.get(0).get(place).value();
    for (List<Numeral> piece : pieces) {
      if (!piece.get(place).value().equals(first)) {
        return true;
      }
    }
    return false;
  }

  /** The numbers at some place in the pieces. */
  private List<Number> numbers(int place) {
    List<Number> numbers = new ArrayList<>(pieces.size());
    for (List<Numeral> piece : pieces) {
      numbers.add(piece.get(place).value());
    }
    return numbers;
  }

  /**
   * Compares pieces.
   *
   * @param alike the pieces, which differ in numerals only
   * @param scope gives out the names of the parameters
   */
  static Differences between(List<Piece> alike, Identifiers scope) {
    List<List<Numeral>> numerals = new ArrayList<>();
    for (Piece piece : alike) {
      numerals.add(piece.numerals());
    }
    Differences differences = new Differences(numerals);
    int place = 0;
    for (Statement statement : alike.get(0).statements()) {
      place = differences.share(statement, place, scope);
    }
    return differences;
  }

  /**
   * Adds a statement of the first piece to the shared ones.
   *
   * @param place that of its first numeral
   * @return the place behind its numerals
   */
  private int share(Statement statement, int place, Identifiers scope) {
    List<Numeral> numerals = new ArrayList<>();
    statement.code().addNumerals(numerals);
    List<String> inPlace = new ArrayList<>();
    for (int i = 0; i < numerals.size(); i++) {
      inPlace.add(name(statement.member(), place + i, scope));
    }
    shared.add(statement.code().withNumerals(inPlace));
    return place + numerals.size();
  }

  /** The parameter for the numeral at some place; null if it needs none. */
  private String name(String member, int place, Identifiers scope) {
    if (!differs(place)) {
      return null;
    }
    List<Number> numbers = numbers(place);
    String known = names.get(numbers);
    if (known != null) {
      return known;
    }
    Numeral first = pieces.get(0).get(place);
    firstValues.add(first);
    String role = first.role();
    String name = scope.allot(scope.isFree(role) ? role : member + Identifiers.capitalised(role));
    names.put(numbers, name);
    return name;
  }

  /** The statements that all pieces share, with parameters for what they differ in. */
  List<CodeBlock> shared() {
    return shared;
  }

  /** Adds the parameters to a method that has shared statements. */
  MethodSpec.Builder addParameters(MethodSpec.Builder method) {
    Iterator<Numeral> values = firstValues.iterator();
    for (String name : names.values()) {
      method.addParameter(values.next().type(), name);
    }
    return method;
  }

  /** The parameters, each behind a comma, to hand on. */
  String names() {
    return names.isEmpty() ? "" : ", " + String.join(", ", names.values());
  }

  /** Adds the arguments that make the shared statements those of a piece, each behind a comma. */
  void addArguments(int piece, CodeBlock.Builder code) {
    for (Map.Entry<List<Number>, String> parameter : names.entrySet()) {
      code.add(", $L", new Numeral(parameter.getKey().get(piece), parameter.getValue()));
    }
  }
}
