package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.tanh;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.List;

/** Interfaces with bodies, dispatch, and the names that they bring along. */
@Network(input = {3, 8, 8})
public interface Interfaces extends Left, Right {
  int LEVEL = 1;
  String NAME = "network";

  @Override
  default int weight() {
    return Left.super.weight() * 10 + Right.super.weight();
  }

  /** A visitor's subject. */
  interface Part {
    <R> R accept(Visitor<R> visitor);

    default String name() {
      return "part" + size();
    }

    int size();

    private int hidden() {
      return 40 + size();
    }

    default int shown() {
      return hidden() + 1;
    }
  }

  /** A visitor. */
  interface Visitor<R> {
    R leaf(Leaf leaf);

    R both(Both both);
  }

  /** A leaf. */
  record Leaf(int size) implements Part {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leaf(this);
    }
  }

  /** Two parts. */
  record Both(Part left, Part right) implements Part {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.both(this);
    }

    @Override
    public int size() {
      return left.size() + right.size();
    }

    @Override
    public String name() {
      return Part.super.name() + "of" + left.name() + right.name();
    }
  }

  /** Turns parts into layers. */
  record Layering(int factor) implements Visitor<Layer> {
    @Override
    public Layer leaf(Leaf leaf) {
      return conv1x1(leaf.size() * factor);
    }

    @Override
    public Layer both(Both both) {
      return sequential(both.left().accept(this), both.right().accept(this));
    }
  }

  /** Counts. */
  enum Counting implements Visitor<Integer> {
    DEEP;

    @Override
    public Integer leaf(Leaf leaf) {
      return 1;
    }

    @Override
    public Integer both(Both both) {
      return 1 + both.left().accept(this) + both.right().accept(this);
    }
  }

  /** Generic, with a parameter that its implementation narrows. */
  interface Maker<T> {
    Layer make(T input);

    default Layer makeAll(List<T> inputs) {
      Layer all = relu();
      for (T each : inputs) {
        all = sequential(all, make(each));
      }
      return all;
    }
  }

  /** Narrows it. */
  record OfNumbers(int plus) implements Maker<Integer> {
    @Override
    public Layer make(Integer input) {
      return Show.of(input + plus);
    }
  }

  /** Narrows it, too. */
  record OfTexts() implements Maker<String> {
    @Override
    public Layer make(String input) {
      return Show.of(input + "!");
    }
  }

  /** Overrides a default of a superinterface further up. */
  interface Base1 {
    default String who() {
      return "base";
    }
  }

  /** In between. */
  interface Base2 extends Base1 {
    @Override
    default String who() {
      return "nearer";
    }
  }

  /** Implements both, the farther one first. */
  record Mixed() implements Base1, Base2 {}

  /** A class wins over an interface. */
  class Winner {
    public String who() {
      return "class";
    }
  }

  /** Inherits from the class. */
  class Child extends Winner implements Base2 {}

  /** Names that hide others. */
  class Hiding {
    static final int LEVEL = 5;
    final int own = LEVEL;
    private final String name = NAME;

    int level(int LEVEL) {
      int inner = LEVEL;
      {
        int own = 1;
        inner += own;
      }
      return inner * 1000 + this.own * 100 + Interfaces.LEVEL;
    }
  }

  default Layer diamonds() {
    return sequential(Show.of(weight()), Show.of(deep()), Show.of(this.weight()));
  }

  default Layer inheritedNames() {
    return sequential(
        Show.of(SIDE + OTHER), Show.of(Left.help(1)), side(3), this.side(4), Left.super.side(5));
  }

  default Layer visitors() {
    Part part = new Both(new Leaf(2), new Both(new Leaf(3), new Leaf(4)));
    return sequential(
        part.accept(new Layering(10)),
        Show.of(part.accept(Counting.DEEP)),
        Show.of(part.size()),
        Show.of(part.name()),
        Show.of(part.shown()));
  }

  default Layer generics() {
    Maker<Integer> numbers = new OfNumbers(5);
    Maker<String> texts = new OfTexts();
    Maker<Layer> layers = layer -> sequential(layer, tanh());
    return sequential(
        numbers.make(1),
        numbers.makeAll(List.of(2, 3)),
        texts.makeAll(List.of("a", "b")),
        layers.make(conv3x3(2)),
        layers.makeAll(List.of(relu(), conv3x3(3))));
  }

  default Layer nearest() {
    Base1 mixed = new Mixed();
    Base1 child = new Child();
    return sequential(Show.of(mixed.who()), Show.of(child.who()), Show.of(new Child().who()));
  }

  default Layer shadowing() {
    Hiding hiding = new Hiding();
    int LEVEL = 9;
    return sequential(Show.of(hiding.level(LEVEL)), Show.of(Hiding.LEVEL), Show.of(hiding.name));
  }

  default Layer qualified() {
    return sequential(
        Show.of(Interfaces.Hiding.LEVEL),
        Show.of(dev.weft.processor.source.corpus.Interfaces.LEVEL),
        Show.of(new Interfaces.Leaf(3).size()),
        Show.of(dev.weft.processor.source.corpus.Left.help(5)),
        Show.of(Interfaces.this.weight()));
  }
}
