package dev.weft.processor.source.interpret.library;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code Set.of} makes: it cannot be changed, and its order differs from run to run. */
final class FixedSet extends ShuffledSet<Object> {
  /** A set of the JDK's that cannot be changed. */
  FixedSet(Set<Object> set) {
    super(set);
  }

  @Override
  public void checkOrder() {
    Shuffled.check(size(), false, "a Set.of");
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
}
