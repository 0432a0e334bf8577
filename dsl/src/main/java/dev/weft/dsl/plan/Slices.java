package dev.weft.dsl.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which values lie in which others. */
final class Slices {
  /**
   * Where a value lies in the end.
   *
   * @param holder the value that lies in no other, perhaps itself
   * @param offset how many elements of the holder, in each image, come before it
   */
  record Place(Value holder, long offset) {}

  private final Map<Value, Memory.Slice> written;

  /** What is known already: concatenations within concatenations lie some fifty deep. */
  private final Map<Value, Place> places = new HashMap<>();

  Slices(Map<Value, Memory.Slice> written) {
    this.written = new HashMap<>(written);
  }

  /** A step will write a value into another. */
  void put(Value value, Memory.Slice slice) {
    written.put(value, slice);
    places.clear();
  }

  /** The value that a value is a part of, or the same data as. */
  Optional<Memory.Slice> within(Value value) {
    return value.source() == null
        ? Optional.ofNullable(written.get(value))
        : Optional.of(new Memory.Slice(value.source(), value.firstChannel()));
  }

  Place place(Value value) {
    Place known = places.get(value);
    if (known == null) {
      known = within(value).map(slice -> place(value, slice)).orElseGet(() -> new Place(value, 0));
      places.put(value, known);
    }
    return known;
  }

  private Place place(Value value, Memory.Slice slice) {
    Place whole = place(slice.whole());
    long perChannel = value.shape().elements() / value.shape().channels();
    return new Place(whole.holder(), whole.offset() + slice.firstChannel() * perChannel);
  }

  Value holder(Value value) {
    return place(value).holder();
  }
}
