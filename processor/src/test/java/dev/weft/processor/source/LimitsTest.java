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
    assertTimeout(Duration.ofSeconds(60), () -> network(members).fails(Code.STEP_LIMIT, headline));
  }

  @Test
  void endlessLoopIsMarked() {
    String headline = "this loop does not end within 4,000,000 steps";
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
        "this loop does not end within 4,000,000 steps");
  }

  @Test
  void doublingRecursionTakesTooManySteps() {
    fails(
        "default Layer a() { return conv3x3(f(60)); }"
            + " static int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }",
        "this stage takes more than 4,000,000 steps to evaluate");
  }

  @Test
  void unboundedRecursionIsMarked() {
    fails(
        "default Layer a() { return f(0); }\nstatic Layer f(int i) { return §f(i + 1); }",
        "the calls nest more than 200 deep at `f`");
  }

  @Test
  void endlessLoopsOfEveryKindAreMarked() {
    String headline = "this loop does not end within 4,000,000 steps";
    fails(
        "default Layer a() { outer: §for (;;) { for (int i = 0; ; i++) { if (i > 3) continue outer; }"
            + " } }",
        headline);
    fails(
        "default Layer a() { Counter c = new Counter(); §while (c.next() > 0) {} return relu(); }"
            + " class Counter { int n; int next() { n = n % 7; return ++n; } }",
        headline);
    fails(
        "default Layer a() { Object o = 1; §while (o instanceof Integer i) { o = i; }"
            + " return relu(); }",
        headline);
  }

  @Test
  void unboundedRecursionThroughObjectsIsMarked() {
    fails(
        "default Layer a() { Function<Integer, Layer>[] f = new Function[1];\n"
            + "f[0] = i -> f[0]§.apply(i + 1); return f[0].apply(0); }",
        "the calls nest more than 200 deep at `apply`");
    fails(
        "record Node(Node next) { Node() { this(§new Node()); } }"
            + " default Layer a() { new Node(); return relu(); }",
        "the calls nest more than 200 deep at `new Node`");
    fails(
        "record Text(int i) { public String toString() { return \"\" §+ this; } }"
            + " default Layer a() { return relu().named(\"\" + new Text(1)); }",
        "the calls nest more than 200 deep at `toString`");
    fails(
        "interface F { Layer f(int i); default Layer g(int i) { return §f(i); } }"
            + " default Layer a() { F[] f = new F[1]; f[0] = i -> f[0].g(i); return f[0].f(1); }",
        "the calls nest more than 200 deep at `f`");
  }

  @Test
  void objectsThatShareTheirPartsAreNotWalkedForEver() {
    String pairs =
        "record Pair(Object a, Object b) {} static Pair deep() { Pair p = new Pair(1, 2);"
            + " for (int i = 0; i < 60; i++) p = new Pair(p, p); return p; }";
    fails(
        pairs + " default Layer a() { return deep()§.equals(deep()) ? relu() : tanh(); }",
        "this stage takes more than 4,000,000 steps to evaluate");
    fails(
        pairs + " default Layer a() { return relu().named(\"\" §+ deep()); }",
        "a string is longer than 65,536 characters");
  }

  @Test
  void endlessListIsMarked() {
    fails(
        "default Layer a() { List<Integer> x = new ArrayList<>(); §while (true) x.add(1); }",
        "this loop does not end within 4,000,000 steps");
  }

  @Test
  void endlessLoopsThatMakeLayersAreMarked() {
    String headline = "this loop does not end within 4,000,000 steps";
    fails(
        "default Layer a() { List<Layer> l = new ArrayList<>(); §while (true) l.add(relu()); }",
        headline);
    fails(
        "default Layer a() { Layer l; §while (true) l = conv3x3(8).stride(2).padding(1).noBias(); }",
        headline);
    fails(
        "default Layer a() { Layer l; §while (true) l = residual(conv3x3(8), batchNorm()); }",
        headline);
  }

  @Test
  void endlessLoopsThatMakeObjectsAreMarked() {
    String headline = "this loop does not end within 4,000,000 steps";
    String node = "record Node(Node next, int i) {} ";
    fails(
        node + "default Layer a() { Node n = null; §while (true) n = new Node(n, 1); }", headline);
  }

  @Test
  void nestedRepetitionsAreMarked() {
    fails(
        "default Layer a() { return repeat(1000, i -> repeat(1000, j -> repeat(1000, k ->"
            + " §relu()))); }",
        "this stage takes more than 4,000,000 steps to evaluate");
    network("default Layer a() { return §repeat(1_000_000_000, i -> relu()); }")
        .fails(
            Code.INVALID_ARGUMENT,
            "the number of repetitions must be at most 5,000, but is 1,000,000,000");
  }

  @Test
  void unboundedInitialisersAreMarked() {
    fails(
        "int N = §f(0); static int f(int i) { while (true) i++; }"
            + " default Layer a() { return conv3x3(N); }",
        "this stage takes more than 4,000,000 steps to evaluate");
  }

  @Test
  void largeDeclarationsAreFine() {
    network(
            "default Layer a() { List<Layer> l = new ArrayList<>(); for (int i = 0; i < 1500; i++) {"
                + " l.add(conv3x3(8).noBias().named(\"conv\" + i));"
                + " l.add(batchNorm().named(\"norm\" + i)); l.add(relu()); }"
                + " return sequential(l.toArray(new Layer[0])); }")
        .isRight();
  }

  @Test
  void endlessListOfArraysIsMarked() {
    fails(
        "default Layer a() { List<Object> x = new ArrayList<>(); §while (true) x.add(new int[3]); }",
        "this loop does not end within 4,000,000 steps");
  }

  @Test
  void recursionPastOtherCallsIsMarked() {
    fails(
        "default Layer a() { return f(0); }"
            + " static Layer f(int i) { int j = §g(i); return f(j); }"
            + " static int g(int i) { return i; }",
        "the calls nest more than 200 deep at `g`");
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

  @Test
  void callsThatFailedDoNotCount() {
    String endless = "static final int %s = deep(0); ";
    String failing = "";
    for (String name : new String[] {"A", "B", "C", "D", "E", "F", "G", "H"}) {
      failing += endless.formatted(name);
    }
    String deep = " static int deep(int n) { return deep(n + 1); } }";
    network(
            "default Layer a() { return down(Deep.FINE); }"
                + " static Layer down(int n) { return n == 0 ? relu() : down(n - 1); }")
        .besides(
            "Deep",
            "class Deep { " + failing + "static final int FINE = Integer.parseInt(\"190\");" + deep)
        .isRight();
  }
}
