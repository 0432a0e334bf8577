package dev.weft.processor.source.interpret.library;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code Set.of} makes: it cannot be changed, and its order differs from run to run. */
final class FixedSet extends AbstractSet<Object> implements Shuffled {
  private final Set<Object> set;

  /** A set of the JDK's that cannot be changed. */
  FixedSet(Set<Object> set) {
    this.set = set;
  }

  @Override
  public Collection<?> unordered() {
    return set;
  }

  @Override
  public void checkOrder() {
    Shuffled.check(size(), false, "a Set.of");
  }

  @Override
  public Iterator<Object> iterator() {
    checkOrder();
    return set.iterator();
  }

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public boolean contains(Object element) {
    return set.contains(element);
  }

  @Override
  public boolean containsAll(Collection<?> elements) {
    return set.containsAll(elements instanceof Shuffled shuffled ? shuffled.unordered() : elements);
  }

  @Override
  public boolean add(Object element) {
    return set.add(element);
  }

  @Override
  public boolean addAll(Collection<?> elements) {
    return set.addAll(elements);
  }

  @Override
  public boolean remove(Object element) {
    return set.remove(element);
  }

  @Override
  public boolean removeAll(Collection<?> elements) {
    return set.removeAll(elements);
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    return set.retainAll(elements);
  }

  @Override
  public boolean removeIf(Predicate<? super Object> condition) {
    return set.removeIf(condition);
  }

  @Override
  public void clear() {
    set.clear();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Set<?> others
        && others.size() == set.size()
        && set.stream().allMatch(others::contains);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }
}
