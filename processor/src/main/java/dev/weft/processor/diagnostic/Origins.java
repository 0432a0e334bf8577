package dev.weft.processor.diagnostic;

import dev.weft.dsl.Declared;
import dev.weft.dsl.problem.Problem;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each part of a network was declared. Parts are told apart by identity. */
public final class Origins {
  private final Place network;
  private final Map<Declared, Origin> origins = new IdentityHashMap<>();

  /** The origins of the layers of the network declared at {@code network}. */
  public Origins(Place network) {
    this.network = network;
  }

  /** Remembers where a part comes from; one that is already known keeps its first origin. */
  public void put(Declared declared, Origin origin) {
    origins.putIfAbsent(declared, origin);
  }

  /** Where a part comes from; empty if it was not declared but added later. */
  public Optional<Origin> of(Declared declared) {
    return Optional.ofNullable(origins.get(declared));
  }

  /** How many layers the call at a place made. */
  int countAt(Place place) {
    return (int)
        origins.values().stream()
            .filter(origin -> origin.modifiers().isEmpty() && origin.place().equals(place))
            .count();
  }

  /**
   * A problem together with the place at fault: the modifier's, else the layer's, else the
   * network's.
   */
  public Located locate(Problem problem) {
    Origin origin = problem.at() == null ? null : origins.get(problem.at());
    if (origin == null) {
      return new Located(problem, network, List.of());
    }
    Place modifier = problem.modifier() == null ? null : origin.modifiers().get(problem.modifier());
    return new Located(problem, modifier == null ? origin.place() : modifier, origin.frames());
  }
}
