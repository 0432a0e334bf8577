package dev.weft.processor.source.corpus;

import java.util.stream.Stream;

/** Networks without abstract methods, so that the JVM can run what the interpreter reads. */
public final class Corpus {
  private Corpus() {}

  /** One instance of each. */
  public static Stream<Object> networks() {
    return Stream.of(
        new Arithmetic() {},
        new ControlFlow() {},
        new Helping() {},
        new Collections() {},
        new Enums() {},
        new Records() {},
        new Classes() {},
        new Interfaces() {},
        new Functions() {},
        new Typing() {},
        new Patterns() {},
        new Initialisation() {},
        new Statements() {},
        new LibraryNumbers() {},
        new LibraryTexts() {},
        new LibraryCollections() {},
        new LibraryMaps() {},
        new LibraryArrays() {},
        new LibraryStreams() {},
        new LibraryFunctions() {},
        new Idioms() {},
        new Designs() {});
  }

  /** Whether a file declares a network. */
  public static boolean isNetwork(String file) {
    return networks()
        .anyMatch(
            each -> file.equals(each.getClass().getInterfaces()[0].getSimpleName() + ".java"));
  }
}
