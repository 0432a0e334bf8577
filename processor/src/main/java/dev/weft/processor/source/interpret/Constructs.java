package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import java.util.Locale;
import java.util.Map;

/** The names of Java's constructs that declarations cannot contain, and what to write instead. */
final class Constructs {
  /** A construct in words, and the way out. */
  record Construct(String name, String wayOut) {}

  private static final String PLAIN = "use plain values, conditions, loops and helper methods";

  private static final Map<String, Construct> KNOWN =
      Map.ofEntries(
          Map.entry(
              "TRY",
              new Construct("a try statement", "leave it out: a declaration has nothing to catch")),
          Map.entry(
              "SYNCHRONIZED",
              new Construct(
                  "a synchronized statement", "leave it out: a declaration is read by one thread")),
          Map.entry(
              "ASSERT",
              new Construct(
                  "an assert statement", "throw an exception instead; its text becomes the error")),
          Map.entry("CLASS", new Construct("a local class", "move it out of the method")),
          Map.entry("INTERFACE", new Construct("a local interface", "move it out of the method")),
          Map.entry("ENUM", new Construct("a local enum", "move it out of the method")),
          Map.entry("RECORD", new Construct("a local record", "move it out of the method")),
          Map.entry(
              "MEMBER_REFERENCE", new Construct("this method reference", "write it as a lambda")));

  private Constructs() {}

  static Construct of(Tree tree) {
    String kind = tree.getKind().name();
    Construct known = KNOWN.get(kind);
    return known != null
        ? known
        : new Construct("`" + kind.toLowerCase(Locale.ROOT).replace('_', ' ') + "`", PLAIN);
  }
}
