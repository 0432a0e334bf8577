package dev.weft.processor.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.testing.Running;
import org.junit.jupiter.api.Test;

/** Syntax that is newer than the Java in which Weft is written. */
final class NewerJavaTest {
  private static final String HEADER =
      """
      package test;
      import static dev.weft.dsl.Layers.*;
      import dev.weft.dsl.*;
      import java.util.*;
      """;

  private static final String SHAPES =
      """
        sealed interface Shape permits Circle, Square, Group {}
        record Circle(int radius) implements Shape {}
        record Square(int side, String name) implements Shape {}
        record Group(Shape first, Shape second) implements Shape {}
        enum Size { SMALL, LARGE }
        record Box<T>(T content) {}
      """;

  private static void agrees(int java, String members) {
    int running = Runtime.version().feature();
    assumeTrue(running >= java, "this syntax came with Java " + java);
    Running.assertAgree(
        "test.Net",
        JavaFileObjects.forSourceString(
            "test.Net",
            HEADER
                + "@Network(input = {3, 32, 32})\npublic interface Net {\n"
                + SHAPES
                + members
                + "}\n"));
  }

  @Test
  void recordPatternsInSwitches() {
    agrees(
        21,
        """
        static int area(Shape shape) {
          return switch (shape) {
            case Circle(int radius) when radius > 100 -> -radius;
            case Circle(var radius) -> 3 * radius * radius;
            case Square(int side, String name) when name.equals("flat") -> 1;
            case Square square when square.side() == 7 -> 77;
            case Square(var side, var name) -> side * side + name.length();
            case Group(Circle(var a), Circle(var b)) -> a * 1000 + b;
            case Group(Shape one, Square(int side, var ignored)) when side > 5 -> side;
            case Group(var one, var other) -> area(one) + area(other);
          };
        }
        default Layer a() { return conv1x1(area(new Circle(2))); }
        default Layer b() { return conv1x1(-area(new Circle(101))); }
        default Layer c() { return conv1x1(area(new Square(4, "flat"))); }
        default Layer d() { return conv1x1(area(new Square(7, "x"))); }
        default Layer e() { return conv1x1(area(new Square(5, "abc"))); }
        default Layer f() { return conv1x1(area(new Group(new Circle(2), new Circle(3)))); }
        default Layer g() { return conv1x1(area(new Group(null, new Square(6, "")))); }
        default Layer h() {
          return conv1x1(area(new Group(new Square(2, "q"), new Group(new Circle(1), new Circle(2)))));
        }
        """);
  }

  @Test
  void recordPatternsInConditions() {
    agrees(
        21,
        """
        default Layer a() {
          Object object = new Group(new Circle(4), new Square(5, "s"));
          if (object instanceof Group(Circle(int radius), Square(var side, var name)) && side > 4) {
            return conv1x1(radius * 10 + side).named(name);
          }
          return relu();
        }
        default Layer b() {
          Shape shape = new Square(3, "t");
          if (!(shape instanceof Square(var side, String name))) {
            return relu();
          }
          return conv1x1(side).named(name);
        }
        default Layer c() {
          Object boxed = new Box<>(5);
          return conv1x1(boxed instanceof Box<?>(Integer i) ? i + 1 : 2);
        }
        default Layer d() {
          Box<Integer> box = new Box<>(8);
          return conv1x1(box instanceof Box<Integer>(var i) ? i : 2);
        }
        default Layer e() {
          Object boxed = new Box<>("s");
          return conv1x1(boxed instanceof Box<?>(Integer i) ? i + 1 : 2);
        }
        """);
  }

  @Test
  void switchesOverTypesAndNull() {
    agrees(
        21,
        """
        static String kind(Object object) {
          return switch (object) {
            case null -> "null";
            case Integer i when i > 10 -> "large" + i;
            case Integer i -> "int" + i;
            case String s -> "text" + s;
            case Size size when size == Size.LARGE -> "large";
            case Size size -> "size" + size.ordinal();
            case int[] cells -> "cells" + cells.length;
            case List<?> list -> "list" + list.size();
            case Layer layer -> "layer";
            default -> "other";
          };
        }
        static String size(Size size) {
          return switch (size) {
            case SMALL -> "s";
            case null, default -> "d";
          };
        }
        default Layer a() { return relu().named(kind(null)); }
        default Layer b() { return relu().named(kind(11)); }
        default Layer c() { return relu().named(kind(9)); }
        default Layer d() { return relu().named(kind("x")); }
        default Layer e() { return relu().named(kind(Size.LARGE)); }
        default Layer f() { return relu().named(kind(Size.SMALL)); }
        default Layer g() { return relu().named(kind(new int[3])); }
        default Layer h() { return relu().named(kind(List.of(1, 2))); }
        default Layer i() { return relu().named(kind(relu())); }
        default Layer j() { return relu().named(kind(2.5)); }
        default Layer k() { return relu().named(size(null) + size(Size.SMALL) + size(Size.LARGE)); }
        default Layer l() {
          Object object = 5;
          int sum = 0;
          switch (object) {
            case String s: sum += s.length(); break;
            case Integer i when i > 3: sum += i;
            default: sum += 100;
          }
          return conv1x1(sum);
        }
        """);
  }

  @Test
  void qualifiedEnumConstantsAsLabels() {
    agrees(
        21,
        """
        default Layer a() {
          Size size = Size.LARGE;
          return conv1x1(switch (size) { case Size.SMALL -> 1; case Size.LARGE -> 2; });
        }
        """);
  }

  @Test
  void unnamedVariablesAndPatterns() {
    agrees(
        22,
        """
        default Layer a() {
          int sum = 0;
          for (var _ : List.of(1, 2, 3)) { sum += 5; }
          var _ = sum++;
          return conv1x1(sum);
        }
        default Layer b() { return repeat(2, _ -> relu()); }
        default Layer c() {
          Shape shape = new Square(6, "u");
          return switch (shape) {
            case Square(var side, _) -> conv1x1(side);
            case Circle _ -> relu();
            case Group(_, Circle(_)) -> tanh();
            case Group _ -> sigmoid();
          };
        }
        default Layer d() {
          Object object = new Group(new Circle(1), null);
          return object instanceof Group(Circle _, var _) ? tanh() : relu();
        }
        """);
  }

  @Test
  void importedModulesAndFlexibleConstructors() {
    int running = Runtime.version().feature();
    assumeTrue(running >= 25, "this syntax came with Java 25");
    Running.assertAgree(
        "test.Net",
        JavaFileObjects.forSourceString(
            "test.Net",
            """
            package test;
            import static dev.weft.dsl.Layers.*;
            import dev.weft.dsl.*;
            import module java.base;
            @Network(input = {3, 32, 32})
            public interface Net {
              class Base {
                final int width;
                Base(int width) { this.width = width + seen(); }
                int seen() { return 0; }
              }
              class Derived extends Base {
                final int more;
                Derived(int width) {
                  if (width < 0) { throw new IllegalArgumentException("negative"); }
                  int twice = width * 2;
                  this.more = twice + 1;
                  super(twice);
                }
                @Override int seen() { return more * 100; }
              }
              default Layer a() {
                List<Integer> widths = new ArrayList<>(List.of(3, 4));
                Function<Integer, Layer> make = i -> conv1x1(i);
                return make.apply(widths.get(1));
              }
              default Layer b() { return conv1x1(new Derived(3).width); }
            }
            """));
  }
}
