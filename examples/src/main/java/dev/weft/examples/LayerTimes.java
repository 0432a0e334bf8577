package dev.weft.examples;

import dev.weft.runtime.observe.LayerCall;
import dev.weft.runtime.observe.LayerObserver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures how long each layer of a network takes, in each pass of each of several runs. */
final class LayerTimes implements LayerObserver {
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private Work.Pass pass;
  private long begun;

  /** A layer, or several that are computed at once, and what they did in each pass. */
  static final class Layer {
    private final List<LayerCall.Part> parts;
    private final String name;
    private final Map<Work.Pass, Cost> costs =
        Map.of(Work.Pass.FORWARD, new Cost(), Work.Pass.BACKWARD, new Cost());

    private Layer(LayerCall call) {
      parts = call.parts();
      name = call.name();
    }

    String name() {
      return name;
    }

    List<LayerCall.Part> parts() {
      return parts;
    }

    Cost in(Work.Pass which) {
      return costs.get(which);
    }
  }

  /** What a layer did in one kind of pass. */
  static final class Cost {
    private String implementation = "";
    private long nanoseconds;
    private long macs;
    private long fastest = Long.MAX_VALUE;
    private long macsOfRun;

    private void add(long taken, LayerCall call, String computedBy) {
      nanoseconds += taken;
      macs += call.macs();
      implementation = computedBy;
    }

    private void endRun() {
      fastest = Math.min(fastest, nanoseconds);
      macsOfRun = macs;
      nanoseconds = 0;
      macs = 0;
    }

    /** Whether the layer did anything. */
    boolean isKnown() {
      return !implementation.isEmpty();
    }

    /** What computed it. */
    String implementation() {
      return implementation;
    }

    /** What it took in the run in which it was fastest, which least else disturbed. */
    double seconds() {
      return fastest / 1e9;
    }

    /** Floating-point operations of a run, two a multiply-add. */
    double operations() {
      return 2.0 * macsOfRun;
    }
  }

  /** A pass begins; what is computed in it counts for it, sums of gradients too. */
  void begin(Work.Pass next) {
    pass = next;
  }

  /** A run has ended. */
  void endRun() {
    for (Layer layer : layers.values()) {
      layer.costs.values().forEach(Cost::endRun);
    }
  }

  /** Forgets what was measured so far, while code and caches were cold. */
  void restart() {
    layers.clear();
  }

  /**
   * In the order in which they first ran; but those that the forward pass computes along with
   * others, and the backward pass by themselves, stand behind what the forward pass does.
   */
  List<Layer> layers() {
    List<Layer> sorted = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Layer layer : layers.values()) {
      if (placed.add(layer.name())) {
        sorted.add(layer);
        for (LayerCall.Part part : layer.parts()) {
          Layer alone = layers.get(part.name());
          if (alone != null && placed.add(alone.name())) {
            sorted.add(alone);
          }
        }
      }
    }
    return sorted;
  }

  @Override
  public void before(LayerCall call) {
    begun = System.nanoTime();
  }

  @Override
  public void after(LayerCall call, String implementation) {
    long taken = System.nanoTime() - begun;
    layers
        .computeIfAbsent(call.name(), name -> new Layer(call))
        .in(pass)
        .add(taken, call, implementation);
  }
}
