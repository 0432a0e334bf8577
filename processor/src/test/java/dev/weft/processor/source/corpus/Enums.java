package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.processor.source.corpus.Enums.Kind.*;
import static dev.weft.processor.source.corpus.Enums.Size.LARGE;

import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.function.IntFunction;

/** Enums with fields, constructors, methods and bodies. */
@Network(input = {3, 8, 8})
@SuppressWarnings("fallthrough")
public interface Enums {
  /** Has fields. */
  enum Size {
    SMALL(16),
    MEDIUM(32, 2),
    LARGE(64, 3) {
      @Override
      int bonus() {
        return extra() + width();
      }

      private int extra() {
        return 1000;
      }
    };

    static final int MOST = 3;
    private static final String PREFIX = "size";

    private final int width;
    private final int depth;
    final String label;

    Size(int width) {
      this(width, 1);
    }

    Size(int width, int depth) {
      this.width = width;
      this.depth = depth;
      label = name().toLowerCase() + ordinal();
    }

    int width() {
      return width;
    }

    int area() {
      return width * depth + bonus();
    }

    int bonus() {
      return 5;
    }

    Size next() {
      return values()[(ordinal() + 1) % values().length];
    }

    boolean isLarge() {
      return this == LARGE;
    }

    static Size of(int width) {
      for (Size each : values()) {
        if (each.width >= width) {
          return each;
        }
      }
      return LARGE;
    }

    @Override
    public String toString() {
      return PREFIX + label;
    }
  }

  /** Makes blocks. */
  interface Block {
    Layer make(int channels);

    default Layer twice(int channels) {
      return sequential(make(channels), make(channels * 2));
    }
  }

  /** Implements an interface. */
  enum Kind implements Block {
    PLAIN {
      @Override
      public Layer make(int channels) {
        return conv3x3(channels);
      }
    },
    POINT {
      @Override
      public Layer make(int channels) {
        return sequential(conv1x1(channels), relu());
      }

      @Override
      public Layer twice(int channels) {
        return make(channels + 7);
      }
    };
  }

  /** Operators with lambdas. */
  enum Step {
    DOUBLE(i -> Show.of(i * 2)),
    SQUARE(Step::squared);

    private final IntFunction<Layer> make;

    Step(IntFunction<Layer> make) {
      this.make = make;
    }

    Layer apply(int i) {
      return make.apply(i);
    }

    static Layer squared(int i) {
      return Show.of("square" + i * i);
    }
  }

  /** No members at all. */
  enum Empty {}

  default Layer fields() {
    return sequential(
        Show.of(Size.SMALL.width),
        Show.of(Size.MEDIUM.depth),
        Show.of(Size.LARGE.label),
        Show.of(LARGE.width()));
  }

  default Layer methods() {
    return sequential(
        Show.of(Size.SMALL.area()), Show.of(Size.MEDIUM.area()), Show.of(Size.LARGE.area()));
  }

  default Layer staticMethods() {
    return sequential(
        Show.of(Size.of(20).width()), Show.of(Size.of(99).width()), Show.of(Size.MOST));
  }

  default Layer navigation() {
    Size size = Size.SMALL;
    int sum = 0;
    do {
      sum = sum * 100 + size.width();
      size = size.next();
    } while (size != Size.SMALL);
    return Show.of(sum);
  }

  default Layer texts() {
    return sequential(
        Show.of("" + Size.SMALL),
        Show.of(Size.MEDIUM.toString()),
        Show.of(Size.LARGE.name()),
        Show.of("x" + Size.of(1) + 'c'));
  }

  default Layer order() {
    return sequential(
        Show.of(Size.SMALL.compareTo(Size.LARGE)),
        Show.of(Size.LARGE.compareTo(Size.MEDIUM)),
        Show.of(Size.LARGE.ordinal()),
        Show.of(Size.valueOf("MEDIUM").ordinal()),
        Show.of(Size.SMALL.equals(Size.of(3))),
        Show.of(Size.SMALL == Size.valueOf("SMALL")),
        Show.of(Size.SMALL != Size.LARGE),
        Show.of(Size.LARGE.isLarge()));
  }

  default Layer bodies() {
    return sequential(PLAIN.make(4), POINT.make(5), PLAIN.twice(6), POINT.twice(7));
  }

  default Layer dispatch() {
    Block block = POINT;
    Layer first = block.make(3);
    block = Kind.values()[0];
    return sequential(first, block.make(3), block.twice(1));
  }

  default Layer lambdasInConstants() {
    return sequential(Step.DOUBLE.apply(21), Step.SQUARE.apply(5));
  }

  default Layer switching() {
    int sum = 0;
    for (Size size : Size.values()) {
      switch (size) {
        case SMALL:
          sum += 1;
        case MEDIUM:
          sum += 10;
          break;
        default:
          sum += 100;
      }
      sum +=
          switch (size) {
            case SMALL, LARGE -> 1000;
            case MEDIUM -> {
              int width = size.width();
              yield width * 10_000;
            }
          };
    }
    return Show.of(sum);
  }

  default Layer none() {
    return Show.of(Empty.values().length);
  }

  default Layer ofTheDsl() {
    Init init = Init.valueOf("XAVIER");
    return sequential(
        conv3x3(4).init(init),
        Show.of(init.name()),
        Show.of(init.ordinal()),
        Show.of(init.equals(Init.XAVIER)));
  }
}
