package dev.weft.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls that led to a mistake, as text. */
final class CallPath {
  private static final int MOST_FRAMES = 6;

  private CallPath() {}

  /** {@code in block(128, 2) (Net.java:16), called from layer2}; empty if there are no frames. */
  static Optional<String> of(List<Frame> frames) {
    List<String> calls = collapsed(frames);
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of("in " + String.join(", called from ", shortened(calls)));
  }

  private static List<String> collapsed(List<Frame> frames) {
    List<String> calls = new ArrayList<>();
    int i = 0;
    while (i < frames.size()) {
      int end = i + 1;
      while (end < frames.size() && sameCall(frames.get(i), frames.get(end))) {
        end++;
      }
      String times = end - i > 1 ? ", " + (end - i) + " times" : "";
      calls.add(text(frames.get(i)) + times);
      i = end;
    }
    return calls;
  }

  /** Recursion changes the arguments, not the place of the call. */
  private static boolean sameCall(Frame one, Frame other) {
    return one.place() == null
        ? one.equals(other)
        : one.place().equals(other.place()) && name(one).equals(name(other));
  }

  private static String name(Frame frame) {
    int parenthesis = frame.call().indexOf('(');
    return parenthesis < 0 ? frame.call() : frame.call().substring(0, parenthesis);
  }

  private static List<String> shortened(List<String> calls) {
    if (calls.size() <= MOST_FRAMES) {
      return calls;
    }
    List<String> fewer = new ArrayList<>(calls.subList(0, MOST_FRAMES - 1));
    fewer.set(MOST_FRAMES - 2, fewer.get(MOST_FRAMES - 2) + ", ...");
    fewer.add(calls.get(calls.size() - 1));
    return fewer;
  }

  private static String text(Frame frame) {
    return frame.place() == null
        ? frame.call()
        : frame.call() + " (" + frame.place().reference() + ")";
  }
}
