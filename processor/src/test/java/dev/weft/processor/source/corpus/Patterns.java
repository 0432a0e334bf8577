package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.ActivationLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;

/** {@code instanceof}, its patterns and their scope. */
@Network(input = {3, 8, 8})
public interface Patterns {
  int text = 77;

  /** Shapes. */
  interface Shape {}

  /** One. */
  record Circle(int radius) implements Shape {}

  /** Another. */
  record Square(int side) implements Shape {}

  /** A constant. */
  enum Fixed implements Shape {
    DOT
  }

  static int area(Shape shape) {
    if (shape instanceof Circle circle) {
      return 3 * circle.radius() * circle.radius();
    } else if (shape instanceof Square square && square.side() > 0) {
      return square.side() * square.side();
    }
    return shape instanceof Fixed ? 1 : -1;
  }

  default Layer shapes() {
    return sequential(
        Show.of(area(new Circle(2))),
        Show.of(area(new Square(3))),
        Show.of(area(new Square(-3))),
        Show.of(area(Fixed.DOT)),
        Show.of(area(null)));
  }

  default Layer kinds() {
    List<Object> all = new ArrayList<>();
    all.add(1);
    all.add(2L);
    all.add('c');
    all.add("s");
    all.add(new int[] {1});
    all.add(relu());
    all.add(conv3x3(4));
    all.add(List.of(1));
    all.add(Fixed.DOT);
    all.add(null);
    String kinds = "";
    for (Object each : all) {
      kinds += each instanceof Integer ? "i" : "-";
      kinds += each instanceof Number ? "n" : "-";
      kinds += each instanceof Character c && c > 'a' ? "c" : "-";
      kinds += each instanceof CharSequence ? "s" : "-";
      kinds += each instanceof int[] cells && cells.length == 1 ? "a" : "-";
      kinds += each instanceof Object[] ? "o" : "-";
      kinds += each instanceof Layer ? "l" : "-";
      kinds += each instanceof ConvLayer conv && conv.filters() == 4 ? "f" : "-";
      kinds += each instanceof ActivationLayer ? "r" : "-";
      kinds += each instanceof List<?> list && list.size() == 1 ? "L" : "-";
      kinds += each instanceof Comparable ? "C" : "-";
      kinds += each instanceof Enum ? "E" : "-";
      kinds += "_";
    }
    return Show.of(kinds);
  }

  default Layer negated() {
    Object object = "five5";
    if (!(object instanceof String text)) {
      return relu();
    }
    int length = text.length();
    return Show.of(length);
  }

  default Layer scopes() {
    Object object = "abc";
    int sum = 0;
    if (object instanceof String text && text.length() > 5) {
      sum += 1;
    } else {
      sum += text;
    }
    if (object instanceof Integer text || this.hashed(text) == 77) {
      sum += 1000;
    }
    boolean found = object instanceof String text && text.equals("abc");
    sum += found ? text : 0;
    if (!(object instanceof String text)) {
      sum += 1;
    } else {
      sum += text.length() * 10_000;
    }
    return Show.of(sum + text);
  }

  private int hashed(int value) {
    return value;
  }

  default Layer loops() {
    Object object = 5;
    int sum = 0;
    while (object instanceof Integer number && number > 0) {
      sum += number;
      object = number == 3 ? "end" : (Object) (number - 1);
    }
    for (Object each = 1; each instanceof Integer i && i < 100; each = i * 2) {
      sum += i * 1000;
    }
    return Show.of(sum);
  }

  default Layer inConditionals() {
    Object object = 8;
    int twice = object instanceof Integer i ? i * 2 : -1;
    String text = !(object instanceof String s) ? "none" : s;
    boolean both = object instanceof Integer i && !(object instanceof Long l && l > 3) && i == 8;
    return sequential(Show.of(twice), Show.of(text), Show.of(both));
  }

  default Layer assigned() {
    Object object = 3;
    if (object instanceof Integer i) {
      i = i + 4;
      i++;
      return Show.of(i);
    }
    return relu();
  }
}
