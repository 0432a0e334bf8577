package dev.weft.processor.source.interpret;

import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.value.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls that led to the running code, as an immutable linked list. */
public final class CallStack {
  private final CallStack caller;
  private final String name;
  private final String label;
  private final List<Object> arguments;
  private final Place place;
  private final Set<String> silenced;
  private List<Frame> frames;

  private CallStack(
      CallStack caller,
      String name,
      String label,
      List<Object> arguments,
      Place place,
      Set<String> silenced) {
    this.caller = caller;
    this.name = name;
    this.label = label;
    this.arguments = arguments;
    this.place = place;
    this.silenced = silenced;
  }

  /** The stack of a stage, which nobody calls, and which silences some warnings. */
  public static CallStack ofStage(String name, Set<String> silenced) {
    return new CallStack(null, name, name, null, null, silenced);
  }

  /** This stack while a stage of another network is read, which stands in a call here. */
  CallStack stageOf(String network, String stage, Place place, Set<String> silenced) {
    return new CallStack(this, stage, stage + " of " + network, null, place, silenced);
  }

  /** This stack with one more call on it. */
  CallStack call(String name, List<Object> arguments, Place place, Set<String> silenced) {
    return new CallStack(this, name, name, arguments, place, silenced);
  }

  /** This stack while a constant's initialiser runs. */
  CallStack constant(String name, Place place) {
    return new CallStack(this, name, name, null, place, Set.of());
  }

  /** Whether the innermost call is of this name and without arguments, as a stage's is. */
  boolean isInCallWithoutArguments(String method) {
    return name.equals(method) && (arguments == null || arguments.isEmpty());
  }

  private Frame frame() {
    return new Frame(arguments == null ? label : Describe.call(name, arguments), place, silenced);
  }

  /** The calls, innermost first. */
  public List<Frame> frames() {
    if (frames == null) {
      List<Frame> all = new ArrayList<>();
      for (CallStack each = this; each != null; each = each.caller) {
        all.add(each.frame());
      }
      frames = List.copyOf(all);
    }
    return frames;
  }
}
