package dev.weft.runtime.memory;

/**
 * Memory that can still be had.
 *
 * @param bytes how much, never below 0
 * @param bound what allows no more, with the way to raise it: {@code the machine's memory}
 */
public record Room(long bytes, String bound) {
  /** None of it can be negative. */
  public Room {
    bytes = Math.max(0, bytes);
  }

  /** This and what will be given back. */
  public Room with(long returned) {
    return new Room(returned > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + returned, bound);
  }

  /** The smaller of two. */
  Room least(Room other) {
    return other.bytes < bytes ? other : this;
  }
}
