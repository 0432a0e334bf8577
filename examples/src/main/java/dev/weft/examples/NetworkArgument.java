package dev.weft.examples;

import static dev.weft.examples.Arguments.wrong;

import dev.weft.dsl.Shape;
import dev.weft.runtime.model.NetworkType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The network that a command is about. */
final class NetworkArgument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "One that the command networks lists, or a generated class of your own.")
  private String name;

  /** As it was given. */
  String name() {
    return name;
  }

  /**
   * The network.
   *
   * @throws ParameterException if there is none of that name
   */
  NetworkType<?> type() {
    return Networks.find(name).orElseThrow(() -> wrong(spec, Networks.unknown(name)));
  }

  /**
   * The network, which is to classify images.
   *
   * @throws ParameterException if there is none of that name, or it takes something else than
   *     square images, grey or coloured, or puts out something else than a number a class
   */
  NetworkType<?> classifier() {
    NetworkType<?> type = type();
    if (!isSquareImage(type.input())) {
      throw wrong(
          spec,
          name
              + " takes "
              + type.input()
              + ", but this command has square images of 1 or 3 channels: use the network in Java,"
              + " with a Dataset of your own");
    }
    if (type.output().elements() != type.output().channels()) {
      throw wrong(
          spec,
          name
              + " puts out "
              + type.output()
              + ", but this command wants one number a class: let it end in globalAvgPool() or"
              + " dense(classes)");
    }
    return type;
  }

  private static boolean isSquareImage(Shape input) {
    return input.rank() == 3
        && (input.channels() == 1 || input.channels() == 3)
        && input.height() == input.width();
  }

  /**
   * Checks that the network takes the digits that the program brings with it.
   *
   * @throws ParameterException if it does not
   */
  void requireTakesDigits(NetworkType<?> type) {
    if (!type.input().equals(Digits.SHAPE)) {
      throw wrong(
          spec,
          name
              + " takes "
              + type.input()
              + ", but the digits of this program have "
              + Digits.SHAPE
              + ": give it images with --data");
    }
  }
}
