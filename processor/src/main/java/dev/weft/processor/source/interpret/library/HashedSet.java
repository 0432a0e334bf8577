package dev.weft.processor.source.interpret.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;

/**
 * A {@code HashSet} that shows its order only if its elements' hash codes are the same in each run,
 * and if it was not filled from something whose order is not.
 */
final class HashedSet extends HashSet<Object> implements Shuffled {
  private static final long serialVersionUID = 1L;

  private boolean isFilledInAnyOrder;

  HashedSet() {}

  HashedSet(int capacity) {
    super(capacity);
  }

  /** The constructor of the superclass, which chooses the table's size, calls {@link #addAll}. */
  HashedSet(Collection<?> source) {
    super(source);
  }

  @Override
  public boolean addAll(Collection<?> source) {
    Collection<?> plain = source;
    if (source instanceof Shuffled shuffled) {
      isFilledInAnyOrder |= !(source instanceof HashedSet set) || !set.isFixed();
      plain = shuffled.unordered();
    }
    boolean isChanged = false;
    for (Object each : plain instanceof HashedSet set ? set.inAnyOrder() : plain) {
      isChanged |= add(each);
    }
    return isChanged;
  }

  private Iterable<Object> inAnyOrder() {
    return super::iterator;
  }

  private boolean isFixed() {
    boolean isFixed = !isFilledInAnyOrder;
    for (Object each : inAnyOrder()) {
      isFixed &= Hashes.isFixed(each);
    }
    return isFixed;
  }

  @Override
  public Collection<?> unordered() {
    List<Object> all = new ArrayList<>();
    inAnyOrder().forEach(all::add);
    return all;
  }

  @Override
  public void checkOrder() {
    Shuffled.check(size(), isFixed(), "a HashSet of these elements");
  }

  @Override
  public Iterator<Object> iterator() {
    checkOrder();
    return super.iterator();
  }

  @Override
  public Spliterator<Object> spliterator() {
    return Spliterators.spliterator(this, Spliterator.DISTINCT);
  }

  @Override
  public Object[] toArray() {
    checkOrder();
    return super.toArray();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Set<?> set) || set.size() != size()) {
      return false;
    }
    return unordered().stream().allMatch(set::contains);
  }

  @Override
  public int hashCode() {
    return unordered().stream().mapToInt(each -> each == null ? 0 : each.hashCode()).sum();
  }
}
