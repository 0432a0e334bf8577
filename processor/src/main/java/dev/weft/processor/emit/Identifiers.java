package dev.weft.processor.emit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;

/**
 * Names within one scope of the generated source: each is given out once, with underscores behind
 * it where it is taken or reserved.
 */
final class Identifiers {
  private final Set<String> taken = new HashSet<>();
  private final UnaryOperator<String> sameness;

  private Identifiers(UnaryOperator<String> sameness) {
    this.sameness = sameness;
  }

  /** For fields and methods. */
  static Identifiers forMembers() {
    return new Identifiers(UnaryOperator.identity());
  }

  /** For nested classes, which become files, so that names must differ in more than case. */
  static Identifiers forClasses() {
    return new Identifiers(name -> name.toLowerCase(Locale.ROOT));
  }

  /** The same scope once more, for a second class within it. */
  Identifiers copy() {
    Identifiers copy = new Identifiers(sameness);
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
    while (SourceVersion.isKeyword(name) || !taken.add(sameness.apply(name))) {
      name = wanted + "_" + number++;
    }
    return name;
  }

  static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
