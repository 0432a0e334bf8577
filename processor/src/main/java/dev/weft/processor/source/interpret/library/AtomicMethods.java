package dev.weft.processor.source.interpret.library;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The counters that lambdas can change. */
final class AtomicMethods {
  static final ValueTable<AtomicInteger> INTEGER =
      new ValueTable<>(AtomicInteger.class)
          .on("get", AtomicInteger::get)
          .act("set", int.class, AtomicInteger::set)
          .on("getAndIncrement", AtomicInteger::getAndIncrement)
          .on("getAndDecrement", AtomicInteger::getAndDecrement)
          .on("incrementAndGet", AtomicInteger::incrementAndGet)
          .on("decrementAndGet", AtomicInteger::decrementAndGet)
          .on("addAndGet", int.class, AtomicInteger::addAndGet)
          .on("getAndAdd", int.class, AtomicInteger::getAndAdd)
          .on("getAndSet", int.class, AtomicInteger::getAndSet);

  static final ValueTable<AtomicLong> LONG =
      new ValueTable<>(AtomicLong.class)
          .on("get", AtomicLong::get)
          .act("set", long.class, AtomicLong::set)
          .on("getAndIncrement", AtomicLong::getAndIncrement)
          .on("getAndDecrement", AtomicLong::getAndDecrement)
          .on("incrementAndGet", AtomicLong::incrementAndGet)
          .on("decrementAndGet", AtomicLong::decrementAndGet)
          .on("addAndGet", long.class, AtomicLong::addAndGet)
          .on("getAndAdd", long.class, AtomicLong::getAndAdd)
          .on("getAndSet", long.class, AtomicLong::getAndSet);

  private AtomicMethods() {}
}
