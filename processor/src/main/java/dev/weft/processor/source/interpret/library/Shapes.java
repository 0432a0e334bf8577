package dev.weft.processor.source.interpret.library;

/** The shapes of the functions that the tables hold, by the number of their parameters. */
final class Shapes {
  private Shapes() {}

  interface F0<R> {
    R call();
  }

  interface F1<A, R> {
    R call(A a);
  }

  interface F2<A, B, R> {
    R call(A a, B b);
  }

  interface F3<A, B, C, R> {
    R call(A a, B b, C c);
  }

  interface F4<A, B, C, D, R> {
    R call(A a, B b, C c, D d);
  }

  interface F5<A, B, C, D, E, R> {
    R call(A a, B b, C c, D d, E e);
  }

  interface F6<A, B, C, D, E, F, R> {
    R call(A a, B b, C c, D d, E e, F f);
  }

  interface V1<A> {
    void call(A a);
  }

  interface V2<A, B> {
    void call(A a, B b);
  }

  interface V3<A, B, C> {
    void call(A a, B b, C c);
  }
}
