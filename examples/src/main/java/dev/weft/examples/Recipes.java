package dev.weft.examples;

import dev.weft.dsl.Shape;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.recipe.Recipe;
import dev.weft.runtime.schedule.Position;
import java.util.Locale;

/** Which recipe is whose. */
final class Recipes {
  private static final int SMALL = 64;

  private Recipes() {}

  /** That of the network's paper, or of ResNet's where it has none of its own. */
  static Recipe usual(NetworkType<?> network) {
    String name = network.name().toLowerCase(Locale.ROOT);
    Shape input = network.input();
    if (input.channels() == 1) {
      return Recipe.LENET5;
    }
    if (input.height() <= SMALL) {
      return Recipe.RESNET_CIFAR;
    }
    if (name.contains("alexnet") || name.contains("zfnet")) {
      return Recipe.ALEXNET;
    }
    return Recipe.ALL.stream()
        .filter(recipe -> name.contains(recipe.name()))
        .findFirst()
        .orElse(Recipe.RESNET);
  }

  /** The rate of the first step of a long training. */
  static double firstRate(Recipe recipe) {
    return recipe.options().rate().at(new Position(0, 0, 1, recipe.options().epochs()));
  }
}
