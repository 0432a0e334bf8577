package dev.weft.runtime.weights;

import java.util.List;

/**
 * What became of the names of a network and of a file.
 *
 * @param loaded what was loaded, in the order of the network's layers
 * @param missing what the network has and the file has not, and is therefore as it was
 * @param unexpected what the file has and the network has not
 */
public record LoadedWeights(List<String> loaded, List<String> missing, List<String> unexpected) {
  /** Copies the lists. */
  public LoadedWeights {
    loaded = List.copyOf(loaded);
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }
}
