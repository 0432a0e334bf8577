package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.interpret.library.Shapes.F1;
import dev.weft.processor.source.interpret.library.Shapes.F2;
import dev.weft.processor.source.interpret.library.Shapes.F3;
import dev.weft.processor.source.interpret.library.Shapes.F4;
import dev.weft.processor.source.interpret.library.Shapes.F5;
import dev.weft.processor.source.interpret.library.Shapes.F6;
import dev.weft.processor.source.interpret.library.Shapes.V1;
import dev.weft.processor.source.interpret.library.Shapes.V2;
import dev.weft.processor.source.interpret.library.Shapes.V3;
import java.util.List;

/**
 * The instance methods of a type. The arguments that {@link Table} passes have been brought to the
 * parameters' types, which is what makes the casts here right.
 */
@SuppressWarnings("unchecked")
final class ValueTable<T> extends Table {
  private final Class<T> type;

  ValueTable(Class<T> type) {
    this.type = type;
  }

  /** The methods of these names take no longer for a longer receiver. */
  ValueTable<T> constantTime(String... names) {
    addConstantTime(names);
    return this;
  }

  <R> ValueTable<T> on(String name, F1<T, R> body) {
    add(name, List.of(type), false, (host, a) -> body.call((T) a[0]));
    return this;
  }

  <A, R> ValueTable<T> on(String name, Class<A> one, F2<T, A, R> body) {
    add(name, List.of(type, one), false, (host, a) -> body.call((T) a[0], (A) a[1]));
    return this;
  }

  <A, B, R> ValueTable<T> on(String name, Class<A> one, Class<B> two, F3<T, A, B, R> body) {
    add(name, List.of(type, one, two), false, (host, a) -> body.call((T) a[0], (A) a[1], (B) a[2]));
    return this;
  }

  <A, B, C, R> ValueTable<T> on(
      String name, Class<A> one, Class<B> two, Class<C> three, F4<T, A, B, C, R> body) {
    add(
        name,
        List.of(type, one, two, three),
        false,
        (host, a) -> body.call((T) a[0], (A) a[1], (B) a[2], (C) a[3]));
    return this;
  }

  <A, B, C, D, R> ValueTable<T> on(
      String name,
      Class<A> one,
      Class<B> two,
      Class<C> three,
      Class<D> four,
      F5<T, A, B, C, D, R> body) {
    add(
        name,
        List.of(type, one, two, three, four),
        false,
        (host, a) -> body.call((T) a[0], (A) a[1], (B) a[2], (C) a[3], (D) a[4]));
    return this;
  }

  <A, B, C, D, E, R> ValueTable<T> on(
      String name,
      Class<A> one,
      Class<B> two,
      Class<C> three,
      Class<D> four,
      Class<E> five,
      F6<T, A, B, C, D, E, R> body) {
    add(
        name,
        List.of(type, one, two, three, four, five),
        false,
        (host, a) -> body.call((T) a[0], (A) a[1], (B) a[2], (C) a[3], (D) a[4], (E) a[5]));
    return this;
  }

  /** A method without a result. */
  ValueTable<T> act(String name, V1<T> body) {
    return on(
        name,
        self -> {
          body.call(self);
          return null;
        });
  }

  <A> ValueTable<T> act(String name, Class<A> one, V2<T, A> body) {
    return on(
        name,
        one,
        (self, a) -> {
          body.call(self, a);
          return null;
        });
  }

  <A, B> ValueTable<T> act(String name, Class<A> one, Class<B> two, V3<T, A, B> body) {
    return on(
        name,
        one,
        two,
        (self, a, b) -> {
          body.call(self, a, b);
          return null;
        });
  }

  /** A method that charges for what it allocates. */
  <R> ValueTable<T> metered(String name, F2<Host, T, R> body) {
    add(name, List.of(type), false, (host, a) -> body.call(host, (T) a[0]));
    return this;
  }

  <A, R> ValueTable<T> metered(String name, Class<A> one, F3<Host, T, A, R> body) {
    add(name, List.of(type, one), false, (host, a) -> body.call(host, (T) a[0], (A) a[1]));
    return this;
  }

  <A, B, R> ValueTable<T> metered(
      String name, Class<A> one, Class<B> two, F4<Host, T, A, B, R> body) {
    add(
        name,
        List.of(type, one, two),
        false,
        (host, a) -> body.call(host, (T) a[0], (A) a[1], (B) a[2]));
    return this;
  }

  <A, B, C, R> ValueTable<T> metered(
      String name, Class<A> one, Class<B> two, Class<C> three, F5<Host, T, A, B, C, R> body) {
    add(
        name,
        List.of(type, one, two, three),
        false,
        (host, a) -> body.call(host, (T) a[0], (A) a[1], (B) a[2], (C) a[3]));
    return this;
  }

  /** A method of any number of arguments. */
  <A, R> ValueTable<T> varargs(String name, Class<A> each, F3<Host, T, List<A>, R> body) {
    add(name, List.of(type, each), true, (host, a) -> body.call(host, (T) a[0], (List<A>) a[1]));
    return this;
  }
}
