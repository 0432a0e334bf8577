package dev.weft.processor.source.interpret;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Layers in place of those that a wrong argument prevents, where it has no say in shapes: what
 * stands around them can be checked all the same.
 */
public final class StandIns {
  /** The modifier that changes counts, though not shapes. */
  private static final String GROUPS = "groups";

  /** The factories that need a value, with one that they take. */
  private static final Map<String, Supplier<Layer>> WITH_A_VALUE =
      Map.of(
          "dropout", StandInLayers::dropout,
          "dropPath", StandInLayers::dropPath,
          "groupNorm", StandInLayers::groupNorm,
          "localResponseNorm", StandInLayers::localResponseNorm,
          "channelShuffle", StandInLayers::channelShuffle,
          "expect", Layers::identity);

  /** The modifiers whose values do not change shapes. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "named",
          "init",
          "epsilon",
          "momentum",
          "alpha",
          "beta",
          "k",
          "inChannels",
          "inFeatures",
          "countIncludePad",
          "weight",
          GROUPS);

  /** The modifiers that take nothing, and are there or not. */
  private static final Set<String> SWITCHES = Set.of("noBias", "affine", "ceilMode");

  private final Set<Layer> made = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What stands for the layer of a factory; empty if its arguments decide on the shape. */
  Optional<Layer> ofFactory(Class<?> type, String name) {
    if (type != Layers.class) {
      return Optional.empty();
    }
    Optional<Layer> layer =
        WITH_A_VALUE.containsKey(name)
            ? Optional.of(WITH_A_VALUE.get(name).get())
            : plain(type, true, name).map(method -> call(method, null));
    layer.ifPresent(made::add);
    return layer;
  }

  /**
   * What stands for the layer of a modifier; empty if its arguments decide on the shape.
   *
   * @param arguments those that have a value
   */
  Optional<Layer> ofModifier(Layer receiver, String name, List<Object> arguments) {
    if (WITHOUT_EFFECT.contains(name)) {
      made.add(receiver);
      return Optional.of(receiver);
    }
    if (!SWITCHES.contains(name)) {
      return Optional.empty();
    }
    // Whoever writes noBias(false) means the layer without the modifier.
    return plain(receiver.getClass(), false, name)
        .map(method -> arguments.contains(false) ? receiver : call(method, receiver));
  }

  /** Whether the number of parameters depends on the value of a modifier that is refused. */
  public static boolean changesCounts(String modifier) {
    return modifier.equals(GROUPS);
  }

  /** Notes what a modifier makes of a layer that may be one of these. */
  void note(Layer original, Layer modified) {
    if (made.contains(original)) {
      made.add(modified);
    }
  }

  /** Whether the values of a layer are not its author's. */
  boolean isOne(Layer layer) {
    return made.contains(layer);
  }

  /** The method of a name that takes nothing and makes a layer. */
  private static Optional<Method> plain(Class<?> type, boolean isStatic, String name) {
    return DslMethods.of(type, isStatic)
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .filter(method -> Layer.class.isAssignableFrom(method.getReturnType()))
        .findFirst();
  }

  private static Layer call(Method method, Layer receiver) {
    try {
      return (Layer) method.invoke(receiver);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
