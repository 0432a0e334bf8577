package dev.weft.examples;

import dev.weft.examples.networks.LeNet5Network;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The networks that the command line can train. */
final class Networks {
  private static final SortedMap<String, Function<ModelOptions, Model>> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("lenet5", LeNet5Network::new);
  }

  private Networks() {}

  static String names() {
    return String.join(", ", BY_NAME.keySet());
  }

  static Optional<Function<ModelOptions, Model>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
