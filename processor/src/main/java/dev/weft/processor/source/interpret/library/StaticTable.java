package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.interpret.library.Shapes.F0;
import dev.weft.processor.source.interpret.library.Shapes.F1;
import dev.weft.processor.source.interpret.library.Shapes.F2;
import dev.weft.processor.source.interpret.library.Shapes.F3;
import dev.weft.processor.source.interpret.library.Shapes.F4;
import dev.weft.processor.source.interpret.library.Shapes.F5;
import java.util.List;

/**
 * Static methods, and constructors. The arguments that {@link Table} passes have been brought to
 * the parameters' types, which is what makes the casts here right.
 */
@SuppressWarnings("unchecked")
final class StaticTable extends Table {
  <R> StaticTable on(String name, F0<R> body) {
    add(name, List.of(), false, (host, a) -> body.call());
    return this;
  }

  <A, R> StaticTable on(String name, Class<A> one, F1<A, R> body) {
    add(name, List.of(one), false, (host, a) -> body.call((A) a[0]));
    return this;
  }

  <A, B, R> StaticTable on(String name, Class<A> one, Class<B> two, F2<A, B, R> body) {
    add(name, List.of(one, two), false, (host, a) -> body.call((A) a[0], (B) a[1]));
    return this;
  }

  <A, B, C, R> StaticTable on(
      String name, Class<A> one, Class<B> two, Class<C> three, F3<A, B, C, R> body) {
    add(
        name,
        List.of(one, two, three),
        false,
        (host, a) -> body.call((A) a[0], (B) a[1], (C) a[2]));
    return this;
  }

  <A, B, C, D, R> StaticTable on(
      String name,
      Class<A> one,
      Class<B> two,
      Class<C> three,
      Class<D> four,
      F4<A, B, C, D, R> body) {
    add(
        name,
        List.of(one, two, three, four),
        false,
        (host, a) -> body.call((A) a[0], (B) a[1], (C) a[2], (D) a[3]));
    return this;
  }

  /** A method that charges for what it allocates. */
  <R> StaticTable metered(String name, F1<Host, R> body) {
    add(name, List.of(), false, (host, a) -> body.call(host));
    return this;
  }

  <A, R> StaticTable metered(String name, Class<A> one, F2<Host, A, R> body) {
    add(name, List.of(one), false, (host, a) -> body.call(host, (A) a[0]));
    return this;
  }

  <A, B, R> StaticTable metered(String name, Class<A> one, Class<B> two, F3<Host, A, B, R> body) {
    add(name, List.of(one, two), false, (host, a) -> body.call(host, (A) a[0], (B) a[1]));
    return this;
  }

  <A, B, C, R> StaticTable metered(
      String name, Class<A> one, Class<B> two, Class<C> three, F4<Host, A, B, C, R> body) {
    add(
        name,
        List.of(one, two, three),
        false,
        (host, a) -> body.call(host, (A) a[0], (B) a[1], (C) a[2]));
    return this;
  }

  <A, B, C, D, R> StaticTable metered(
      String name,
      Class<A> one,
      Class<B> two,
      Class<C> three,
      Class<D> four,
      F5<Host, A, B, C, D, R> body) {
    add(
        name,
        List.of(one, two, three, four),
        false,
        (host, a) -> body.call(host, (A) a[0], (B) a[1], (C) a[2], (D) a[3]));
    return this;
  }

  /** A method of any number of arguments. */
  <A, R> StaticTable varargs(String name, Class<A> each, F2<Host, List<A>, R> body) {
    add(name, List.of(each), true, (host, a) -> body.call(host, (List<A>) a[0]));
    return this;
  }

  <A, B, R> StaticTable varargs(
      String name, Class<A> one, Class<B> each, F3<Host, A, List<B>, R> body) {
    add(name, List.of(one, each), true, (host, a) -> body.call(host, (A) a[0], (List<B>) a[1]));
    return this;
  }

  <A, B, C, R> StaticTable varargs(
      String name, Class<A> one, Class<B> two, Class<C> each, F4<Host, A, B, List<C>, R> body) {
    add(
        name,
        List.of(one, two, each),
        true,
        (host, a) -> body.call(host, (A) a[0], (B) a[1], (List<C>) a[2]));
    return this;
  }
}
