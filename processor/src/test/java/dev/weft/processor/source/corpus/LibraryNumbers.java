package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** The classes of numbers, and {@code Math}. */
@Network(input = {3, 8, 8})
public interface LibraryNumbers {
  enum Size {
    SMALL,
    MEDIUM,
    LARGE
  }

  default Layer roundings() {
    return sequential(
        Show.of(Math.round(2.5) + Math.round(-2.5f)),
        Show.of(Math.round(7)),
        Show.of(Math.ceil(7 / 2.0) + Math.floor(-0.5) + Math.rint(2.5)),
        Show.of((int) Math.ceil(10 * 0.25)));
  }

  default Layer divisions() {
    return sequential(
        Show.of(Math.floorDiv(-7, 2)),
        Show.of(Math.floorMod(-7, 3)),
        Show.of(Math.floorMod(-7L, 3)),
        Show.of(Math.floorDiv(-7L, 2)));
  }

  default Layer exactArithmetic() {
    return sequential(
        Show.of(Math.addExact(3, 4) + Math.multiplyExact(3L, 5)),
        Show.of(Math.negateExact(9) + Math.toIntExact(12L)),
        Show.of(Math.incrementExact(Integer.MAX_VALUE - 1)));
  }

  default Layer powers() {
    return sequential(
        conv1x1((int) Math.pow(2, 5)),
        Show.of(Math.sqrt(2) + Math.cbrt(27) + Math.hypot(3, 4)),
        Show.of(Math.exp(1) - Math.log(10) + Math.log10(1000)));
  }

  default Layer angles() {
    return sequential(
        Show.of(Math.sin(1) + Math.cos(1) * Math.tan(0.5)),
        Show.of(Math.atan2(1, 2) + Math.toRadians(90)),
        Show.of(StrictMath.sin(1) + StrictMath.abs(-3)));
  }

  default Layer extremes() {
    return sequential(
        Show.of(Math.max(3, 4L)),
        Show.of(Math.min(1.5f, 2)),
        Show.of(Math.abs(-3) + Math.abs(-2.5)),
        Show.of(Integer.max(3, 9) + Integer.min(2, 5)),
        Show.of(Double.max(1, 2) + Long.sum(3, 4)));
  }

  default Layer limits() {
    return sequential(
        Show.of(Integer.MAX_VALUE),
        Show.of(Long.MIN_VALUE),
        Show.of(Byte.MAX_VALUE + Short.MIN_VALUE),
        Show.of(Double.MAX_VALUE + Float.MIN_VALUE),
        Show.of(Double.POSITIVE_INFINITY),
        Show.of(Character.MAX_VALUE),
        Show.of(Integer.SIZE + Long.BYTES));
  }

  default Layer parsing() {
    return sequential(
        Show.of(Integer.parseInt("-42") + Integer.parseInt("ff", 16)),
        Show.of(Long.parseLong("123456789012")),
        Show.of(Double.parseDouble("2.5e-3")),
        Show.of(Integer.valueOf(7) + Integer.decode("0x10")),
        Show.of(Boolean.parseBoolean("TRUE")),
        Show.of(Byte.parseByte("12") + Short.parseShort("300")));
  }

  default Layer radixes() {
    return sequential(
        Show.of(Integer.toString(255, 16)),
        Show.of(Integer.toBinaryString(10) + Integer.toHexString(-1) + Integer.toOctalString(8)),
        Show.of(Long.toString(-255L, 36)),
        Show.of(Integer.toUnsignedString(-1)));
  }

  default Layer bits() {
    return sequential(
        Show.of(Integer.bitCount(255) + Integer.highestOneBit(100) + Integer.lowestOneBit(12)),
        Show.of(Integer.numberOfTrailingZeros(64) + Integer.numberOfLeadingZeros(64)),
        Show.of(Integer.reverse(1) + Integer.rotateLeft(3, 4) + Integer.signum(-9)),
        Show.of(Long.bitCount(-1L) + Long.numberOfTrailingZeros(1L << 40)));
  }

  default Layer comparing() {
    return sequential(
        Show.of(Integer.compare(3, 4) + Double.compare(2, 1)),
        Show.of(Integer.valueOf(4).compareTo(9)),
        Show.of(Integer.compareUnsigned(-1, 1)),
        Show.of(Boolean.compare(true, false)));
  }

  default Layer boxes() {
    Integer boxed = 300;
    Double real = 2.75;
    return sequential(
        Show.of(boxed.doubleValue() + boxed.byteValue()),
        Show.of(real.intValue() + real.longValue()),
        Show.of(boxed.equals(300) && !boxed.equals(300L)),
        Show.of(boxed.hashCode() + real.hashCode()),
        Show.of(boxed.toString() + real),
        Show.of(real.isNaN()));
  }

  default Layer characters() {
    char c = 'q';
    return sequential(
        Show.of(Character.isDigit('7') && Character.isLetter(c) && !Character.isUpperCase(c)),
        Show.of(Character.toUpperCase(c)),
        Show.of(Character.getNumericValue('9') + Character.digit('f', 16)),
        Show.of(Character.forDigit(11, 16)),
        Show.of(Character.toString(c) + Character.toString(66)),
        Show.of(Character.valueOf('a').compareTo('d')),
        Show.of(Character.isWhitespace('\t')));
  }

  default Layer floatingBits() {
    return sequential(
        Show.of(Float.floatToIntBits(1.5f)),
        Show.of(Double.doubleToLongBits(-0.0)),
        Show.of(Double.isNaN(0.0 / 0) && Double.isFinite(1)),
        Show.of(Math.ulp(1f) + Math.signum(-2f)),
        Show.of(Math.nextUp(1.0)),
        Show.of(Math.fma(2.0, 3.0, 4.0)));
  }

  default Layer logicalBooleans() {
    Boolean yes = Boolean.TRUE;
    return sequential(
        Show.of(Boolean.logicalXor(yes, Boolean.FALSE)),
        Show.of(yes.toString()),
        Show.of(Boolean.hashCode(yes)));
  }

  default Layer counters() {
    AtomicInteger next = new AtomicInteger(3);
    List<Layer> layers = new ArrayList<>();
    List.of(1, 2, 3).forEach(i -> layers.add(conv1x1(next.getAndIncrement() + i)));
    return sequential(sequential(layers.toArray(new Layer[0])), Show.of(next.get()));
  }

  default Layer enums() {
    Size size = Size.MEDIUM;
    return sequential(
        Show.of(size.name() + size.ordinal() + size),
        Show.of(size.compareTo(Size.LARGE)),
        Show.of(size.equals(Size.valueOf("MEDIUM"))),
        Show.of(Size.values().length));
  }
}
