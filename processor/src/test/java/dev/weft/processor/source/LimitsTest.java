package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.weft.dsl.problem.Code;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What would hang the build, or fill the memory, is an error at its place. */
final class LimitsTest {
  private static void fails(String members, String headline) {
    assertTimeout(Duration.ofSeconds(20), () -> network(members).fails(Code.STEP_LIMIT, headline));
  }

  @Test
  void endlessLoopIsMarked() {
    String headline = "this loop does not end within 5,000,000 steps";
    fails("default Layer a() { int i = 0; §while (true) i++; }", headline);
    fails("default Layer a() { §for (int i = 0; i >= 0; i = 0) {} return relu(); }", headline);
    fails("default Layer a() { §do ; while (true); }", headline);
  }

  @Test
  void textsDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      endlessLoopIsMarked();
      doublingRecursionTakesTooManySteps();
      hugeArraysAreNotAllocated();
      longStringsAreNotBuilt();
      layersAreCounted();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void outerLoopIsMarkedIfTheInnerOnesEnd() {
    fails(
        "default Layer a() { §while (true) for (int i = 0; i < 3; i++) ; }",
        "this loop does not end within 5,000,000 steps");
  }

  @Test
  void doublingRecursionTakesTooManySteps() {
    fails(
        "default Layer a() { return conv3x3(f(60)); }"
            + " static int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }",
        "this stage takes more than 5,000,000 steps to evaluate");
  }

  @Test
  void unboundedRecursionIsMarked() {
    fails(
        "default Layer a() { return f(0); }\nstatic Layer f(int i) { return §f(i + 1); }",
        "the calls nest more than 200 deep at `f`");
  }

  @Test
  void hugeArraysAreNotAllocated() {
    String headline = "arrays and lists hold more than 1,000,000 elements in all";
    fails(
        "default Layer a() { int[][][] x = §new int[2000][2000][2000]; return relu(); }", headline);
    fails("default Layer a() { int[] x = §new int[Integer.MAX_VALUE]; return relu(); }", headline);
    fails(
        "default Layer a() { List<Integer> x = new ArrayList<>(List.of(1));"
            + " while (true) x§.addAll(x); }",
        headline);
  }

  @Test
  void longStringsAreNotBuilt() {
    String headline = "a string is longer than 65,536 characters";
    fails("default Layer a() { String s = \"ab\"; while (true) s §+= s; }", headline);
    fails("default Layer a() { String s = \"ab\"§.repeat(1 << 30); return relu(); }", headline);
  }

  @Test
  void layersAreCounted() {
    fails(
        "default Layer a() { Layer l = relu(); for (int i = 0; i < 60; i++) l = §sequential(l, l);"
            + " return l; }",
        "this makes more than 5,000 layers and blocks");
    fails(
        "default Layer a() { Layer l = relu(); for (int i = 0; i < 900; i++) l = §sequential(l);"
            + " return l; }",
        "these blocks nest more than 50 deep");
  }

  @Test
  void stagesAreCountedTogether() {
    fails(
        "default Layer a() { return many(); } default Layer b() { return many(); }"
            + " default Layer §c() { return many(); } default Layer d() { return many(); }"
            + " static Layer many() { return repeat(2_000, i -> identity()); }",
        "the network has more than 5,000 layers and blocks");
  }

  @Test
  void blocksMayNestFiftyDeep() {
    network(
            "default Layer a() { Layer l = relu(); for (int i = 0; i < 50; i++) l = sequential(l);"
                + " return l; }")
        .isRight();
  }

  @Test
  void deepButBoundedRecursionIsFine() {
    network(
            "default Layer a() { return f(150); }"
                + " static Layer f(int i) { return i == 0 ? relu() : f(i - 1); }")
        .isRight();
  }
}
