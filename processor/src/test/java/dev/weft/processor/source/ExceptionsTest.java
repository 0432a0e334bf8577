package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;

import dev.weft.dsl.problem.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body that would throw if it ran is a mistake at the expression that would. */
final class ExceptionsTest {
  private static void fails(String body, String headline) {
    network("default Layer a() { " + body + " return relu(); }").fails(Code.EXCEPTION, headline);
  }

  @Test
  void divisionByZero() {
    fails("int zero = 0; int i = 64 §/ zero;", "64 is divided by zero");
    fails("int zero = 0; int i = 7 §% zero;", "7 is divided by zero");
    fails("int i = 7; i §/= 0;", "7 is divided by zero");
    fails("long i = 7L §/ 0L;", "7L is divided by zero");
  }

  @Test
  void indexOutOfBounds() {
    fails("int[] w = {1, 2}; int i = w[§2];", "index 2 is out of bounds for an array of length 2");
    fails("int[] w = {1, 2}; w[§-1] = 3;", "index -1 is out of bounds for an array of length 2");
    fails(
        "List<Integer> w = List.of(1, 2); int i = w§.get(2);",
        "`get(2)` throws " + thrown(() -> List.of(1, 2).get(2)));
    fails("char c = \"ab\"§.charAt(5);", "`charAt(5)` throws " + thrown(() -> "ab".charAt(5)));
  }

  /** The JDK's own words, which differ between its versions. */
  private static String thrown(Runnable failing) {
    try {
      failing.run();
      throw new AssertionError("does not fail");
    } catch (IndexOutOfBoundsException thrown) {
      return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }
  }

  @Test
  void negativeArrayLength() {
    fails("int[] w = new int[§-1];", "an array cannot have length -1");
    fails(
        "IntFunction<int[]> f = §int[]::new; int[] w = f.apply(-1);",
        "an array cannot have length -1");
  }

  @Test
  void nullIsNoValue() {
    fails("Layer l = null; l§.named(\"x\");", "`named` is called on null");
    fails("int[] w = null; int i = w§.length;", "`length` is read from null");
    fails("Integer n = null; int i = §n;", "NullPointerException: null is unboxed to int");
    fails("String s = null; switch (§s) { default: }", "a switch over null");
  }

  @Test
  void listsOfConstantsCannotBeChanged() {
    fails(
        "List<Integer> w = List.of(1); w§.add(2);",
        "`add(2)` throws UnsupportedOperationException");
    fails(
        "List<Integer> w = new ArrayList<>(List.of(1)); for (int i : §w) w.add(i);",
        "the list is changed while a loop runs over it");
  }

  @Test
  void thrownExceptionShowsItsText() {
    fails(
        "int i = 3; if (i > 2) §throw new IllegalArgumentException(\"too many: \" + i);",
        "IllegalArgumentException: too many: 3");
  }

  @Test
  void stageMustNotReturnNull() {
    network("default Layer a() { return §null; }")
        .fails(Code.EXCEPTION, "the stage returns null in place of a layer");
  }

  @Test
  void methodsMustReturn() {
    network("default Layer §a() { int i = 1; }")
        .fails(Code.EXCEPTION, "the stage ends without returning a layer");
    network("default Layer a() { return §b(); } static Layer b() { int i = 1; }")
        .fails(Code.EXCEPTION, "`b` ends without returning a value");
    network("default Layer a() { b(); return relu(); } static void b() { int i = 1; }").isRight();
  }

  @Test
  void castMustFit() {
    fails("Object o = relu(); ConvLayer c = §(ConvLayer) o;", "relu is not a ConvLayer");
  }

  @Test
  void valueMustFitItsVariable() {
    fails("int i = §\"64\";", "\"64\" is not a value of type int");
    fails("boolean b = §1;", "1 is not a value of type boolean");
    fails("Object o = relu(); int i = §(Integer) o;", "relu is not a value of type int");
    fails("Object o = true; int i = §(int) o;", "true is not a value of type int");
  }

  @Test
  void enumConstantMustExist() {
    network(
            "enum Size { SMALL } default Layer a() { Size s = Size§.valueOf(\"BIG\");"
                + " return relu(); }")
        .fails(
            Code.EXCEPTION,
            "`Size.valueOf(\"BIG\")` throws IllegalArgumentException: No enum constant"
                + " test.Net.Size.BIG");
  }

  @Test
  void staticFieldsAreNotReadBeforeTheyHaveAValue() {
    network(
            "default Layer a() { return conv3x3(Late.A); }"
                + " class Late { static final int A = one(); static final int B = Late.A + two();"
                + " static int one() { return §B; } static int two() { return 2; } }")
        .fails(Code.EXCEPTION, "`B` is read before it has a value");
  }

  @Test
  void fieldThatCannotBeReadIsAMistakeOnlyWhereItIsRead() {
    network(
            "default Layer a() { return conv3x3(Careless.WIDTH[0]); }"
                + " default Layer b() { return conv3x3(Careless.HOME.length()); }"
                + " class Careless { static final String HOME = System§.getProperty(\"a\");"
                + " static final int[] WIDTH = {3}; }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "`System.getProperty(\"a\")` is not among the JDK's methods that a declaration can"
                + " call");
  }

  @Test
  void enumWhoseConstructorFailsIsOneMistake() {
    network(
            "enum Size { BIG(1 §/ zero()); Size(int i) {} static int zero() { return 0; } }"
                + " default Layer a() { return conv3x3(Size.BIG.ordinal()); }"
                + " default Layer b() { return conv3x3(Size.BIG.ordinal()); }")
        .fails(Code.EXCEPTION, "1 is divided by zero");
  }

  @Test
  void nullFieldsAndBoxesAreExceptions() {
    network(
            "class Cell { int x; Cell next; } default Layer a() { new Cell().next§.x = 3;"
                + " return relu(); }")
        .fails(Code.EXCEPTION, "`x` is assigned to null");
    network(
            "class Cell { int x; Cell next; } default Layer a() {"
                + " return conv3x3(new Cell().next§.x); }")
        .fails(Code.EXCEPTION, "`x` is read from null");
    fails(
        "Integer none = null; int i = List.of(1).isEmpty() §? 1 : none;",
        "NullPointerException: null is unboxed, as other alternatives are numbers");
  }

  @Test
  void constantMustNotDependOnItself() {
    network("int A = B.X; interface B { int X = §A + 1; } default Layer a() { return conv3x3(A); }")
        .fails(Code.EXCEPTION, "the value of `A` depends on itself");
  }
}
