package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Maps. */
@Network(input = {3, 8, 8})
public interface LibraryMaps {
  Map<String, Integer> WIDTHS = Map.of("small", 16, "large", 64);
  Map<Integer, int[]> DEPTHS =
      Map.ofEntries(Map.entry(50, new int[] {3, 4, 6, 3}), Map.entry(18, new int[] {2, 2, 2, 2}));

  enum Kind {
    PLAIN,
    WIDE,
    DEEP
  }

  default Layer constants() {
    return sequential(
        conv1x1(WIDTHS.get("large")),
        conv1x1(WIDTHS.getOrDefault("huge", 7)),
        Show.of(DEPTHS.get(50)[2]),
        Show.of(WIDTHS.containsKey("small") && !WIDTHS.containsValue(3)),
        Show.of(WIDTHS.size()));
  }

  default Layer counting() {
    Map<Character, Integer> counts = new TreeMap<>();
    for (char c : "residual".toCharArray()) {
      counts.merge(c, 1, Integer::sum);
    }
    return sequential(Show.of("" + counts), Show.of(counts.get('r')));
  }

  default Layer hashOrder() {
    Map<String, Integer> m = new HashMap<>();
    String[] names = {"stem", "layer1", "layer2", "layer3", "layer4", "head", "aux", "pool"};
    for (String name : names) {
      m.put(name, name.length());
    }
    m.remove("aux");
    String order = "";
    for (Map.Entry<String, Integer> e : m.entrySet()) {
      order += e.getKey() + e.getValue();
    }
    return sequential(Show.of(order), Show.of("" + m.keySet() + m.values()));
  }

  default Layer hashOrderOfNumbers() {
    Map<Integer, String> m = new HashMap<>(4);
    for (int i = 20; i > 0; i--) {
      m.put(i * 33, "v" + i);
    }
    Map<Integer, String> copy = new HashMap<>(m);
    return sequential(Show.of("" + m), Show.of("" + copy));
  }

  default Layer insertionOrder() {
    Map<String, Layer> m = new LinkedHashMap<>();
    m.put("z", conv1x1(4));
    m.put("a", relu());
    m.put("z", conv1x1(5));
    List<Layer> layers = new ArrayList<>();
    m.forEach((name, layer) -> layers.add(layer.named(name)));
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer computing() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      groups.computeIfAbsent(i % 2 == 0 ? "even" : "odd", key -> new ArrayList<>()).add(i);
    }
    Map<String, Integer> m = new LinkedHashMap<>(Map.of("a", 1));
    m.compute(
        "a",
        (k, v) -> {
          if (v == null) {
            return 0;
          }
          return v + 10;
        });
    m.compute("b", (k, v) -> Objects.requireNonNullElse(v, 5));
    m.computeIfPresent("b", (k, v) -> null);
    m.putIfAbsent("c", 3);
    m.putIfAbsent("a", 99);
    m.replaceAll((k, v) -> v * 2);
    m.replace("c", 1);
    return sequential(Show.of("" + groups), Show.of("" + m));
  }

  default Layer sorted() {
    TreeMap<Integer, String> t = new TreeMap<>(Map.of(16, "a", 64, "b", 32, "c"));
    return sequential(
        Show.of("" + t),
        Show.of(t.firstKey() + t.lastKey() + t.floorKey(40)),
        Show.of(t.ceilingEntry(33).getValue() + t.firstEntry().getValue()),
        Show.of("" + t.headMap(32) + t.tailMap(32, false) + t.descendingMap()),
        Show.of("" + new TreeMap<String, Integer>(Comparator.reverseOrder())));
  }

  default Layer enumMaps() {
    Map<Kind, Integer> m = new EnumMap<>(Kind.class);
    m.put(Kind.DEEP, 3);
    m.put(Kind.PLAIN, 1);
    String order = "";
    for (var e : m.entrySet()) {
      order += e.getKey().name() + e.getValue();
    }
    Map<Kind, Integer> hashed = new HashMap<>(m);
    return sequential(Show.of(order), Show.of(hashed.get(Kind.DEEP)));
  }

  default Layer entries() {
    Map.Entry<String, Integer> e = Map.entry("k", 5);
    List<Map.Entry<String, Integer>> l = new ArrayList<>(new TreeMap<>(WIDTHS).entrySet());
    l.sort(Map.Entry.comparingByValue());
    String byValue = l.get(0).getKey();
    l.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    return sequential(Show.of(e.getKey() + e.getValue()), Show.of(byValue + l.get(0).getKey()));
  }

  default Layer views() {
    Map<String, Integer> m = new LinkedHashMap<>();
    m.put("a", 1);
    m.put("b", 2);
    m.put("c", 3);
    m.keySet().remove("a");
    m.values().removeIf(v -> v == 3);
    for (Map.Entry<String, Integer> e : m.entrySet()) {
      e.setValue(e.getValue() * 7);
    }
    return sequential(Show.of("" + m), Show.of(m.equals(Map.of("b", 14))), Show.of(m.hashCode()));
  }

  default Layer loopsOverSingle() {
    int sum = 0;
    for (int width : Map.of("only", 9).values()) {
      sum += width;
    }
    for (String name : Set.of("one")) {
      sum += name.length();
    }
    return Show.of(sum);
  }

  default Layer memoised() {
    Map<Integer, Long> known = new HashMap<>();
    return Show.of(fibonacci(40, known));
  }

  static long fibonacci(int n, Map<Integer, Long> known) {
    if (n < 2) {
      return n;
    }
    if (!known.containsKey(n)) {
      known.put(n, fibonacci(n - 1, known) + fibonacci(n - 2, known));
    }
    return known.get(n);
  }

  default Layer absentKeys() {
    Map<String, Integer> m = new HashMap<>();
    Integer none = m.get("x");
    m.put(null, 4);
    return sequential(Show.of(none == null), Show.of(m.get(null)), Show.of("" + m.remove("y")));
  }

  default Layer groupedByCollectors() {
    Map<Integer, List<String>> byLength =
        Stream.of("a", "bb", "c", "dd").collect(Collectors.groupingBy(String::length));
    Map<Boolean, Long> parts =
        Stream.of(1, 2, 3).collect(Collectors.partitioningBy(x -> x > 1, Collectors.counting()));
    Map<String, Integer> sizes =
        Stream.of("stem", "conv", "head", "x")
            .collect(Collectors.toMap(Function.identity(), String::length));
    return sequential(
        Show.of("" + byLength),
        Show.of("" + parts),
        Show.of("" + sizes),
        Show.of(
            ""
                + Stream.of(3, 1, 2)
                    .collect(
                        Collectors.toMap(x -> "k" + x, x -> x, (a, b) -> a, LinkedHashMap::new))),
        Show.of(
            ""
                + Stream.of("a", "bb", "c")
                    .collect(
                        Collectors.groupingBy(
                            String::length, TreeMap::new, Collectors.joining("+")))));
  }
}
