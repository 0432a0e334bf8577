package dev.weft.processor.source.interpret.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every public method of the JDK's basic classes whose parameters are numbers, characters, booleans
 * and strings yields what the JVM yields, or throws what it throws, over a grid of arguments.
 */
final class AgainstTheJvmTest {
  private static final JdkLibrary LIBRARY = new JdkLibrary(new FreeHost());

  private static final Map<Class<?>, List<Object>> GRID =
      Map.of(
          int.class,
          List.of(0, 1, -1, 2, 7, 10, 36, 65, 0x1F600, Integer.MIN_VALUE, Integer.MAX_VALUE),
          long.class,
          List.of(0L, 1L, -1L, 3L, 64L, 1L << 40, -7L, Long.MIN_VALUE, Long.MAX_VALUE),
          short.class,
          List.of((short) 0, (short) -1, (short) 300, Short.MIN_VALUE, Short.MAX_VALUE),
          byte.class,
          List.of((byte) 0, (byte) -1, (byte) 65, Byte.MIN_VALUE, Byte.MAX_VALUE),
          char.class,
          List.of('a', 'Z', '7', ' ', '\u00df', '\ud83d', '\ude00', '\uffff', '\0'),
          float.class,
          List.of(0f, -0f, 1.5f, -2.5f, 1e30f, Float.NaN, Float.MIN_VALUE, Float.MAX_VALUE),
          double.class,
          List.of(0.0, -0.0, 0.5, -2.5, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, 9e15),
          boolean.class,
          List.of(true, false),
          String.class,
          List.of(
              "",
              "7",
              "-42",
              "conv 3x3",
              "ab",
              "0x1F",
              "1e400",
              "  \tq\n x ",
              "TRUE",
              "\ud83d\ude00"),
          CharSequence.class,
          List.of("", "12345", "b"));

  /** Would make strings of two billion characters here, which the budget forbids. */
  private static final Set<String> HUGE = Set.of("repeat", "indent", "wait");

  /** What a class offers and a declaration cannot call, by name: nothing else may be missing. */
  private static final Map<Class<?>, Set<String>> MISSING =
      Map.of(
          Math.class, Set.of("random"),
          StrictMath.class, Set.of("random"),
          Integer.class, Set.of("getInteger"),
          Long.class, Set.of("getLong"),
          Boolean.class, Set.of("getBoolean"));

  /** What came after Java 17 and is refused; all else of later versions is there. */
  private static final Set<String> NEWER =
      Set.of(
          "powExact",
          "unsignedMultiplyExact",
          "unsignedMultiplyHigh",
          "unsignedPowExact",
          "compress",
          "expand",
          "float16ToFloat",
          "floatToFloat16",
          "isEmoji",
          "isEmojiPresentation",
          "isEmojiModifier",
          "isEmojiModifierBase",
          "isEmojiComponent",
          "isExtendedPictographic",
          "splitWithDelimiters");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Math.class,
        StrictMath.class,
        Integer.class,
        Long.class,
        Short.class,
        Byte.class,
        Double.class,
        Float.class,
        Boolean.class,
        Character.class,
        String.class
      })
  void staticMethods(Class<?> type) {
    Set<String> missing = new TreeSet<>();
    int compared = 0;
    for (Method method : methods(type, true)) {
      for (List<Object> arguments : grid(method.getParameterTypes())) {
        Object ours = outcome(() -> LIBRARY.onType(type.getName(), method.getName(), arguments));
        if (ours == JdkLibrary.UNKNOWN) {
          missing.add(method.getName());
        } else {
          assertThat(ours).as(method + " of " + arguments).isEqualTo(jvm(method, null, arguments));
          compared++;
        }
      }
    }
    missing.removeAll(NEWER);
    assertThat(missing).isEqualTo(MISSING.getOrDefault(type, Set.of()));
    assertThat(compared).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        int.class,
        long.class,
        short.class,
        byte.class,
        double.class,
        float.class,
        boolean.class,
        char.class,
        String.class
      })
  void instanceMethods(Class<?> type) {
    Set<String> missing = new TreeSet<>();
    for (Object receiver : GRID.get(type)) {
      for (Method method : methods(receiver.getClass(), false)) {
        for (List<Object> arguments : grid(method.getParameterTypes())) {
          Object ours = outcome(() -> LIBRARY.onValue(receiver, method.getName(), arguments));
          if (ours == JdkLibrary.UNKNOWN) {
            missing.add(method.getName());
          } else {
            assertThat(ours)
                .as(method + " of " + receiver + " and " + arguments)
                .isEqualTo(jvm(method, receiver, arguments));
          }
        }
      }
    }
    missing.removeAll(NEWER);
    assertThat(missing)
        .isSubsetOf("getBytes", "getClass", "notify", "notifyAll", "wait", "describeConstable");
  }

  private static List<Method> methods(Class<?> type, boolean isStatic) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
        .filter(method -> !method.isBridge() && !method.isAnnotationPresent(Deprecated.class))
        .filter(method -> GRID.keySet().containsAll(List.of(method.getParameterTypes())))
        .filter(method -> !HUGE.contains(method.getName()))
        .toList();
  }

  private static List<List<Object>> grid(Class<?>... types) {
    List<List<Object>> all = new ArrayList<>();
    all.add(List.of());
    for (Class<?> type : types) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> start : all) {
        for (Object value : GRID.get(type)) {
          longer.add(Stream.concat(start.stream(), Stream.of(value)).toList());
        }
      }
      all = longer;
    }
    return all;
  }

  private interface Call {
    Object run() throws Exception;
  }

  /** The result as one can compare it, or the exception's class and text. */
  private static Object outcome(Call call) {
    try {
      return comparable(call.run());
    } catch (Refusal | NoSuchMethodError refused) {
      return JdkLibrary.UNKNOWN;
    } catch (Exception thrown) {
      return thrown.getClass() + ": " + thrown.getMessage();
    }
  }

  private static Object jvm(Method method, Object receiver, List<Object> arguments) {
    return outcome(
        () -> {
          try {
            return method.invoke(receiver, arguments.toArray());
          } catch (InvocationTargetException thrown) {
            throw (Exception) thrown.getCause();
          }
        });
  }

  private static Object comparable(Object value) {
    if (value instanceof JavaArray array) {
      return Arrays.asList(array.toArray());
    }
    if (value instanceof char[] characters) {
      return new String(characters).chars().mapToObj(c -> (char) c).toList();
    }
    if (value instanceof Object[] cells) {
      return Arrays.asList(cells);
    }
    if (value instanceof BaseStream<?, ?> stream) {
      List<Object> all = new ArrayList<>();
      stream.iterator().forEachRemaining(all::add);
      return all;
    }
    return value instanceof StringBuilder ? value.toString() : value;
  }

  @Test
  void newerMethodsAreTheirDocumentations() {
    assertThat(LIBRARY.onType("java.lang.Math", "ceilDiv", List.of(7, 2))).isEqualTo(4);
    assertThat(LIBRARY.onType("java.lang.Math", "ceilDiv", List.of(-7, 2))).isEqualTo(-3);
    assertThat(LIBRARY.onType("java.lang.Math", "ceilMod", List.of(7, 3))).isEqualTo(-2);
    assertThat(LIBRARY.onType("java.lang.Math", "clamp", List.of(99L, 1, 8))).isEqualTo(8);
    assertThat(LIBRARY.onType("java.lang.Math", "clamp", List.of(-0.5, 0.0, 1.0))).isEqualTo(0.0);
  }

  @Test
  void indexedCopiesOfArraysAreThoseOfTheJvm() {
    JavaArray array = JavaArray.of(ValueType.primitive(Prim.INT), 1, 2);
    for (int from = -1; from < 4; from++) {
      for (int to = -1; to < 5; to++) {
        int a = from;
        int b = to;
        Object ours =
            outcome(() -> LIBRARY.onType("java.util.Arrays", "copyOfRange", List.of(array, a, b)));
        Object theirs =
            outcome(
                () -> Arrays.stream(Arrays.copyOfRange(new int[] {1, 2}, a, b)).boxed().toList());
        assertThat(text(ours)).as(a + ".." + b).isEqualTo(text(theirs));
      }
    }
  }

  /** Without the text of exceptions, which differs between the versions of the JDK. */
  private static String text(Object outcome) {
    return outcome.toString().replaceAll("Exception: .*", "Exception");
  }
}
