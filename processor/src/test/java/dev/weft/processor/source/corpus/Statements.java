package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;

/** Loops, labels and switches in unusual company. */
@Network(input = {3, 8, 8})
@SuppressWarnings({"fallthrough", "lossy-conversions"})
public interface Statements {
  default Layer primes() {
    int count = 0;
    int last = 0;
    search:
    for (int i = 2; count < 12; i++) {
      for (int j = 2; j * j <= i; j++) {
        if (i % j == 0) {
          continue search;
        }
      }
      count++;
      last = i;
    }
    return Show.of(last);
  }

  default Layer labelledBlocks() {
    int steps = 0;
    outer:
    {
      steps++;
      inner:
      {
        if (steps == 1) {
          break inner;
        }
        steps += 100;
      }
      steps += 10;
      if (steps > 5) {
        break outer;
      }
      steps += 1000;
    }
    return Show.of(steps);
  }

  default Layer labelledSwitch() {
    int sum = 0;
    loop:
    for (int i = 0; ; i++) {
      choice:
      switch (i) {
        case 0:
          sum += 1;
          break;
        case 1:
          for (int j = 0; j < 5; j++) {
            if (j == 2) {
              break choice;
            }
            sum += 10;
          }
          sum += 5000;
        case 2:
          sum += 100;
          continue loop;
        case 5:
          break loop;
        default:
          sum += 1000;
      }
      sum += 10_000;
    }
    return Show.of(sum);
  }

  default Layer doLoops() {
    int i = 0;
    int sum = 0;
    do {
      if (i == 2) {
        continue;
      }
      sum += i;
    } while (++i < 5);
    do sum *= 2;
    while (sum < 100);
    return Show.of(sum);
  }

  default Layer collatz() {
    long n = 27;
    int steps = 0;
    while (n != 1) {
      n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
      steps++;
    }
    return Show.of(steps);
  }

  default Layer nestedYields() {
    int total = 0;
    for (int i = 0; i < 5; i++) {
      total +=
          switch (i) {
            case 0, 1 -> {
              int j = 0;
              while (true) {
                if (j * j > 10) {
                  yield j;
                }
                j++;
              }
            }
            case 2 ->
                switch (i + 1) {
                  case 3 -> 100;
                  default -> 200;
                };
            case 3 -> {
              for (int k : new int[] {5, 6, 7}) {
                switch (k) {
                  case 6:
                    yield k * 1000;
                  default:
                }
              }
              yield 0;
            }
            default -> throwing(i);
          };
    }
    return Show.of(total);
  }

  private static int throwing(int i) {
    if (i > 100) {
      throw new IllegalStateException("never");
    }
    return 1_000_000;
  }

  default Layer switchOnStrings() {
    String kinds = "";
    for (String name : List.of("conv", "relu", "pool", "Aa", "BB")) {
      kinds +=
          switch (name) {
            case "conv", "pool" -> "c";
            case "Aa" -> "A";
            case "BB" -> "B";
            default -> "" + name.length();
          };
    }
    return Show.of(kinds);
  }

  default Layer switchOnChars() {
    int sum = 0;
    for (char c : new char[] {'a', ' ', 'b', '1'}) {
      switch (c) {
        case 'a' -> sum += 1;
        case ' ' -> sum += 10;
        case 49 -> sum += 100;
        default -> sum += 1000;
      }
    }
    Character boxed = 'z';
    byte small = 3;
    final int three = 3;
    sum +=
        switch (boxed) {
          case 'z' -> 10_000;
          default -> 0;
        };
    sum +=
        switch (small) {
          case three -> 100_000;
          default -> 0;
        };
    return Show.of(sum);
  }

  default Layer oldSwitchExpressions() {
    int code = 2;
    String text =
        switch (code) {
          case 1:
            yield "one";
          case 2:
            String prefix = "t";
            prefix += "w";
          case 3:
            prefix = "x" + code;
            yield prefix;
          default:
            yield "none";
        };
    return Show.of(text);
  }

  default Layer scopes() {
    int sum = 0;
    for (int i = 0; i < 2; i++) {
      int inner = i * 10;
      sum += inner;
    }
    for (int i = 5; i < 7; i++) sum += i;
    {
      int inner = 3;
      sum += inner;
    }
    int inner = 100;
    if (sum > 0) {
      int deeper = inner + 1;
      sum += deeper;
    }
    return Show.of(sum + inner);
  }

  default Layer commas() {
    String trace = "";
    for (int i = 0, j = 10; i < j; i += 3, j -= 2, trace += i + "," + j + ";") {
      trace += "b";
    }
    return Show.of(trace);
  }

  default Layer evaluationOrder() {
    int[] a = {1, 2, 3};
    int i = 0;
    a[i] = i = 2;
    int[] b = {10, 20, 30};
    int j = 0;
    b[j++] += b[j] + j++;
    int k = 3;
    k += k++ * 2 + k;
    int l = 1;
    l = l++ + l++;
    String s = "";
    s += s.length() + (s += "x") + s.length();
    return sequential(
        Show.of(a[0] * 100 + a[1] * 10 + a[2]),
        Show.of(b[0]),
        Show.of(j),
        Show.of(k),
        Show.of(l),
        Show.of(s));
  }

  default Layer raggedArrays() {
    int[][][] cube = new int[2][3][];
    cube[1][2] = new int[] {7, 8};
    long[][] triangle = new long[5][];
    for (int n = 0; n < triangle.length; n++) {
      triangle[n] = new long[n + 1];
      triangle[n][0] = triangle[n][n] = 1;
      for (int k = 1; k < n; k++) {
        triangle[n][k] = triangle[n - 1][k - 1] + triangle[n - 1][k];
      }
    }
    char[] letters = {'a', 98, (char) ('a' + 2)};
    int[] alias[] = {{1, 2}, {3}};
    int[][] copy = alias.clone();
    copy[0] = new int[] {9};
    copy[1][0] = 30;
    boolean[][] flags = new boolean[2][2];
    flags[1][0] |= true;
    return sequential(
        Show.of(cube[1][2][1] + cube[0].length),
        Show.of(cube[0][1] == null),
        Show.of(triangle[4][2]),
        Show.of("" + letters[1] + letters[2]),
        Show.of(alias[0][1] * 100 + alias[1][0]),
        Show.of(flags[1][0] ^ flags[0][0]));
  }

  default Layer cellsOfAllTypes() {
    byte[] bytes = {127};
    bytes[0]++;
    bytes[0] -= 1;
    short[] shorts = {1};
    shorts[0] <<= 15;
    char[] chars = {'a'};
    chars[0] += 1.7;
    long[] longs = {1};
    longs[0] <<= 63;
    float[] floats = {1};
    floats[0] /= 3;
    double[] doubles = {1};
    doubles[0] %= 0.3;
    Integer[] boxes = {5, null};
    boxes[0]++;
    boxes[0] += 10;
    String[] texts = {"a", null};
    texts[0] += 'b';
    texts[1] += 1;
    return sequential(
        Show.of(bytes[0]),
        Show.of(shorts[0]),
        Show.of(chars[0]),
        Show.of(longs[0]),
        Show.of(floats[0]),
        Show.of(doubles[0]),
        Show.of(boxes[0]),
        Show.of(texts[0] + texts[1]));
  }

  default Layer boxesInLoops() {
    Integer sum = 0;
    Long product = 1L;
    Character letter = 'a';
    Double real = 0.5;
    for (Integer i : List.of(1, 2, 3)) {
      sum += i;
      product *= i;
      letter++;
      real /= i;
    }
    sum++;
    --product;
    return sequential(Show.of(sum), Show.of(product), Show.of(letter), Show.of(real));
  }

  default Layer recursions() {
    return sequential(
        Show.of(ackermann(2, 3)), Show.of(isEven(17)), Show.of(hanoi(5, "a", "b", "c")), tree(3));
  }

  private static int ackermann(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
  }

  private static boolean isEven(int n) {
    return n == 0 || isOdd(n - 1);
  }

  private static boolean isOdd(int n) {
    return n != 0 && isEven(n - 1);
  }

  private static int hanoi(int n, String from, String by, String to) {
    return n == 0 ? 0 : hanoi(n - 1, from, to, by) + 1 + hanoi(n - 1, by, from, to);
  }

  private static Layer tree(int depth) {
    List<Layer> children = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      children.add(tree(i));
    }
    children.add(depth == 0 ? relu() : conv1x1(depth));
    return sequential(children.toArray(new Layer[0]));
  }

  default Layer sorting() {
    int[] a = {5, 2, 9, 1, 7, 3};
    for (int i = 1; i < a.length; i++) {
      int key = a[i], j = i - 1;
      while (j >= 0 && a[j] > key) {
        a[j + 1] = a[j--];
      }
      a[j + 1] = key;
    }
    String sorted = "";
    for (int each : a) sorted += each;
    return Show.of(sorted);
  }

  default Layer bits() {
    int x = 0b1011_0110;
    int count = 0;
    for (int y = x; y != 0; y &= y - 1) count++;
    int reversed = 0;
    for (int i = 0; i < 8; i++) reversed = reversed << 1 | x >>> i & 1;
    long hash = 0xcbf29ce484222325L;
    for (char c : new char[] {'w', 'e', 'f', 't'}) hash = (hash ^ c) * 0x100000001b3L;
    return sequential(
        Show.of(count), Show.of(reversed), Show.of(hash), Show.of((int) (hash >>> 33)));
  }

  default Layer textBlocks() {
    String plain =
        """
        a "quoted" \\ word
          indented\
         joined
        end\tx \s
        """;
    return Show.of(plain.replace('\n', '/'));
  }

  default Layer conversionsToText() {
    float f = 1e10f;
    double d = 100;
    char c = 'x';
    long l = -0L;
    return sequential(
        Show.of("" + f + d + 1e-5 + 0.1f + 123456789.0),
        Show.of(c + 1 + "" + c + (char) (c + 1) + (c + 1)),
        Show.of(l + "" + Double.MIN_VALUE + Float.NaN + -1.0 / 0),
        Show.of('a' + 'b' + "c" + 'd' + 1),
        Show.of("" + (byte) 200 + (short) 40000 + 1L + true + null));
  }
}
