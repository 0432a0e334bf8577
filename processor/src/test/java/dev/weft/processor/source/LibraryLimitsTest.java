package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.weft.dsl.problem.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The JDK's methods neither hang the build nor fill the memory. */
final class LibraryLimitsTest {
  private static final String NUMBERS = "java.util.stream.IntStream";
  private static final String STREAM = "java.util.stream.Stream";
  private static final String STREAM_STEPS = "this stream does not end within 4,000,000 steps";
  private static final String STEPS = "this stage takes more than 4,000,000 steps to evaluate";
  private static final String LOOP = "this loop does not end within 4,000,000 steps";
  private static final String CELLS = "arrays and lists hold more than 1,000,000 elements in all";
  private static final String LENGTH = "a string is longer than 65,536 characters";

  private static void fails(String body, String headline) {
    assertTimeout(
        Duration.ofSeconds(60),
        () ->
            network("default Layer a() { " + body + " return relu(); }")
                .fails(Code.STEP_LIMIT, headline));
  }

  @Test
  void infiniteStreamsEnd() {
    fails("int n = " + NUMBERS + ".iterate(0, i -> i + 1)§.sum();", STREAM_STEPS);
    fails("int n = " + NUMBERS + ".generate(() -> 1)§.max().getAsInt();", STREAM_STEPS);
    fails("boolean b = " + STREAM + ".iterate(1, i -> 1)§.allMatch(i -> i == 1);", STREAM_STEPS);
    fails("Object o = " + STREAM + ".generate(() -> 1)§.reduce((x, y) -> x);", STREAM_STEPS);
    fails(
        "Object o = " + STREAM + ".iterate(1, i -> i).filter(i -> i > 1)§.findFirst();",
        STREAM_STEPS);
  }

  @Test
  void longStreamsEndWithoutLambdas() {
    fails("long n = " + NUMBERS + ".range(0, 2_000_000_000)§.sum();", STREAM_STEPS);
    fails(
        "long n = java.util.stream.LongStream.range(0, Long.MAX_VALUE).skip(1L << 60)"
            + "§.findFirst().getAsLong();",
        STREAM_STEPS);
  }

  @Test
  void streamsDoNotFillTheMemory() {
    String boxed = NUMBERS + ".range(0, 1 << 30).boxed()";
    fails("Object o = " + boxed + "§.toList();", CELLS);
    fails("Object o = " + boxed + ".sorted()§.findFirst();", CELLS);
    fails("Object o = " + boxed + "§.toArray();", CELLS);
    fails("Object o = " + NUMBERS + ".range(0, 1 << 30).distinct()§.sum();", CELLS);
    fails("Object o = " + STREAM + ".generate(() -> 1)§.toList();", STREAM_STEPS);
    fails("Object o = " + NUMBERS + ".range(0, 1 << 30)§.toArray();", CELLS);
  }

  @Test
  void finiteUseOfInfiniteStreamsIsFine() {
    network(
            "default Layer a() { return conv3x3("
                + NUMBERS
                + ".iterate(1, i -> i * 2).limit(5).sum()); }")
        .isRight();
  }

  @Test
  void collectionsDoNotFillTheMemory() {
    fails("List<Integer> l = new LinkedList<>(List.of(1)); while (true) l§.addAll(l);", CELLS);
    fails("Set<Integer> s = new TreeSet<>(Collections§.nCopies(2_000_000, 1));", CELLS);
    fails("Object o = Collections§.nCopies(1 << 30, 1);", CELLS);
    fails("Object o = §new ArrayList<Integer>(1 << 30);", CELLS);
    fails("Object o = §new HashMap<Integer, Integer>(1 << 30);", CELLS);
    fails("int[] a = Arrays§.copyOf(new int[1], Integer.MAX_VALUE);", CELLS);
  }

  @Test
  void stringsDoNotFillTheMemory() {
    fails("StringBuilder b = new StringBuilder(\"ab\"); while (true) b§.append(b);", LENGTH);
    fails("String s = String§.format(\"%1000000000d\", 1);", LENGTH);
    fails("String s = \"a\".repeat(60000)§.replace(\"a\", \"bcd\");", LENGTH);
    fails("String s = \"a\".repeat(60000)§.replaceAll(\"a\", \"bcd\");", LENGTH);
    fails("String s = \"a\"§.indent(1 << 30);", LENGTH);
    fails("String s = String§.join(\"x\".repeat(60000), \"a\", \"b\", \"c\");", LENGTH);
    fails(
        "while (true) { String s = \"a\"§.repeat(60000); }",
        "strings have more than 100,000,000 characters in all");
  }

  @Test
  void exponentialExpressionsEnd() {
    fails("boolean b = \"a\".repeat(60)§.matches(\"(.*)(.*)(.*)(.*)(.*)(.*)b\");", STEPS);
    fails("Object o = \"a\".repeat(60)§.split(\"(.*)(.*)(.*)(.*)(.*)(.*)b\");", STEPS);
  }

  @Test
  void exponentialStructuresEnd() {
    String doubling = "§for (int i = 0; i < 60; i++) l = ";
    fails("List<Object> l = List.of(); " + doubling + "List.of(l, l);", LOOP);
    fails("List<Object> l = List.of(); " + doubling + "Arrays.asList(l, l);", LOOP);
    fails(
        "List<Object> l = new ArrayList<>(); for (int i = 0; i < 30; i++) { Object[] two = {l, l};"
            + " l = Arrays.asList(two); } int h = l§.hashCode();",
        STEPS);
  }

  @Test
  void valuesThatHoldThemselvesAreMarked() {
    String headline = "a value holds itself, or others more than 200 deep";
    String list = "List<Object> l = new ArrayList<>(); l.add(l); ";
    fails(list + "int h = l§.hashCode();", headline);
    fails(list + "boolean b = l.equals(List§.of(l));", headline);
    fails(
        "List<Object> l = new ArrayList<>(); List<Object> m = new ArrayList<>(); l.add(m); m.add(l);"
            + " String s = \"\" §+ l;",
        headline);
    fails(
        "Map<Object, Object> m = new HashMap<>(); m.put(\"a\", m); int h = m§.hashCode();",
        headline);
    fails("Object[] a = new Object[1]; a[0] = a; String s = Arrays§.deepToString(a);", headline);
  }

  @Test
  void endlessCallsEnd() {
    String loop = "§while (true) ";
    fails(
        "Map<Integer, Integer> m = new HashMap<>(); " + loop + "m.merge(1, 1, Integer::sum);",
        LOOP);
    fails("Map<Integer, Integer> m = new TreeMap<>(); §for (int i = 0; ; i++) m.put(i, i);", LOOP);
    fails("Deque<Integer> d = new ArrayDeque<>(); " + loop + "d.push(1);", LOOP);
    fails("List<Integer> l = new ArrayList<>(); " + loop + "{ l.add(1); l.clear(); }", LOOP);
    fails("§for (int i = 0; ; i++) { String s = String.format(\"b%d\", i); }", LOOP);
    fails(
        "List<Integer> l = new ArrayList<>(); for (int i = 0; i < 9_000; i++) l.add(i * 7919 % 9_001); "
            + loop
            + "l.sort((x, y) -> y - x);",
        LOOP);
    fails(
        "var s = "
            + STREAM
            + ".of(1); "
            + loop
            + "s = "
            + STREAM
            + ".concat(s, "
            + STREAM
            + ".of(2));",
        LOOP);
    fails(
        "Object o = " + STREAM + ".iterate(1, i -> i + 1).map(i -> relu())§.toList();",
        STREAM_STEPS);
    fails(
        "Object o = " + NUMBERS + ".range(0, 1 << 30).mapToObj(i -> relu())§.toList();",
        STREAM_STEPS);
  }

  @Test
  void quadraticSearchesEnd() {
    fails(
        "List<Integer> l = new ArrayList<>(Collections.nCopies(100_000, 1));"
            + " List<Integer> m = new ArrayList<>(Collections.nCopies(100_000, 2));"
            + " boolean b = Collections§.disjoint(l, m);",
        STEPS);
    fails(
        "List<Integer> l = new ArrayList<>(Collections.nCopies(100_000, 1));"
            + " List<Integer> m = new ArrayList<>(Collections.nCopies(100_000, 2));"
            + " l§.removeAll(m);",
        STEPS);
    fails(
        "List<Integer> l = new LinkedList<>(Collections.nCopies(100_000, 1));"
            + " int s = 0; §for (int i = 0; i < 100_000; i++) s += l.get(i);",
        LOOP);
  }
}
