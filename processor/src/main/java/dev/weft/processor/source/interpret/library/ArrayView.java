package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.AbstractList;
import java.util.RandomAccess;

/** What {@code Arrays.asList} makes: a list that writes through to its array. */
final class ArrayView extends AbstractList<Object> implements RandomAccess {
  private final JavaArray array;

  ArrayView(JavaArray array) {
    this.array = array;
  }

  @Override
  public Object get(int index) {
    return array.get(index);
  }

  @Override
  public Object set(int index, Object element) {
    Object before = array.get(index);
    array.set(index, element);
    return before;
  }

  @Override
  public int size() {
    return array.length();
  }
}
