package dev.weft.dsl.naive;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Join;
import dev.weft.dsl.Layer;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.infer.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random networks of all kinds of layers. The naive calculator tells where a layer leads, so that
 * most of what follows fits.
 */
public final class RandomNetworks {
  private static final int MOST_PIXELS = 14;

  private final Random random;
  private final RandomLayers layers;
  private final double carelessness;

  /**
   * Networks of a seed.
   *
   * @param carelessness how often a layer that does not fit is left in, from 0 to 1
   */
  public RandomNetworks(long seed, double carelessness) {
    this.random = new Random(seed);
    this.layers = new RandomLayers(random);
    this.carelessness = carelessness;
  }

  /** The next network. */
  public NetworkDeclaration next() {
    Shape input =
        random.nextInt(8) == 0
            ? Shape.of(1 + random.nextInt(20))
            : Shape.of(
                1 + random.nextInt(9), 1 + random.nextInt(MOST_PIXELS), 1 + random.nextInt(12));
    return new NetworkDeclaration("Random", input, stages(input, 3));
  }

  private List<Stage> stages(Shape input, int depth) {
    List<Stage> stages = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>(List.of(input));
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Optional<StageInput> from = i == 0 ? Optional.empty() : from(stages, shapes);
      Shape before = shapes.get(shapes.size() - 1);
      if (from.isPresent()) {
        before = NaiveNetwork.after(join(from.get(), stages, shapes), before).orElse(before);
      }
      Layer layer = sequence(before, depth);
      stages.add(new Stage("s" + i, layer, from));
      shapes.add(NaiveNetwork.after(layer, before).orElse(before));
    }
    return stages;
  }

  /** Where a stage reads: often several stages, so that few of them remain unread. */
  private Optional<StageInput> from(List<Stage> stages, List<Shape> shapes) {
    Shape last = shapes.get(shapes.size() - 1);
    Join join = random.nextBoolean() ? Join.CONCAT : Join.ADD;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      boolean fits =
          shape.equals(last)
              || join == Join.CONCAT
                  && shape.rank() == last.rank()
                  && (shape.rank() == 1
                      || shape.height() == last.height() && shape.width() == last.width());
      boolean isLast = i == shapes.size() - 1;
      if (isLast && !isRarelyCareless() || (fits || isRarelyCareless()) && random.nextBoolean()) {
        names.add(i == 0 ? StageInput.NETWORK : stages.get(i - 1).name());
      }
    }
    if (names.isEmpty() || isRarelyCareless()) {
      names.add("s" + random.nextInt(8));
    }
    return names.size() == 1 && random.nextInt(4) > 0
        ? Optional.empty()
        : Optional.of(new StageInput(names, join));
  }

  /** The joined input of a stage, as a layer that expects nothing in particular. */
  private static Layer join(StageInput from, List<Stage> stages, List<Shape> shapes) {
    int channels = 0;
    for (String name : from.stages()) {
      for (int i = 0; i < shapes.size(); i++) {
        boolean isThis = name.equals(i == 0 ? StageInput.NETWORK : stages.get(i - 1).name());
        channels += isThis ? shapes.get(i).channels() : 0;
      }
    }
    Shape last = shapes.get(shapes.size() - 1);
    boolean keeps = from.join() == Join.ADD || from.stages().size() == 1;
    int wanted = keeps ? last.channels() : channels;
    return last.rank() == 1 ? dense(wanted) : conv1x1(Math.max(1, wanted));
  }

  private boolean isCareless() {
    return random.nextDouble() < carelessness;
  }

  /** For what would hide all other mistakes if it were frequent. */
  private boolean isRarelyCareless() {
    return random.nextInt(8) == 0 && isCareless();
  }

  private Layer sequence(Shape input, int depth) {
    return sequential(several(input, depth));
  }

  private Layer[] several(Shape input, int depth) {
    List<Layer> all = new ArrayList<>();
    Shape shape = input;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Layer layer = fitting(shape, depth);
      all.add(layer);
      shape = NaiveNetwork.after(layer, shape).orElse(shape);
    }
    if (isRarelyCareless()) {
      all.add(identity().named("twin"));
      all.add(identity().named("twin"));
    }
    return all.toArray(new Layer[0]);
  }

  /** A layer that fits, unless carelessness lets another pass. */
  private Layer fitting(Shape shape, int depth) {
    for (int attempt = 0; attempt < 4; attempt++) {
      Layer layer =
          depth > 0 && random.nextInt(3) == 0 ? block(shape, depth - 1) : layers.next(shape);
      Optional<Shape> after = NaiveNetwork.after(layer, shape);
      if (after.map(RandomNetworks::isSmall).orElse(isCareless())) {
        return layer;
      }
    }
    return relu();
  }

  private static boolean isSmall(Shape shape) {
    return shape.channels() <= 200
        && (shape.rank() == 1
            || shape.height() <= MOST_PIXELS * 2 && shape.width() <= MOST_PIXELS * 2);
  }

  private Layer block(Shape shape, int depth) {
    Layer[] body = several(shape, depth);
    return switch (random.nextInt(15)) {
      case 0 -> sequential(body).named("block");
      case 1 -> repeat(1 + random.nextInt(3), i -> sequential(body));
      case 2 -> residual(body).project().then(several(shape, 0));
      case 3 -> residual(body).zeroPad();
      case 4 -> residual(sequential(body), back(shape));
      case 5 -> residual(sequential(body), back(shape)).shortcut(back(shape).named("skip"));
      case 6 -> add(sequential(sequential(body), back(shape)), identity(), back(shape).named("b"));
      case 7 -> concat(sequential(sequential(body), back(shape)), identity(), relu());
      case 8 -> concat(sequential(body), sequential(body));
      case 9 ->
          isCareless()
              ? scaleBy(body)
              : scaleBy(sequential(body), shape.rank() == 1 ? back(shape) : gate(shape));
      case 10 -> append(body);
      case 11 -> append(sequential(body), back(shape));
      case 12 -> withChannels(in -> in == shape.channels() ? sequential(body) : dense(in));
      case 13 -> sequential(auxiliary(body).weight(0.5), tanh());
      default -> new NetworkLayer(null, "Inner", stages(shape, Math.min(depth, 1)));
    };
  }

  /** Leads from anywhere back to a shape. */
  private Layer back(Shape shape) {
    return shape.rank() == 1
        ? dense(shape.channels())
        : sequential(conv1x1(shape.channels()), adaptiveAvgPool(shape.height(), shape.width()));
  }

  private Layer gate(Shape shape) {
    return random.nextBoolean()
        ? sequential(globalAvgPool(), conv1x1(shape.channels()), sigmoid())
        : sequential(dense(shape.channels()), sigmoid());
  }
}
