package dev.weft.dsl.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Assigns buffers by liveness: a value occupies its buffer from the step that writes it to the last
 * step that reads it. A step that works in place may write over a value that it is the last to
 * read.
 */
final class MemoryPlan {
  /** What happens at one moment; a step, or the user reading the output. */
  private record Moment(List<Value> reads, List<Value> writes, List<Value> overwritable) {}

  /** A buffer that no value occupies. */
  private record Free(long size, int buffer) {}

  private final List<Moment> moments = new ArrayList<>();
  private final Set<Value> kept = new HashSet<>();

  private final Map<Value, Integer> lastUse = new HashMap<>();
  private final List<Long> sizes = new ArrayList<>();
  private final Map<Value, Integer> bufferOf = new LinkedHashMap<>();
  private final TreeSet<Free> free =
      new TreeSet<>(Comparator.comparingLong(Free::size).thenComparingInt(Free::buffer));

  MemoryPlan(List<? extends Step> steps) {
    then(steps);
  }

  MemoryPlan then(List<? extends Step> steps) {
    for (Step step : steps) {
      moments.add(new Moment(step.reads(), step.writes(), step.overwritable()));
    }
    return this;
  }

  /** The value is written before the first step. */
  MemoryPlan startWith(Value value) {
    moments.add(0, new Moment(List.of(), List.of(value), List.of()));
    return this;
  }

  /** After the steps so far, the output is read and then its gradient is written. */
  MemoryPlan loss(Value output, Value outputGradient) {
    moments.add(new Moment(List.of(output), List.of(outputGradient), List.of()));
    return this;
  }

  /** The value is read after the last step. */
  MemoryPlan keepToTheEnd(Value value) {
    kept.add(value.storage());
    return this;
  }

  Memory assign() {
    findLastUses();
    for (int now = 0; now < moments.size(); now++) {
      Moment moment = moments.get(now);
      for (Value value : moment.writes()) {
        if (!value.isOptional()) {
          place(value, moment, now);
        }
      }
      release(now);
    }
    return new Memory(sizes, bufferOf);
  }

  private void findLastUses() {
    for (int now = 0; now < moments.size(); now++) {
      for (Value value : moments.get(now).writes()) {
        lastUse.put(value.storage(), now);
      }
      for (Value value : moments.get(now).reads()) {
        lastUse.put(value.storage(), now);
      }
    }
    kept.forEach(value -> lastUse.put(value, moments.size()));
  }

  private void place(Value value, Moment moment, int now) {
    boolean isLast = value == moment.writes().get(moment.writes().size() - 1);
    int buffer =
        moment.overwritable().stream()
            .filter(read -> isLast && canTakeOver(value, read.storage(), now))
            .findFirst()
            .map(read -> bufferOf.get(read.storage()))
            .orElseGet(() -> bestFree(value.shape().elements()));
    bufferOf.put(value, buffer);
    sizes.set(buffer, Math.max(sizes.get(buffer), value.shape().elements()));
  }

  /** Whether a value of the same size is read for the last time now. */
  private boolean canTakeOver(Value value, Value read, int now) {
    return lastUse.get(read) == now
        && bufferOf.containsKey(read)
        && read.shape().elements() == value.shape().elements();
  }

  /** The smallest free buffer that is large enough, else the largest, else a new one. */
  private int bestFree(long elements) {
    if (free.isEmpty()) {
      sizes.add(elements);
      return sizes.size() - 1;
    }
    Free best = firstFrom(elements);
    if (best == null) {
      best = firstFrom(free.last().size());
    }
    free.remove(best);
    return best.buffer();
  }

  /** Of the smallest that are at least so large, the first. */
  private Free firstFrom(long elements) {
    return free.ceiling(new Free(elements, 0));
  }

  private void release(int now) {
    Moment moment = moments.get(now);
    Set<Integer> occupied = new HashSet<>();
    Set<Integer> dead = new HashSet<>();
    List<Value> touched = new ArrayList<>(moment.reads());
    touched.addAll(moment.writes());
    for (Value value : touched) {
      Integer buffer = bufferOf.get(value.storage());
      if (buffer != null) {
        (lastUse.get(value.storage()) > now ? occupied : dead).add(buffer);
      }
    }
    dead.removeAll(occupied);
    dead.forEach(buffer -> free.add(new Free(sizes.get(buffer), buffer)));
  }
}
