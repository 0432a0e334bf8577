package dev.weft.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/** A place that keeps what is printed there; equal by its line. */
record FakePlace(int line, List<String> printed) implements Place {
  static FakePlace at(int line) {
    return new FakePlace(line, new ArrayList<>());
  }

  @Override
  public String file() {
    return "Net.java";
  }

  @Override
  public int column() {
    return 5;
  }

  @Override
  public void print(Diagnostic.Kind kind, String message) {
    printed.add(kind + " " + message);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FakePlace place && line == place.line;
  }

  @Override
  public int hashCode() {
    return line;
  }
}
