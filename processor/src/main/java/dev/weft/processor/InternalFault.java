package dev.weft.processor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a fault of the processor itself looks like to the user. */
final class InternalFault {
  private static final int MOST_FRAMES = 5;

  private InternalFault() {}

  static String message(Throwable fault) {
    String frames =
        Arrays.stream(fault.getStackTrace())
            .limit(MOST_FRAMES)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
    return "[weft:internal] internal error in Weft, please report\n  " + fault + frames;
  }
}
