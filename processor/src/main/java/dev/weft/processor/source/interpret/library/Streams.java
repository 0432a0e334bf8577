package dev.weft.processor.source.interpret.library;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What streams cost: a step for each element that leaves a source, however much of it is made by
 * the JDK alone, and a cell for each that an operation keeps.
 */
final class Streams {
  /** At each concatenation, all streams inside are asked for their size. */
  private static final int STEPS_OF_A_CONCATENATION = 5_000;

  private Streams() {}

  /** A stream to which another is joined. */
  static <S> S joined(Host host, S stream) {
    host.steps(STEPS_OF_A_CONCATENATION);
    return stream;
  }

  static <T> Stream<T> metered(Host host, Stream<T> source) {
    return source.peek(each -> host.steps(1));
  }

  static IntStream metered(Host host, IntStream source) {
    return source.peek(each -> host.steps(1));
  }

  static LongStream metered(Host host, LongStream source) {
    return source.peek(each -> host.steps(1));
  }

  static DoubleStream metered(Host host, DoubleStream source) {
    return source.peek(each -> host.steps(1));
  }

  /**
   * Before an operation that keeps its elements, compares or hashes them. Behind a filter the JDK
   * does not know how many there will be, and allocates no more than have come.
   */
  static <T> Stream<T> kept(Host host, Stream<T> stream) {
    return stream.filter(
        each -> {
          Costs.charge(each, host);
          return isCharged(host);
        });
  }

  static IntStream kept(Host host, IntStream stream) {
    return stream.filter(each -> isCharged(host));
  }

  static LongStream kept(Host host, LongStream stream) {
    return stream.filter(each -> isCharged(host));
  }

  static DoubleStream kept(Host host, DoubleStream stream) {
    return stream.filter(each -> isCharged(host));
  }

  private static boolean isCharged(Host host) {
    host.cells(1);
    return true;
  }

  /** Elements that are run in parallel come in any order. */
  static <T> T parallel(T stream) {
    throw new Refusal(
        "a declaration is read by one thread, so its streams are not parallel",
        "leave out parallel()");
  }
}
