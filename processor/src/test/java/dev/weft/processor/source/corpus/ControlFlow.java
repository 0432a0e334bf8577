package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;

/** Statements. */
@Network(input = {3, 8, 8})
public interface ControlFlow {
  /** Sizes of a network. */
  enum Size {
    SMALL,
    MEDIUM,
    LARGE
  }

  default Layer branches() {
    int a = 3;
    String text;
    if (a > 5) {
      text = "large";
    } else if (a > 2) text = "medium";
    else {
      text = "small";
    }
    if (text.equals("none")) {
      return relu();
    }
    return Show.of(text);
  }

  default Layer forLoops() {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0, j = 10; i < j; i += 3, j--) {
      layers.add(Show.of(i * 100 + j));
    }
    int k = 0;
    for (; ; ) {
      if (++k == 4) break;
    }
    layers.add(Show.of(k));
    return sequential(layers.toArray(new Layer[0]));
  }

  default Layer enhancedFor() {
    int sum = 0;
    for (int each : new int[] {3, 4, 5}) {
      sum += each;
    }
    for (final var each : List.of(10, 20)) {
      sum += each;
    }
    long wide = 0;
    for (long each : new int[] {1, 2}) {
      wide += each << 33;
    }
    for (char c : new char[] {'a', 'b'}) sum += c;
    return sequential(Show.of(sum), Show.of(wide));
  }

  default Layer whileLoops() {
    int n = 27;
    int steps = 0;
    while (n != 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    int tens = 0;
    do {
      tens += 10;
    } while (tens < 5);
    return sequential(Show.of(steps), Show.of(tens));
  }

  default Layer jumps() {
    int sum = 0;
    outer:
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        if (j == 5) {
          continue outer;
        }
        if (i == 3) {
          break outer;
        }
        if (j % 2 == 0) continue;
        sum += i * j;
      }
    }
    block:
    {
      if (sum > 0) {
        break block;
      }
      sum = -1;
    }
    do {
      if (sum > 1) continue;
      sum = 100;
    } while (false);
    ;
    return Show.of(sum);
  }

  @SuppressWarnings("fallthrough")
  default Layer oldSwitch() {
    String log = "";
    for (int i = 0; i < 5; i++) {
      switch (i) {
        case 0:
          log += "zero";
        case 1:
          log += "one";
          break;
        case 2, 3:
          String inner = "few";
          log += inner;
          break;
        default:
          inner = "many";
          log += inner;
      }
    }
    return Show.of(log);
  }

  default Layer arrowSwitch() {
    String log = "";
    for (String each : new String[] {"a", "b", "c", "d"}) {
      switch (each) {
        case "a" -> log += 1;
        case "b", "c" -> {
          log += 2;
          if (each.equals("c")) {
            break;
          }
          log += 3;
        }
        default -> log += 4;
      }
    }
    return Show.of(log);
  }

  default Layer switchExpressions() {
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum +=
          switch (i) {
            case 0 -> 1;
            case 1 -> {
              int twice = 5 * 2;
              yield twice;
            }
            default -> i * 100;
          };
      sum +=
          switch (i) {
            case 0:
            case 1:
              yield 7;
            default:
              yield 8;
          };
    }
    return Show.of(sum);
  }

  default Layer promotedSwitch() {
    int i = 1;
    return sequential(
        Show.of(
            switch (i) {
              case 1 -> 1;
              default -> 2.5;
            }),
        Show.of(
            switch ('b') {
              case 'a' -> 1;
              case 'b' -> 2L;
              default -> 3;
            }));
  }

  default Layer enums() {
    int sum = 0;
    sum += 10 * Size.valueOf("SMALL").ordinal() + 10 * Size.valueOf("LAR" + "GE").ordinal();
    for (Size size : Size.values()) {
      sum +=
          switch (size) {
            case SMALL -> 1;
            case MEDIUM -> 10;
            case LARGE -> 100 + size.ordinal();
          };
      if (size == Size.MEDIUM) {
        sum *= 2;
      }
    }
    Init init = Init.XAVIER;
    return sequential(Show.of(sum), Show.of(Size.LARGE.name() + Size.SMALL), conv3x3(4).init(init));
  }

  default Layer scopes() {
    int a = 1;
    {
      int b = a + 1;
      a = b;
    }
    {
      int b = a + 10;
      a = b;
    }
    return Show.of(a);
  }
}
