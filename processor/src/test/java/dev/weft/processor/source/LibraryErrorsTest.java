package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** What the JDK's methods throw, and what of the JDK a declaration cannot use. */
final class LibraryErrorsTest {
  private static final String NUMBERS = "java.util.stream.IntStream";

  private static String fails(Code code, String body, String headline) {
    return network("default Layer a() { " + body + " return relu(); }").fails(code, headline);
  }

  private static void throwsIt(String body, String headline) {
    fails(Code.EXCEPTION, body, headline);
  }

  private static String refuses(String body, String headline) {
    return fails(Code.NOT_INTERPRETABLE, body, headline);
  }

  private static String unknown(String body, String call) {
    return refuses(
        body, "`" + call + "` is not among the JDK's methods that a declaration can call");
  }

  @Test
  void exactArithmeticOverflows() {
    throwsIt(
        "int i = Math§.addExact(Integer.MAX_VALUE, 1);",
        "`Math.addExact(2147483647, 1)` throws ArithmeticException: integer overflow");
    throwsIt(
        "int i = Math§.toIntExact(1L << 40);",
        "`Math.toIntExact(1099511627776L)` throws ArithmeticException: integer overflow");
    throwsIt(
        "int i = Math§.floorDiv(3, 0);",
        "`Math.floorDiv(3, 0)` throws ArithmeticException: / by zero");
  }

  @Test
  void textMustBeANumber() {
    throwsIt(
        "int i = Integer§.parseInt(\"64x\");",
        "`Integer.parseInt(\"64x\")` throws NumberFormatException: For input string: \"64x\"");
    throwsIt(
        "int i = List.of(\"8\", \"b\").stream().mapToInt(§Integer::parseInt)" + ".sum();",
        "`Integer.parseInt(\"b\")` throws NumberFormatException: For input string: \"b\"");
  }

  @Test
  void emptyHasNoElement() {
    throwsIt(
        "int i = new ArrayDeque<Integer>()§.removeFirst();",
        "`removeFirst()` throws NoSuchElementException");
    throwsIt(
        "Object o = Optional.empty()§.get();",
        "`get()` throws NoSuchElementException: No value present");
    throwsIt(
        "int i = " + NUMBERS + ".empty().max()§.getAsInt();",
        "`getAsInt()` throws NoSuchElementException: No value present");
    throwsIt(
        "Iterator<Integer> i = new ArrayList<Integer>().iterator(); int n = i§.next();",
        "`next()` throws NoSuchElementException");
    throwsIt("int i = new Stack<Integer>()§.pop();", "`pop()` throws EmptyStackException");
    throwsIt(
        "int i = Collections§.max(new ArrayList<Integer>());",
        "`Collections.max({})` throws NoSuchElementException");
  }

  @Test
  void orElseThrowShowsTheAuthorsText() {
    throwsIt(
        "Object o = Optional.empty()§.orElseThrow("
            + "() -> new IllegalStateException(\"no width \" + 3));",
        "IllegalStateException: no width 3");
    throwsIt(
        "String s = null; Objects§.requireNonNull(s, \"no name\");",
        "`Objects.requireNonNull(null, \"no name\")` throws NullPointerException: no name");
  }

  @Test
  void unmodifiableCollectionsCannotBeChanged() {
    throwsIt(
        "Map<String, Integer> m = Map.of(\"a\", 1); m§.put(\"b\", 2);",
        "`put(\"b\", 2)` throws UnsupportedOperationException");
    throwsIt(
        "Set<Integer> s = Set.of(1); s§.add(2);", "`add(2)` throws UnsupportedOperationException");
    throwsIt(
        "List<Integer> l = Arrays.asList(1, 2); l§.add(3);",
        "`add(3)` throws UnsupportedOperationException");
    throwsIt(
        "List<Integer> l = Collections.unmodifiableList(new ArrayList<>(List.of(1)));"
            + " l§.clear();",
        "`clear()` throws UnsupportedOperationException");
    throwsIt(
        "List<Integer> l = List.of(1).stream().toList(); l§.add(1);",
        "`add(1)` throws UnsupportedOperationException");
  }

  @Test
  void collectionsOfConstantsHoldNoNull() {
    throwsIt("Object o = List§.of(1, null);", "`List.of(1, null)` throws NullPointerException");
    throwsIt(
        "Object o = Set§.of(1, 1);",
        "`Set.of(1, 1)` throws IllegalArgumentException: duplicate element: 1");
    throwsIt(
        "Object o = Map§.of(\"a\", 1, \"a\", 2);",
        "`Map.of(\"a\", 1, \"a\", 2)` throws IllegalArgumentException: duplicate key: a");
  }

  @Test
  void changingWhileIterating() {
    throwsIt(
        "List<Integer> l = new ArrayList<>(List.of(1, 2, 3)); l§.forEach(x -> l.add(x));",
        "`forEach(->)` throws ConcurrentModificationException");
    throwsIt(
        "Map<String, Integer> m = new LinkedHashMap<>(); m.put(\"a\", 1); m.put(\"b\", 2);"
            + " for (String k : m§.keySet()) m.remove(\"b\");",
        "the list is changed while a loop runs over it");
    throwsIt(
        "List<Integer> l = new ArrayList<>(List.of(1, 2, 3)); List<Integer> p = l.subList(0, 1);"
            + " l.add(4); int n = p§.size();",
        "`size()` throws ConcurrentModificationException");
  }

  @Test
  void streamsAreUsedOnce() {
    throwsIt(
        NUMBERS + " s = " + NUMBERS + ".range(0, 3); s.sum(); int n = s§.sum();",
        "`sum()` throws IllegalStateException: stream has already been operated upon or closed");
  }

  @Test
  void keysOfCollectedMapsDiffer() {
    throwsIt(
        "Object o = List.of(\"a\", \"b\").stream()"
            + "§.collect(java.util.stream.Collectors.toMap(x -> 1, x -> x));",
        "`collect(a collector)` throws IllegalStateException: Duplicate key 1 (attempted merging"
            + " values a and b)");
  }

  @Test
  void rangesMustFit() {
    throwsIt(
        "String s = \"conv\"§.repeat(-1);",
        "`repeat(-1)` throws IllegalArgumentException: count is negative: -1");
    throwsIt(
        "int[] a = Arrays§.copyOf(new int[2], -1);",
        "`Arrays.copyOf({0, 0}, -1)` throws NegativeArraySizeException: -1");
    throwsIt(
        "Object o = Collections§.nCopies(-1, 3);",
        "`Collections.nCopies(-1, 3)` throws IllegalArgumentException: List length = -1");
  }

  @Test
  void notComparable() {
    network(
            "record Size(int n) {} default Layer a() {"
                + " Object o = List.of(new Size(1), new Size(2)).stream().sorted()§.toList();"
                + " return relu(); }")
        .fails(
            Code.EXCEPTION,
            "`toList()` throws ClassCastException: class test.Net.Size cannot be cast to class"
                + " java.lang.Comparable");
  }

  @Test
  void orderOfHashesIsNotGuessed() {
    String text =
        refuses(
            "for (String k : Map.of(\"a\", 1, \"b\", 2)§.keySet()) { }",
            "the order of a Map.of is not the same in each run of Java");
    assertThat(text).contains("fix: use a LinkedHashMap, a TreeMap, a LinkedHashSet or a List");
    refuses(
        "int n = Set.of(1, 2).stream().mapToInt(x -> x)§.sum();",
        "the order of a Set.of is not the same in each run of Java");
    refuses(
        "Map.of(1, 2, 3, 4)§.forEach((k, v) -> { });",
        "the order of a Map.of is not the same in each run of Java");
    refuses(
        "List<Integer> l = new ArrayList<>(); l§.addAll(Set.of(1, 2));",
        "the order of a Set.of is not the same in each run of Java");
    refuses(
        "Set<Layer> s = new HashSet<>(); s.add(relu()); s.add(tanh());"
            + " List<Layer> l = §new ArrayList<>(s);",
        "the order of a HashSet of these elements is not the same in each run of Java");
  }

  @Test
  void hashMapsFilledFromUnorderedOnesAreUnordered() {
    refuses(
        "Map<String, Integer> m = new HashMap<>(Map.of(\"a\", 1, \"b\", 2));"
            + " String s = \"\" §+ m;",
        "the order of a HashMap with these keys is not the same in each run of Java");
  }

  @Test
  void enumsInHashMapsHaveNoOrder() {
    network(
            "enum Size { SMALL, LARGE } default Layer a() { Map<Size, Integer> m = new HashMap<>();"
                + " m.put(Size.SMALL, 1); m.put(Size.LARGE, 2); for (var e : m§.entrySet()) { }"
                + " return relu(); }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "the order of a HashMap with these keys is not the same in each run of Java");
    network(
            "enum Size { SMALL } default Layer a() { int h = Objects§.hash(Size.SMALL);"
                + " return relu(); }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "the hash code of an enum, a layer or an array is not the same in each run of Java");
  }

  @Test
  void chanceIsRefused() {
    String text =
        refuses("Random r = §new Random(3);", "a declaration cannot contain `new Random`");
    assertThat(text).contains("fix: write the numbers as constants");
    refuses(
        "List<Integer> l = new ArrayList<>(List.of(1)); Collections§.shuffle(l);",
        "a shuffled list is not the same in each run of Java");
    assertThat(
            unknown(
                "Collections§.shuffle(new ArrayList<>(), null);", "Collections.shuffle({}, null)"))
        .contains("there is only shuffle(List)");
  }

  @Test
  void outsideIsRefusedWithAReason() {
    assertThat(unknown("long t = System§.nanoTime();", "System.nanoTime()"))
        .contains("fix: remove it: a declaration is read, not run");
    assertThat(unknown("Object d = java.time.LocalDate§.now();", "LocalDate.now()"))
        .contains("fix: write the value as a constant");
    assertThat(
            refuses(
                "Object b = §new java.math.BigInteger(\"1\");",
                "a declaration cannot contain `new BigInteger`"))
        .contains("fix: use long or double");
    assertThat(
            refuses(
                "Object f = §new java.io.File(\"x\");", "a declaration cannot contain `new File`"))
        .contains("fix: remove it");
    assertThat(
            refuses(
                "Object t = §new Thread(() -> { });", "a declaration cannot contain `new Thread`"))
        .contains("fix: remove it");
  }

  @Test
  void unknownMethodsNameTheNearest() {
    assertThat(unknown("int i = \"a\"§.describeConstable().hashCode();", "describeConstable()"))
        .contains("fix: write it with what is pure in String, Math, ");
    assertThat(unknown("Object o = \"a\".chars()§.spliterator();", "spliterator()"))
        .contains("fix: nearest there is iterator");
    assertThat(unknown("Object o = Math§.floorMood(3, 2);", "Math.floorMood(3, 2)"))
        .contains("fix: write the nearest name: floorMod");
  }

  @Test
  void otherArgumentsNameTheOverloads() {
    assertThat(unknown("Object o = \"a\"§.substring(\"b\");", "substring(\"b\")"))
        .contains("fix: there are substring(int), substring(int, int)");
    assertThat(unknown("Object o = Math§.max(1, 2, 3);", "Math.max(1, 2, 3)"))
        .contains("fix: there are max(int, int), max(long, long)");
    assertThat(
            refuses(
                "Object o = §new ArrayList<Integer>(\"a\");",
                "a declaration cannot contain `new ArrayList(\"a\")`"))
        .contains("fix: there are new ArrayList(), new ArrayList(int)");
  }

  @Test
  void parallelStreamsAreRefused() {
    refuses(
        "int n = " + NUMBERS + ".range(0, 3)§.parallel().sum();",
        "a declaration is read by one thread, so its streams are not parallel");
    unknown("Object o = List.of(1)§.parallelStream();", "parallelStream()");
  }

  @Test
  void textsThatDependOnTheMachineAreRefused() {
    assertThat(
            refuses(
                "String s = String§.format(\"%.2f\", 1.5);",
                "the text of `%.2f` depends on the language of the machine"))
        .contains("fix: write String.format(Locale.ROOT, ...)");
    refuses(
        "String s = \"%,d\"§.formatted(1234);",
        "the text of `%,d` depends on the language of the machine");
    refuses(
        "String s = String§.format(\"a%n\");",
        "the text of `%n` is not the same in each run of Java");
    throwsIt(
        "String s = String§.format(\"%d\", \"x\");",
        "`String.format(\"%d\", \"x\")` throws IllegalFormatConversionException: d !="
            + " java.lang.String");
  }

  @Test
  void removalThatDependsOnTypesIsNotGuessed() {
    String headline = "whether `remove` takes an index or an element depends on the declared types";
    refuses(
        "List<Integer> l = new ArrayList<>(List.of(1)); l§.remove(List.of(0, \"a\").get(0));",
        headline);
    refuses(
        "List<Integer> l = new ArrayList<>(List.of(1));"
            + " IntFunction<Object> remove = §l::remove; remove.apply(0);",
        headline);
  }

  @Test
  void lambdaOfTheWrongKind() {
    throwsIt(
        "int n = List.of(1).stream().mapToInt(x -> { Integer none = null; return none; })§.sum();",
        "`sum()` throws NullPointerException: null is unboxed to int");
    unknown("Object o = List.of(1)§.stream(2);", "stream(2)");
  }
}
