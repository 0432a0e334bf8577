package dev.weft.processor.source.interpret.library;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;

/** A set of the JDK's, whose order is checked before it is shown. */
abstract class ShuffledSet<E> extends AbstractSet<E> implements Shuffled {
  final Set<E> set;

  ShuffledSet(Set<E> set) {
    this.set = set;
  }

  @Override
  public final Collection<?> unordered() {
    return set;
  }

  @Override
  public final Iterator<E> iterator() {
    checkOrder();
    return set.iterator();
  }

  @Override
  public final int size() {
    return set.size();
  }

  @Override
  public final boolean contains(Object element) {
    return set.contains(element);
  }

  @Override
  public final boolean remove(Object element) {
    return set.remove(element);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }
}
