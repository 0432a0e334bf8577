package dev.weft.runtime.recipe;

import dev.weft.runtime.augment.StandardAugmentation;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.optimize.Decay;
import dev.weft.runtime.optimize.Optimizer;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.schedule.Plateau;
import dev.weft.runtime.schedule.Rate;
import dev.weft.runtime.train.Loss;
import dev.weft.runtime.train.SoftmaxCrossEntropy;
import dev.weft.runtime.train.TrainOptions;
import java.util.List;

/**
 * How a network is trained, as its paper has it, to start from and to change.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.RESNET_CIFAR.epochs(12).batch(64);
 * new Trainer(network, recipe.optimizer(network.parameters()), recipe.options())
 *     .loss(recipe.loss())
 *     .train(ImageDataset.of(images, type.input())
 *         .augmented(recipe.augmentation().training(32)));
 * }</pre>
 *
 * @param name as on a command line
 * @param augmentation what is done with images
 * @param options epochs, batches and rate
 * @param momentum of gradient descent
 * @param isNesterov whether the momentum is Nesterov's
 * @param decay the weight of the L2 penalty
 * @param smoothing of the labels
 */
public record Recipe(
    String name,
    StandardAugmentation augmentation,
    TrainOptions options,
    double momentum,
    boolean isNesterov,
    double decay,
    double smoothing) {
  private static final Plateau TEN_TIMES = new Plateau(10, 5, 1e-3);

  /** LeNet-5 on digits, with today's momentum and a rate that falls to zero. */
  public static final Recipe LENET5 =
      sgd("lenet5", StandardAugmentation.LENET5, 12, 32, Rate.linear(0.02), 5e-4);

  /** Krizhevsky et al. 2012, section 5; ZFNet as well (Zeiler and Fergus 2014). */
  public static final Recipe ALEXNET =
      sgd("alexnet", StandardAugmentation.ALEXNET, 90, 128, Rate.constant(0.01), 5e-4)
          .plateau(TEN_TIMES);

  /** Simonyan and Zisserman 2015, section 3.1. */
  public static final Recipe VGG =
      sgd("vgg", StandardAugmentation.VGG, 74, 256, Rate.constant(0.01), 5e-4).plateau(TEN_TIMES);

  /**
   * Szegedy et al. 2015, section 6, which has neither the first rate, nor the decay, nor the number
   * of epochs.
   */
  public static final Recipe GOOGLENET =
      sgd(
          "googlenet",
          StandardAugmentation.GOOGLENET,
          250,
          128,
          Rate.constant(0.01).everyEpochs(8, 0.96),
          2e-4);

  /** He et al. 2016, section 3.4. */
  public static final Recipe RESNET =
      sgd("resnet", StandardAugmentation.RESNET, 120, 256, Rate.constant(0.1), 1e-4)
          .plateau(TEN_TIMES);

  /** He et al. 2016, section 4.2: 64,000 steps, the rate divided at 32,000 and 48,000. */
  public static final Recipe RESNET_CIFAR =
      sgd(
          "resnet-cifar",
          StandardAugmentation.RESNET_CIFAR,
          164,
          128,
          Rate.constant(0.1).dividedBy(10, 0.5, 0.75),
          1e-4);

  /** Huang et al. 2017, section 4.2: steps as on CIFAR-10, images as on ImageNet. */
  public static final Recipe DENSENET =
      sgd(
              "densenet",
              StandardAugmentation.DENSENET,
              300,
              64,
              Rate.constant(0.1).dividedBy(10, 0.5, 0.75),
              1e-4)
          .nesterov();

  /** All of them. */
  public static final List<Recipe> ALL =
      List.of(LENET5, ALEXNET, VGG, GOOGLENET, RESNET, RESNET_CIFAR, DENSENET);

  private static Recipe sgd(
      String name,
      StandardAugmentation augmentation,
      int epochs,
      int batch,
      Rate rate,
      double decay) {
    TrainOptions options = TrainOptions.defaults().epochs(epochs).batch(batch).rate(rate);
    return new Recipe(name, augmentation, options, 0.9, false, decay, 0);
  }

  /** The same for another number of epochs, over which milestones are spread alike. */
  public Recipe epochs(int epochs) {
    return options(options.epochs(epochs));
  }

  /** The same in other batches. */
  public Recipe batch(int batch) {
    return options(options.batch(batch));
  }

  /** The same at another rate. */
  public Recipe rate(Rate rate) {
    return options(options.rate(rate));
  }

  /** The same at the rate times a factor. */
  public Recipe rateTimes(double factor) {
    return rate(position -> factor * options.rate().at(position));
  }

  /** The same with a rate that is divided where training does not get on. */
  public Recipe plateau(Plateau plateau) {
    return options(options.plateau(plateau));
  }

  /** The same with other options. */
  public Recipe options(TrainOptions options) {
    return new Recipe(name, augmentation, options, momentum, isNesterov, decay, smoothing);
  }

  /** The same with other images. */
  public Recipe augmentation(StandardAugmentation augmentation) {
    return new Recipe(name, augmentation, options, momentum, isNesterov, decay, smoothing);
  }

  /** The same with another momentum. */
  public Recipe momentum(double momentum) {
    return new Recipe(name, augmentation, options, momentum, isNesterov, decay, smoothing);
  }

  /** The same with Nesterov's momentum. */
  public Recipe nesterov() {
    return new Recipe(name, augmentation, options, momentum, true, decay, smoothing);
  }

  /** The same with another L2 penalty. */
  public Recipe decay(double decay) {
    return new Recipe(name, augmentation, options, momentum, isNesterov, decay, smoothing);
  }

  /** The same with labels smoothed. */
  public Recipe smoothing(double smoothing) {
    return new Recipe(name, augmentation, options, momentum, isNesterov, decay, smoothing);
  }

  /** What makes the steps. */
  public Optimizer optimizer(List<Parameter> parameters) {
    return new Sgd(parameters, momentum, isNesterov, Decay.l2(decay));
  }

  /** What is made small. */
  public Loss loss() {
    return new SoftmaxCrossEntropy(smoothing);
  }
}
