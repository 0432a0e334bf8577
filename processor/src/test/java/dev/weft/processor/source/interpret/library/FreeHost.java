package dev.weft.processor.source.interpret.library;

import java.util.List;

/** A host that charges nothing. */
public final class FreeHost implements Host {
  @Override
  public void steps(long count) {}

  @Override
  public void nesting(int depth) {}

  @Override
  public void cells(long count) {}

  @Override
  public void characters(long length) {}

  @Override
  public void grown(long length, long added) {}

  @Override
  public List<Object> constants(Object constant) {
    return List.of((Object[]) ((Enum<?>) constant).getDeclaringClass().getEnumConstants());
  }

  @Override
  public String text(Object value) {
    return String.valueOf(value);
  }
}
