package dev.weft.processor.emit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;

/**
 * Names within one scope of the generated source: each is given out once, with underscores behind
 * it where it is taken or reserved.
 */
final class Identifiers {
  private final Set<String> reserved;
  private final Set<String> taken = new HashSet<>();
  private final UnaryOperator<String> sameness;

  private Identifiers(Set<String> reserved, UnaryOperator<String> sameness) {
    this.reserved = reserved;
    this.sameness = sameness;
  }

  /** For fields and methods. */
  static Identifiers forMembers() {
    return forMembers(Set.of());
  }

  /** For fields and methods of a class where these names must not be given out. */
  static Identifiers forMembers(Set<String> reserved) {
    return new Identifiers(reserved, UnaryOperator.identity());
  }

  /** For nested classes, which become files, so that names must differ in more than case. */
  static Identifiers forClasses() {
    return new Identifiers(Set.of(), name -> name.toLowerCase(Locale.ROOT));
  }

  /** The same scope once more, for a second class within it. */
  Identifiers copy() {
    Identifiers copy = new Identifiers(reserved, sameness);
    copy.taken.addAll(taken);
    return copy;
  }

  /** Names that must not be given out. */
  Identifiers reserve(Iterable<String> names) {
    names.forEach(name -> taken.add(sameness.apply(name)));
    return this;
  }

  /** The name, or the nearest that is free. */
  String allot(String wanted) {
    String name = wanted;
    int number = 2;
    while (!isFree(name)) {
      name = wanted + "_" + number++;
    }
    taken.add(sameness.apply(name));
    return name;
  }

  /** Whether the name could be given out as it is. */
  boolean isFree(String name) {
    return !name.isEmpty()
        && !reserved.contains(name)
        && !taken.contains(sameness.apply(name))
        && !SourceVersion.isKeyword(name);
  }

  /** The words that all names begin with, without numbers that not all have; perhaps nothing. */
  static String inCommon(List<String> names) {
    String first = names.get(0);
    if (names.stream().allMatch(first::equals)) {
      return first;
    }
    int end = first.length();
    for (String name : names) {
      while (!name.startsWith(first.substring(0, end))) {
        end--;
      }
    }
    while (end > 0 && !endsWord(names, end)) {
      end--;
    }
    return first.substring(0, end);
  }

  /** Whether a word ends there in all names. */
  private static boolean endsWord(List<String> names, int end) {
    return Character.isLetter(names.get(0).charAt(end - 1))
        && names.stream()
            .allMatch(name -> end == name.length() || !Character.isLowerCase(name.charAt(end)));
  }

  /** A name as it follows another or is a class's. */
  static String capitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
