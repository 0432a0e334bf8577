package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;

/** Plain classes: state, inheritance, inner classes. */
@Network(input = {3, 8, 8})
public interface Classes {
  /** Has state. */
  class Counter {
    private int value = 10;
    int calls;
    static final int STEP = 5;

    int next() {
      calls++;
      return value += STEP;
    }

    Counter reset(int value) {
      this.value = value;
      return this;
    }
  }

  /** Builds layers step by step. */
  final class Builder {
    private final List<Layer> layers = new ArrayList<>();
    private final int base;
    private int count;
    private int[] widths = {1, 2};

    {
      count = 100;
      widths[1]++;
    }

    Builder(int base) {
      this.base = base;
      widths[0] += base;
    }

    Builder() {
      this(3);
      count += 1000;
    }

    Builder conv(int factor) {
      layers.add(conv1x1(base * factor));
      count++;
      return this;
    }

    Builder relu() {
      layers.add(dev.weft.dsl.Layers.relu());
      return this;
    }

    Layer build() {
      return sequential(layers.toArray(new Layer[0]));
    }
  }

  /** The base of others. */
  abstract class Shape {
    protected final String name;
    int order = nextOrder();
    final int scale;

    Shape(String name) {
      this.name = name;
      this.scale = describe().length();
    }

    int nextOrder() {
      return 7;
    }

    abstract int area();

    String describe() {
      return name + ":" + area();
    }
  }

  /** Inherits. */
  class Square extends Shape {
    final int side;
    int order = 3;

    Square(int side) {
      super("square");
      this.side = side;
    }

    @Override
    int area() {
      return side * side;
    }

    @Override
    int nextOrder() {
      return super.nextOrder() * 10;
    }
  }

  /** Inherits what inherits. */
  class Cube extends Square {
    Cube(int side) {
      super(side + 1);
    }

    @Override
    int area() {
      return 6 * super.area();
    }

    @Override
    public String toString() {
      return "cube" + side + describe();
    }
  }

  /** Has an inner class. */
  class House {
    private int floors = 2;
    private int doors = 1;

    class Room {
      int doors = 4;

      int all() {
        floors++;
        return floors * 100 + doors * 10 + House.this.doors;
      }

      House house() {
        return House.this;
      }
    }

    Room room() {
      return new Room();
    }
  }

  /** A generic one. */
  class Box<T> {
    private T content;

    Box(T content) {
      this.content = content;
    }

    T swap(T other) {
      T before = content;
      content = other;
      return before;
    }
  }

  /** Compares by value. */
  class Point {
    final int x;

    Point(int x) {
      this.x = x;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Point && ((Point) other).x == x;
    }

    @Override
    public int hashCode() {
      return x;
    }
  }

  default Layer state() {
    Counter counter = new Counter();
    int sum = counter.next() + counter.next();
    Counter same = counter;
    same.calls += 5;
    counter.reset(1).next();
    return sequential(
        Show.of(sum), Show.of(counter.calls), Show.of(same.next()), Show.of(Counter.STEP));
  }

  default Layer building() {
    Builder builder = new Builder(4).conv(1).relu().conv(2);
    Builder other = new Builder();
    return sequential(
        builder.build(),
        Show.of(builder.count),
        Show.of(other.count),
        Show.of(other.base),
        Show.of(builder.widths[0] * 10 + builder.widths[1]),
        other.conv(5).build());
  }

  default Layer inheritance() {
    Shape shape = new Square(3);
    Shape cube = new Cube(3);
    return sequential(
        Show.of(shape.area()),
        Show.of(shape.describe()),
        Show.of(shape.scale),
        Show.of(cube.area()),
        Show.of("" + cube));
  }

  default Layer hiddenFields() {
    Square square = new Square(2);
    Shape shape = square;
    return sequential(Show.of(square.order), Show.of(shape.order), Show.of(((Shape) square).order));
  }

  default Layer inner() {
    House house = new House();
    House.Room room = house.room();
    House.Room other = house.new Room();
    int sum = room.all() + other.all();
    return sequential(
        Show.of(sum), Show.of(house.floors), Show.of(room.house() == house), Show.of(room.doors));
  }

  default Layer boxes() {
    Box<Integer> box = new Box<>(1);
    int old = box.swap(5);
    int sum = old + box.swap(9) * 10;
    Box<String> text = new Box<>("a");
    text.content += "b";
    return sequential(Show.of(sum), Show.of(text.content), Show.of(box.content + 1));
  }

  default Layer identity() {
    Point one = new Point(1);
    Point same = new Point(1);
    Counter counter = new Counter();
    return sequential(
        Show.of(one.equals(same)),
        Show.of(one == same),
        Show.of(List.of(one).contains(same)),
        Show.of(counter.equals(new Counter())),
        Show.of(counter.equals(counter)),
        Show.of(one.hashCode()));
  }

  default Layer aliasing() {
    int[][] cells = {{1}, {2}};
    int[] row = cells[0];
    row[0] = 50;
    Counter[] counters = {new Counter(), null};
    counters[1] = counters[0];
    counters[1].calls++;
    counters[0].calls += 2;
    return sequential(Show.of(cells[0][0]), Show.of(counters[1].calls), relu());
  }
}
