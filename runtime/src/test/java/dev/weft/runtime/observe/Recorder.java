package dev.weft.runtime.observe;

import java.util.ArrayList;
import java.util.List;

/** Keeps all calls that ended, each of which must have begun just before. */
final class Recorder implements LayerObserver {
  final List<LayerCall> calls = new ArrayList<>();
  final List<String> implementations = new ArrayList<>();
  private LayerCall begun;

  @Override
  public void before(LayerCall call) {
    begun = call;
  }

  @Override
  public void after(LayerCall call, String implementation) {
    if (call != begun) {
      throw new AssertionError(call + " ended, but did not begin");
    }
    calls.add(call);
    implementations.add(implementation);
  }

  LayerCall last() {
    return calls.get(calls.size() - 1);
  }
}
