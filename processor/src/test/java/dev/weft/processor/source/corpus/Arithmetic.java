package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;

/** Operators, conversions and overflow. */
@Network(input = {3, 8, 8})
public interface Arithmetic {
  int SEVEN = 7;
  long BIG = Integer.MAX_VALUE + 1L;
  char LETTER = 'q';
  byte SMALL = -128;

  default Layer ints() {
    return sequential(
        Show.of(SEVEN + 3 * 4 - 20 / 6 % 4),
        Show.of(-SEVEN / 2),
        Show.of(-SEVEN % 3),
        Show.of(Integer.MAX_VALUE + 1),
        Show.of(Integer.MIN_VALUE / -1),
        Show.of(~SEVEN),
        Show.of(+SEVEN),
        Show.of(SEVEN & 3 | 8 ^ 5));
  }

  default Layer longs() {
    return sequential(
        Show.of(BIG * 2),
        Show.of(1L << 40),
        Show.of(Long.MAX_VALUE + SEVEN),
        Show.of(SEVEN * 1_000_000_000L),
        Show.of(-BIG >>> 3),
        Show.of(-BIG >> 3),
        Show.of(BIG & 0xFFL | 1L ^ 9L),
        Show.of(BIG / 3 % 1000));
  }

  default Layer shifts() {
    return sequential(
        Show.of(1 << 33), Show.of(-17 >> 2), Show.of(-17 >>> 28), Show.of(SMALL << 1));
  }

  default Layer doubles() {
    return sequential(
        Show.of(7 / 2.0),
        Show.of(1.0 / 3),
        Show.of(0.1 + 0.2),
        Show.of(5.5 % 2),
        Show.of(-1.0 / 0),
        Show.of(0.0 / 0),
        Show.of(SEVEN / 2 * 1.5));
  }

  default Layer floats() {
    float third = 1f / 3;
    return sequential(
        Show.of(third), Show.of(third * 3), Show.of((double) third), Show.of(7 % 2.5f));
  }

  default Layer casts() {
    return sequential(
        Show.of((int) 3.99),
        Show.of((int) -3.99),
        Show.of((byte) 300),
        Show.of((short) 70000),
        Show.of((char) 66),
        Show.of((int) 1e20),
        Show.of((long) 1e20),
        Show.of((int) Double.NaN),
        Show.of((float) 0.1),
        Show.of((long) (float) Long.MAX_VALUE),
        Show.of((int) BIG));
  }

  default Layer chars() {
    char next = LETTER;
    next++;
    next += 1;
    char sum = (char) (LETTER + 1);
    return sequential(
        Show.of(next), Show.of(LETTER + 1), Show.of(sum), Show.of('a' < 'b'), Show.of("" + next));
  }

  default Layer comparisons() {
    return sequential(
        Show.of(SEVEN < 8),
        Show.of(SEVEN <= 7),
        Show.of(SEVEN > 7.5),
        Show.of(SEVEN >= 'a'),
        Show.of(SEVEN == 7L),
        Show.of(SEVEN != 7.0),
        Show.of(true == false),
        Show.of(true ^ false));
  }

  default Layer logic() {
    int zero = 0;
    boolean guarded = zero != 0 && 1 / zero > 0;
    boolean either = zero == 0 || 1 / zero > 0;
    return sequential(
        Show.of(guarded), Show.of(either), Show.of(!guarded), Show.of(guarded | either & true));
  }

  default Layer conditionals() {
    boolean yes = SEVEN > 3;
    int one = 1;
    long two = 2;
    return sequential(
        Show.of(yes ? one : 2.5),
        Show.of(yes ? 'a' : 0),
        Show.of(yes ? one : two),
        Show.of((yes ? 1 : 2.0) / 2),
        Show.of(yes ? "x" : "y"),
        Show.of(yes ? Math.max(one, 3) : 0.5),
        Show.of(yes ? SMALL : (short) 5),
        Show.of(yes ? yes ? 1 : 2L : 3));
  }

  default Layer compound() {
    int a = 10;
    a += 3.7;
    a -= 1;
    a *= 2;
    a /= 5;
    a %= 3;
    int b = 0b1010;
    b &= 6;
    b |= 1;
    b ^= 0xF;
    b <<= 3;
    b >>= 1;
    b >>>= 1;
    byte c = 127;
    c++;
    c += 1;
    long d = 1;
    d <<= 35;
    double e = 1;
    e /= 4;
    short f = 1;
    f *= 1000;
    f *= 1000;
    return sequential(Show.of(a), Show.of(b), Show.of(c), Show.of(d), Show.of(e), Show.of(f));
  }

  default Layer increments() {
    int i = 5;
    int[] cells = {1, 2, 3};
    int at = 0;
    cells[at++] += 10;
    cells[at]--;
    int mixed = i++ + ++i - i-- - --i;
    return sequential(
        Show.of(i), Show.of(mixed), Show.of(cells[0]), Show.of(cells[1]), Show.of(at));
  }

  default Layer widening() {
    long a = SEVEN;
    double b = a;
    float c = BIG;
    int d = 'x';
    double e = 'x';
    return sequential(Show.of(a), Show.of(b), Show.of(c), Show.of(d), Show.of(e));
  }

  default Layer math() {
    return sequential(
        Show.of(Math.min(3, 4L)),
        Show.of(Math.max(2.5, SEVEN)),
        Show.of(Math.abs(-SEVEN)),
        Show.of(Math.abs(-2.5)),
        Show.of(Math.pow(2, 10)),
        Show.of((int) Math.sqrt(50)),
        Show.of(Math.floor(-2.5)),
        Show.of(Math.ceil(2.1)),
        Show.of(Math.round(2.5)),
        Show.of(Math.round(2.4f)),
        Show.of(Math.floorMod(-7, 3)),
        Show.of((int) Math.ceil(SEVEN / 2.0)));
  }

  default Layer constants() {
    return sequential(
        Show.of(Integer.MAX_VALUE),
        Show.of(Long.MIN_VALUE),
        Show.of(Math.PI),
        Show.of(Byte.MIN_VALUE),
        Show.of(java.lang.Short.MAX_VALUE),
        Show.of(0x1F + 0b11 + 017 + 1_000));
  }
}
