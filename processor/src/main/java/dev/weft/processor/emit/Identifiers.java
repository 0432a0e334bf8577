package dev.weft.processor.emit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names within one scope of the generated source: each is given out once, with underscores behind
 * it where it is taken or reserved. Names that differ only in case count as the same, since nested
 * classes become files.
 */
final class Identifiers {
  private final Set<String> taken = new HashSet<>();

  /** The same scope once more, for a second class within it. */
  Identifiers copy() {
    Identifiers copy = new Identifiers();
    copy.taken.addAll(taken);
    return copy;
  }

  /** Names that must not be given out. */
  Identifiers reserve(Iterable<String> names) {
    names.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    return this;
  }

  /** The name, or the nearest that is free. */
  String allot(String wanted) {
    String name = wanted;
    while (SourceVersion.isKeyword(name) || !taken.add(name.toLowerCase(Locale.ROOT))) {
      name += "_";
    }
    return name;
  }

  static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
