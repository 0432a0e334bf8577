package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Lists, queues, sets, iterators and {@code java.util.Collections}. */
@Network(input = {3, 8, 8})
public interface LibraryCollections {
  enum Kind {
    PLAIN,
    WIDE,
    DEEP
  }

  /** Something with a natural order of its own. */
  record Stage(String name, int width) implements Comparable<Stage> {
    @Override
    public int compareTo(Stage other) {
      return Integer.compare(other.width, width);
    }
  }

  default Layer changingLists() {
    List<Integer> l = new ArrayList<>(List.of(5, 3, 9, 3));
    l.remove(0);
    l.remove(Integer.valueOf(9));
    l.add(1, 7);
    l.addAll(0, List.of(1, 2));
    l.removeIf(x -> x == 7);
    l.replaceAll(x -> x * 10);
    l.set(0, -1);
    return sequential(
        Show.of("" + l),
        Show.of(l.indexOf(30) + l.lastIndexOf(30) * 10),
        Show.of(l.containsAll(List.of(20, -1))),
        Show.of(l.hashCode()),
        Show.of(l.equals(List.of(-1, 20, 30, 30))));
  }

  default Layer sortingLists() {
    List<String> names = new ArrayList<>(List.of("pool", "conv2", "fc", "conv1"));
    java.util.Collections.sort(names);
    List<String> byLength = new ArrayList<>(names);
    byLength.sort(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
    List<Integer> numbers = Arrays.asList(3, 1, 2);
    numbers.sort(null);
    return sequential(Show.of("" + names), Show.of("" + byLength), Show.of("" + numbers));
  }

  default Layer sortingRecords() {
    List<Stage> stages =
        new ArrayList<>(List.of(new Stage("b", 3), new Stage("a", 3), new Stage("c", 9)));
    java.util.Collections.sort(stages);
    String natural = stages.stream().map(Stage::name).collect(Collectors.joining());
    stages.sort(Comparator.comparingInt(Stage::width).thenComparing(Stage::name));
    return sequential(
        Show.of(natural),
        Show.of(stages.get(0).name() + stages.get(1).name()),
        Show.of(java.util.Collections.max(stages).name()));
  }

  default Layer subLists() {
    List<Integer> all = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    List<Integer> part = all.subList(1, 4);
    part.set(0, 20);
    part.remove(part.size() - 1);
    part.add(99);
    return sequential(Show.of("" + all), Show.of("" + part), Show.of(part.size()));
  }

  default Layer iterators() {
    List<Integer> l = new LinkedList<>(List.of(1, 2, 3, 4));
    Iterator<Integer> it = l.iterator();
    int sum = 0;
    while (it.hasNext()) {
      int x = it.next();
      if (x % 2 == 0) {
        it.remove();
      } else {
        sum += x;
      }
    }
    ListIterator<Integer> back = l.listIterator(l.size());
    String order = "";
    while (back.hasPrevious()) {
      order += back.previous();
    }
    return sequential(Show.of(sum), Show.of("" + l), Show.of(order));
  }

  default Layer queues() {
    Deque<Integer> d = new ArrayDeque<>();
    d.push(1);
    d.addLast(2);
    d.offerFirst(3);
    Queue<String> q = new LinkedList<>();
    q.add("a");
    q.offer("b");
    String head = q.poll() + q.peek() + q.size();
    PriorityQueue<Integer> p = new PriorityQueue<>(Comparator.reverseOrder());
    p.addAll(List.of(3, 8, 5));
    return sequential(
        Show.of("" + d),
        Show.of(d.pop() * 100 + d.peekLast() * 10 + d.peekFirst()),
        Show.of(head),
        Show.of(p.poll() * 10 + p.poll()));
  }

  default Layer breadthFirst() {
    Deque<Integer> open = new ArrayDeque<>(List.of(64));
    List<Layer> layers = new ArrayList<>();
    while (!open.isEmpty()) {
      int width = open.removeFirst();
      layers.add(conv1x1(width));
      if (width > 16) {
        open.addLast(width / 2);
        open.addLast(width / 4);
      }
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer stacks() {
    Stack<Integer> s = new Stack<>();
    s.push(1);
    s.push(2);
    int top = s.pop();
    return sequential(Show.of(top + s.peek() * 10), Show.of(s.empty()));
  }

  default Layer sets() {
    Set<String> seen = new HashSet<>();
    boolean first = seen.add("a");
    boolean second = seen.add("a");
    Set<Integer> ordered = new LinkedHashSet<>(List.of(9, 3, 9, 1).subList(0, 2));
    ordered.add(1);
    ordered.add(9);
    return sequential(
        Show.of(first && !second),
        Show.of("" + ordered),
        Show.of("" + new TreeSet<>(ordered)),
        Show.of(Set.of(1, 2, 3).contains(2)),
        Show.of(Set.of(1, 2).equals(new HashSet<>(List.of(2, 1)))));
  }

  default Layer hashedOrder() {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      numbers.add(i * 37 % 101);
    }
    Set<String> names = new HashSet<>(List.of("stem", "conv", "pool", "head", "fc", "drop"));
    names.add("stage4");
    names.retainAll(Set.of("stem", "pool", "stage4", "head"));
    String text = "";
    for (String name : names) {
      text += name;
    }
    return sequential(Show.of("" + numbers), Show.of(text));
  }

  default Layer hashedCopies() {
    List<Integer> twelve = IntStream.range(0, 12).map(i -> i * 16).boxed().toList();
    Set<Integer> copied = new HashSet<>(twelve);
    Set<Integer> added = new HashSet<>();
    added.addAll(twelve);
    Set<Integer> collected = twelve.stream().collect(Collectors.toSet());
    return sequential(
        Show.of("" + copied),
        Show.of("" + added),
        Show.of("" + collected),
        Show.of("" + new HashSet<>(collected)));
  }

  default Layer sortedSets() {
    TreeSet<Integer> t = new TreeSet<>(List.of(16, 64, 32, 128));
    return sequential(
        Show.of(t.first() + t.last()),
        Show.of(t.floor(40) + t.ceiling(65) * 10 + t.higher(16)),
        Show.of("" + t.headSet(64) + t.tailSet(64) + t.descendingSet()),
        Show.of("" + t.subSet(16, false, 64, true)),
        Show.of(t.pollFirst() + t.size()));
  }

  default Layer enumSets() {
    Set<Kind> kinds = EnumSet.of(Kind.DEEP, Kind.PLAIN);
    String text = "";
    for (Kind kind : kinds) {
      text += kind;
    }
    return sequential(
        Show.of(text),
        Show.of(EnumSet.allOf(Kind.class).size() + EnumSet.noneOf(Kind.class).size()),
        Show.of(new HashSet<>(List.of(Kind.WIDE)).contains(Kind.WIDE)));
  }

  default Layer asListWritesThrough() {
    Integer[] a = {1, 2, 3};
    List<Integer> l = Arrays.asList(a);
    l.set(0, 10);
    a[2] = 30;
    java.util.Collections.reverse(l);
    return sequential(Show.of(a[0] + a[2]), Show.of("" + l), Show.of(l.size()));
  }

  default Layer toolsOfCollections() {
    List<Integer> l = new ArrayList<>(java.util.Collections.nCopies(3, 7));
    java.util.Collections.addAll(l, 1, 2);
    java.util.Collections.swap(l, 0, 4);
    java.util.Collections.rotate(l, 1);
    int most = java.util.Collections.max(l) + java.util.Collections.min(l);
    return sequential(
        Show.of("" + l),
        Show.of(most),
        Show.of(java.util.Collections.frequency(l, 7)),
        Show.of(java.util.Collections.emptyList().size()),
        Show.of(java.util.Collections.disjoint(l, List.of(9))),
        Show.of(java.util.Collections.binarySearch(List.of(1, 3, 5), 3)),
        Show.of("" + java.util.Collections.unmodifiableList(l).subList(0, 2)),
        Show.of("" + java.util.Collections.singletonList(4)));
  }

  default Layer copiedLayers() {
    List<Layer> same = java.util.Collections.nCopies(3, conv3x3(8));
    return sequential(same.toArray(new Layer[0]));
  }

  default Layer listsAsArguments() {
    List<Layer> layers = new LinkedList<>();
    for (int width : List.of(8, 16)) {
      layers.add(conv1x1(width));
    }
    Layer[] more = layers.toArray(new Layer[5]);
    more[2] = relu();
    more[3] = tanh();
    more[4] = sigmoid();
    return sequential(
        sequential(layers.toArray(new Layer[0])),
        sequential(layers.toArray(new Layer[layers.size()])),
        sequential(more),
        concat(layers.toArray(Layer[]::new)));
  }

  default Layer nestedLists() {
    List<List<Integer>> table = List.of(List.of(1, 2), List.of(3), List.of());
    int sum = 0;
    for (List<Integer> row : table) {
      for (int cell : row) {
        sum += cell;
      }
    }
    List<int[]> pairs = new ArrayList<>();
    pairs.add(new int[] {3, 64});
    return sequential(Show.of(sum), Show.of("" + table), conv(pairs.get(0)[1], pairs.get(0)[0]));
  }

  default Layer forEachOverAny() {
    Collection<Integer> c = new ArrayDeque<>(List.of(4, 5));
    Iterable<String> names = List.of("a", "b");
    int sum = 0;
    for (int x : c) {
      sum = sum * 10 + x;
    }
    StringBuilder all = new StringBuilder();
    names.forEach(name -> all.append(name));
    return sequential(Show.of(sum), Show.of(all.toString()));
  }

  default Layer copiesOfLists() {
    List<Integer> source = new ArrayList<>(List.of(1));
    List<Integer> copy = List.copyOf(source);
    List<Integer> view = java.util.Collections.unmodifiableList(source);
    source.add(2);
    return sequential(Show.of(copy.size()), Show.of(view.size()));
  }

  default Layer removalByIndexOrElement() {
    List<Integer> l = new ArrayList<>(List.of(10, 1, 0));
    Integer one = 1;
    l.remove(one);
    int zero = 0;
    l.remove(zero);
    Collection<Integer> c = new HashSet<>(List.of(7, 8));
    c.remove(7);
    Collection<Integer> numbers = new ArrayList<>(List.of(5, 1));
    numbers.remove(1);
    List<Integer> rest = new ArrayList<>(List.of(3, 2, 0));
    rest.remove(List.of(Map.of("a", 0)).get(0).get("a"));
    return sequential(Show.of("" + l), Show.of("" + c), Show.of("" + numbers), Show.of("" + rest));
  }
}
