package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.ClassLiteral;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The static methods of {@code EnumSet}. */
final class EnumSetMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .metered("allOf", ClassLiteral.class, EnumSetMethods::allOf)
          .metered("noneOf", ClassLiteral.class, EnumSetMethods::noneOf)
          .metered("range", Object.class, Object.class, EnumSetMethods::range)
          .varargs("of", Object.class, EnumSetMethods::of)
          .metered("copyOf", Kinds.COLLECTION, EnumSetMethods::copyOf)
          .metered("complementOf", Kinds.SET, EnumSetMethods::complementOf);

  /** A set in the order of the constants, which knows of which enum it is even if it is empty. */
  private static final class EnumSet extends TreeSet<Object> {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> universe;

    EnumSet(Host host, List<Object> universe, Collection<?> constants) {
      super(Natural.order(host));
      this.universe = universe;
      host.cells(constants.size());
      addAll(constants);
    }
  }

  private EnumSetMethods() {}

  private static Set<Object> allOf(Host host, ClassLiteral type) {
    return new EnumSet(host, type.constants(), type.constants());
  }

  private static Set<Object> noneOf(Host host, ClassLiteral type) {
    return new EnumSet(host, type.constants(), List.of());
  }

  private static Object of(Host host, List<Object> constants) {
    return constants.isEmpty()
        ? JdkLibrary.UNKNOWN
        : new EnumSet(host, host.constants(constants.get(0)), constants);
  }

  private static Set<Object> copyOf(Host host, Collection<Object> constants) {
    if (constants instanceof EnumSet set) {
      return new EnumSet(host, set.universe, set);
    }
    Collection<?> all = CollectionMethods.plain(constants);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("Collection is empty");
    }
    return new EnumSet(host, host.constants(all.iterator().next()), all);
  }

  private static Object complementOf(Host host, Set<Object> set) {
    if (!(set instanceof EnumSet constants)) {
      return JdkLibrary.UNKNOWN;
    }
    EnumSet rest = new EnumSet(host, constants.universe, constants.universe);
    rest.removeAll(constants);
    return rest;
  }

  private static Set<Object> range(Host host, Object first, Object last) {
    List<Object> all = host.constants(first);
    int from = all.indexOf(first);
    int to = all.indexOf(last);
    if (from > to) {
      throw new IllegalArgumentException(host.text(first) + " > " + host.text(last));
    }
    return new EnumSet(host, all, all.subList(from, to + 1));
  }
}
