package dev.weft.examples;

import static dev.weft.examples.Arguments.require;
import static dev.weft.examples.Arguments.wrong;

import dev.weft.dsl.Nearest;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.recipe.Recipe;
import dev.weft.runtime.schedule.Rate;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The recipe of a training, and what is changed of it. */
final class RecipeOptions {
  /** The sample is a twelfth of MNIST: it takes larger steps for each of its digits. */
  private static final Recipe ON_SAMPLE = Recipe.LENET5.epochs(8).rate(Rate.linear(0.05));

  /** More than any paper's. */
  private static final int MOST_EPOCHS = 1000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--recipe",
      paramLabel = "RECIPE",
      description =
          "lenet5, alexnet, vgg, googlenet, resnet, resnet-cifar or densenet; what fits the network"
              + " if nothing is said. The options below change it.")
  private String recipe;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data.")
  private Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Images a step.")
  private Integer batch;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "The first learning rate; it changes as the recipe says.")
  private Double rate;

  @Option(names = "--momentum", paramLabel = "M", description = "The momentum.")
  private Double momentum;

  @Option(names = "--decay", paramLabel = "D", description = "The weight of the L2 penalty.")
  private Double decay;

  @Option(names = "--smoothing", paramLabel = "S", description = "The smoothing of labels.")
  private Double smoothing;

  /**
   * The recipe for a network.
   *
   * @param onSample whether it is trained on the digits that the program brings with it
   * @throws ParameterException if a number is out of range, or there is no such recipe
   */
  Recipe of(NetworkType<?> network, boolean onSample) {
    Recipe how = named(network, onSample);
    if (epochs != null) {
      require(
          spec,
          epochs >= 1 && epochs <= MOST_EPOCHS,
          "--epochs",
          "from 1 to " + MOST_EPOCHS,
          epochs);
      how = how.epochs(epochs);
    }
    if (batch != null) {
      require(spec, batch >= 1, "--batch", "at least 1", batch);
      how = how.batch(batch);
    }
    if (rate != null) {
      require(spec, rate > 0 && Double.isFinite(rate), "--rate", "above 0", rate);
      how = how.rateTimes(rate / Recipes.firstRate(how));
    }
    if (momentum != null) {
      require(spec, momentum >= 0 && momentum < 1, "--momentum", "from 0 to below 1", momentum);
      how = how.momentum(momentum);
    }
    if (decay != null) {
      require(spec, decay >= 0 && Double.isFinite(decay), "--decay", "at least 0", decay);
      how = how.decay(decay);
    }
    if (smoothing != null) {
      require(spec, smoothing >= 0 && smoothing < 1, "--smoothing", "from 0 to below 1", smoothing);
      how = how.smoothing(smoothing);
    }
    return how;
  }

  private Recipe named(NetworkType<?> network, boolean onSample) {
    if (recipe == null) {
      return onSample ? ON_SAMPLE : Recipes.usual(network);
    }
    String name = recipe.strip().toLowerCase(Locale.ROOT);
    List<String> names = Recipe.ALL.stream().map(Recipe::name).toList();
    return Recipe.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> wrong(spec, "unknown recipe '" + recipe + "'; " + Nearest.hint(name, names)));
  }
}
