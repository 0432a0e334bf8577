package dev.weft.processor.source.interpret.library;

import java.util.AbstractList;
import java.util.List;

/** The view that {@code List.reversed} has made since Java 21. */
final class ReversedList extends AbstractList<Object> {
  private final List<Object> list;

  ReversedList(List<Object> list) {
    this.list = list;
  }

  private int mirrored(int index) {
    return list.size() - 1 - index;
  }

  @Override
  public Object get(int index) {
    return list.get(mirrored(index));
  }

  @Override
  public Object set(int index, Object element) {
    return list.set(mirrored(index), element);
  }

  @Override
  public void add(int index, Object element) {
    list.add(list.size() - index, element);
  }

  @Override
  public Object remove(int index) {
    return list.remove(mirrored(index));
  }

  @Override
  public int size() {
    return list.size();
  }
}
