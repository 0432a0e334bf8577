package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Static fields: constants, order, blocks. */
@Network(input = {3, 8, 8})
public interface Initialisation {
  int FIRST = 2;
  int SECOND = FIRST * 10 + Later.CONSTANT;
  int[] TABLE = table(4);
  List<Integer> LIST = List.of(SECOND, TABLE[3]);
  IntFunction<Layer> BLOCK = i -> conv3x3(i + FIRST);
  Order ORDER = new Order(5);
  String TEXT = "a" + FIRST + 'c' + 1.0f;
  long WIDE = 5;
  double REAL = 'a';
  char LETTER = 98;
  byte BYTE = (byte) 200;
  Layer LAYER = BLOCK.apply(6);

  static int[] table(int size) {
    int[] table = new int[size];
    for (int i = 0; i < size; i++) {
      table[i] = i * FIRST;
    }
    return table;
  }

  /** Uses a static block. */
  class Later {
    static final int CONSTANT = 3;
    static final int[] SQUARES;
    static final List<String> LOG = new ArrayList<>();
    static final int SUM;
    static final int SIZE = LOG.size();

    static {
      SQUARES = new int[5];
      int sum = 0;
      for (int i = 0; i < SQUARES.length; i++) {
        SQUARES[i] = i * i;
        sum += SQUARES[i];
        LOG.add("s" + i);
      }
      SUM = sum;
    }

    static final int AFTER = LOG.size() * 100 + SUM;
  }

  /** Counts what it makes while its class is initialised. */
  record Order(int id) {
    private static final int[] COUNT = {0};
    static final Order ONE = make();
    static final Order TWO = make();

    static Order make() {
      return new Order(++COUNT[0]);
    }
  }

  /** What the JVM could run, but Weft need not. */
  class Careless {
    static final Object LOCK = new Object();
    static final String HOME = System.getProperty("user.home");
    static final int WIDTH = 12;
    static final int[] WIDTHS = {WIDTH, 2 * WIDTH};
  }

  /** The superclass is initialised first. */
  class Parent {
    static final List<Integer> SEEN = new ArrayList<>(List.of(1));
  }

  /** And then the class. */
  class Child extends Parent {
    static final int COUNT = SEEN.size() + 1;
    static final boolean ADDED = SEEN.add(2);
  }

  default Layer constants() {
    return sequential(
        Show.of(SECOND),
        Show.of(TABLE[3]),
        Show.of(LIST.get(0) + LIST.get(1)),
        Show.of(TEXT),
        Show.of(WIDE),
        Show.of(REAL),
        Show.of(LETTER),
        Show.of(BYTE));
  }

  default Layer objects() {
    return sequential(BLOCK.apply(1), Show.of(ORDER.id()), LAYER);
  }

  default Layer blocks() {
    return sequential(
        Show.of(Later.SQUARES[4]),
        Show.of(Later.SUM),
        Show.of(Later.SIZE),
        Show.of(Later.AFTER),
        Show.of(Later.LOG.get(2)));
  }

  default Layer order() {
    return sequential(Show.of(Order.TWO.id()), Show.of(Order.ONE.id()));
  }

  default Layer onlyWhatIsRead() {
    return sequential(Show.of(Careless.WIDTH), Show.of(Careless.WIDTHS[1]));
  }

  default Layer superclasses() {
    return sequential(Show.of(Child.COUNT), Show.of(Child.ADDED), Show.of(Child.SEEN.size()));
  }

  default Layer ofTheJdk() {
    return sequential(
        Show.of(Integer.MIN_VALUE),
        Show.of(Double.MAX_VALUE),
        Show.of(Float.MIN_NORMAL),
        Show.of(Character.MAX_VALUE),
        Show.of(Math.E),
        Show.of(Long.SIZE));
  }
}
