package dev.weft.processor.source.interpret;

import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.value.Describe;
import java.util.ArrayList;
import java.util.List;

/** The calls that led to the running code, as an immutable linked list. */
final class CallStack {
  private final CallStack caller;
  private final Frame frame;
  private List<Frame> frames;

  private CallStack(CallStack caller, Frame frame) {
    this.caller = caller;
    this.frame = frame;
  }

  /** The stack of a stage, which nobody calls. */
  static CallStack ofStage(String name) {
    return new CallStack(null, new Frame(name, null));
  }

  /** This stack with one more call on it. */
  CallStack call(String name, List<Object> arguments, Place place) {
    return new CallStack(this, new Frame(Describe.call(name, arguments), place));
  }

  /** This stack while a constant's initialiser runs. */
  CallStack constant(String name, Place place) {
    return new CallStack(this, new Frame(name, place));
  }

  /** The calls, innermost first. */
  List<Frame> frames() {
    if (frames == null) {
      List<Frame> all = new ArrayList<>();
      for (CallStack each = this; each != null; each = each.caller) {
        all.add(each.frame);
      }
      frames = List.copyOf(all);
    }
    return frames;
  }
}
