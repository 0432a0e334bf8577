package dev.weft.processor.source.interpret.library;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;

/** The views of a map whose order must be checked before it is shown. */
final class Views {
  private Views() {}

  static <E> Set<E> of(Set<E> set, Shuffled owner) {
    return new OfSet<>(set, owner);
  }

  static <E> Collection<E> of(Collection<E> values, Shuffled owner) {
    return new OfValues<>(values, owner);
  }

  private static final class OfSet<E> extends ShuffledSet<E> {
    private final Shuffled owner;

    OfSet(Set<E> set, Shuffled owner) {
      super(set);
      this.owner = owner;
    }

    @Override
    public void checkOrder() {
      owner.checkOrder();
    }

    @Override
    public boolean equals(Object other) {
      return set.equals(other instanceof OfSet<?> view ? view.set : other);
    }

    @Override
    public int hashCode() {
      return set.hashCode();
    }
  }

  private static final class OfValues<E> extends AbstractCollection<E> implements Shuffled {
    private final Collection<E> values;
    private final Shuffled owner;

    OfValues(Collection<E> values, Shuffled owner) {
      this.values = values;
      this.owner = owner;
    }

    @Override
    public Collection<?> unordered() {
      return values;
    }

    @Override
    public void checkOrder() {
      owner.checkOrder();
    }

    @Override
    public Iterator<E> iterator() {
      checkOrder();
      return values.iterator();
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public boolean contains(Object element) {
      return values.contains(element);
    }
  }
}
