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
 * Assigns buffers by liveness: a value occupies its buffer from the step that writes it, or the
 * first of its parts, to the last step that reads it or a part of it. A step that works in place
 * may write over a value, or over the part of one, that nothing reads behind it.
 */
final class MemoryPlan {
  /** What happens at one moment; a step, or the user reading the output. */
  private record Moment(List<Value> reads, List<Value> writes, List<Value> overwritable) {}

  /** A buffer that no value occupies. */
  private record Free(long size, int buffer) {}

  private final Slices slices;
  private final List<Moment> moments = new ArrayList<>();
  private final List<Value> kept = new ArrayList<>();

  private final Map<Value, Integer> lastUse = new HashMap<>();

  /** All values that lie in one that has a buffer, by that one. */
  private final Map<Value, Set<Value>> members = new HashMap<>();

  /** The last use of any of them. */
  private final Map<Value, Integer> ends = new HashMap<>();

  private final List<Long> sizes = new ArrayList<>();
  private final Map<Value, Integer> bufferOf = new LinkedHashMap<>();
  private final List<Value> occupants = new ArrayList<>();
  private final TreeSet<Free> free =
      new TreeSet<>(Comparator.comparingLong(Free::size).thenComparingInt(Free::buffer));

  /**
   * A plan for these steps.
   *
   * @param slices the values that the steps write into others
   */
  MemoryPlan(List<? extends Step> steps, Map<Value, Memory.Slice> slices) {
    this.slices = new Slices(slices);
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
    kept.add(value);
    return this;
  }

  Memory assign() {
    for (int now = 0; now < moments.size(); now++) {
      use(moments.get(now).writes(), now);
      use(moments.get(now).reads(), now);
    }
    use(kept, moments.size());
    for (int now = 0; now < moments.size(); now++) {
      Moment moment = moments.get(now);
      for (Value value : moment.writes()) {
        if (!value.isOptional()) {
          place(value, moment, now);
        }
      }
      release(moment.reads(), now);
      release(moment.writes(), now);
    }
    return new Memory(sizes, bufferOf, slices);
  }

  private void use(List<Value> values, int now) {
    for (Value value : values) {
      Value holder = slices.holder(value);
      lastUse.put(value, now);
      members.computeIfAbsent(holder, any -> new HashSet<>()).add(value);
      ends.merge(holder, now, Math::max);
    }
  }

  private void place(Value value, Moment moment, int now) {
    Value holder = slices.holder(value);
    if (bufferOf.containsKey(holder)) {
      return;
    }
    boolean isLast = value == moment.writes().get(moment.writes().size() - 1);
    if (holder != value
        || !isLast
        || moment.overwritable().stream()
            .filter(read -> isReadInPlace(read, moment))
            .noneMatch(read -> takesOver(value, read, now))) {
      occupy(bestFree(holder.shape().elements()), holder);
    }
  }

  private void occupy(int buffer, Value holder) {
    bufferOf.put(holder, buffer);
    occupants.set(buffer, holder);
    sizes.set(buffer, Math.max(sizes.get(buffer), holder.shape().elements()));
  }

  /** Whether all that the step reads there may be overwritten, element by element. */
  private boolean isReadInPlace(Value value, Moment moment) {
    return moment.reads().stream()
        .filter(read -> overlap(read, value))
        .allMatch(
            read ->
                slices.place(read).equals(slices.place(value))
                    && read.shape().elements() == value.shape().elements()
                    && moment.overwritable().contains(read));
  }

  private boolean overlap(Value one, Value other) {
    Slices.Place first = slices.place(one);
    Slices.Place second = slices.place(other);
    return first.holder() == second.holder()
        && first.offset() < second.offset() + other.shape().elements()
        && second.offset() < first.offset() + one.shape().elements();
  }

  /** Puts a value in the place of one of the same size that is read for the last time now. */
  private boolean takesOver(Value value, Value read, int now) {
    Value holder = slices.holder(read);
    boolean fits =
        bufferOf.containsKey(holder)
            && read.shape().elements() == value.shape().elements()
            && isLastUse(read, holder, now);
    if (!fits) {
      return false;
    }
    if (read.shape().elements() == holder.shape().elements()) {
      occupy(bufferOf.get(holder), value);
      return true;
    }
    if (!read.shape().equals(value.shape())) {
      return false;
    }
    // A part of a value that stays can be told in channels only.
    members.get(holder).addAll(members.get(value));
    ends.merge(holder, ends.get(value), Math::max);
    slices.put(value, new Memory.Slice(read, 0));
    return true;
  }

  /** Whether nothing that lies where this value does is used any more. */
  private boolean isLastUse(Value value, Value holder, int now) {
    return ends.get(holder) <= now
        || members.get(holder).stream()
            .noneMatch(other -> lastUse.get(other) > now && overlap(other, value));
  }

  /** The smallest free buffer that is large enough, else the largest, else a new one. */
  private int bestFree(long elements) {
    if (free.isEmpty()) {
      sizes.add(elements);
      occupants.add(null);
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

  /** Frees the buffers of values that are used now for the last time. */
  private void release(List<Value> used, int now) {
    for (Value value : used) {
      Value holder = slices.holder(value);
      Integer buffer = bufferOf.get(holder);
      if (buffer != null && occupants.get(buffer) == holder && ends.get(holder) <= now) {
        free.add(new Free(sizes.get(buffer), buffer));
      }
    }
  }
}
