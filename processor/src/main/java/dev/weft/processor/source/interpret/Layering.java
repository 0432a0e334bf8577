package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.WithChannelsLayer;
import dev.weft.dsl.problem.Problem.Detail;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Origin;
import dev.weft.processor.diagnostic.Origin.SizedCall;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.value.ClassLiteral;
import dev.weft.processor.source.value.Describe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls of the DSL's factories and modifiers, on the processor's own copy of the DSL. */
final class Layering {
  private final Machine machine;
  private final Origins origins;
  private final LayerSizes sizes = new LayerSizes();
  private final LateMistakes late = new LateMistakes();
  private final StandIns standIns = new StandIns();
  private final NullLayers nullLayers;
  private Tree lastCall;

  Layering(Machine machine, Origins origins) {
    this.machine = machine;
    this.origins = origins;
    this.nullLayers = new NullLayers(machine);
  }

  /** What goes wrong in layers that wait for their input's channels. */
  LateMistakes late() {
    return late;
  }

  /**
   * Refuses a statement that is no more than a call which makes a layer: layers never change, so
   * that it does nothing.
   */
  void refuseUnused(ExpressionTree statement, Activation at) {
    if (lastCall != statement || !(statement instanceof MethodInvocationTree call)) {
      return;
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree variable
        && at.scope().names().contains(variable.getName().toString())) {
      throw machine.mistakes.misuse(
          call,
          at,
          "the layer that `" + select.getIdentifier() + "` makes is not used: layers never change",
          new Fix("keep it", variable + " = " + call, null));
    }
    throw machine.mistakes.misuse(
        call,
        at,
        "the layer that is made here is not used",
        Fix.of("return it, put it into another, or remove it"));
  }

  /** Whether there is such a static method for these arguments. */
  boolean accepts(Class<?> type, String name, List<Object> arguments) {
    return DslMethods.find(type, true, name, arguments).isPresent();
  }

  /** Calls a factory. */
  Object make(Class<?> type, String name, List<Object> arguments, Tree call, Activation at) {
    try {
      return made(type, name, arguments, call, at);
    } catch (Mistake mistake) {
      return inPlaceOfMade(mistake, type, name, call, at);
    }
  }

  /**
   * What stands for the layer of a factory that a mistake prevents.
   *
   * @throws Mistake the same one, if nothing does
   */
  Layer inPlaceOfMade(Mistake mistake, Class<?> type, String name, Tree call, Activation at) {
    Layer layer = machine.recovery.goOn(mistake, standIns.ofFactory(type, name));
    origins.put(layer, new Origin(place(call, at), at.calls().frames(), Map.of()));
    return layer;
  }

  private Object made(
      Class<?> type, String name, List<Object> arguments, Tree call, Activation at) {
    Optional<Method> method = DslMethods.find(type, true, name, arguments);
    if (method.isEmpty()) {
      throw noSuch(type, null, name, arguments, call, at);
    }
    Object made =
        isNetwork(type, name, arguments)
            ? machine.networks.read(((ClassLiteral) arguments.get(0)).type(), call, at)
            : invoke(method.get(), null, arguments, call, at);
    if (made instanceof WithChannelsLayer waiting) {
      made = guarded(waiting, call, at);
    }
    if (made instanceof Layer layer) {
      checkSize(layer, call, at);
      origins.put(
          layer,
          new Origin(place(call, at), at.calls().frames(), Map.of(), false, sizedCall(call)));
      lastCall = call;
    }
    return made;
  }

  /** A call that begins with a number, as text. */
  private static Optional<SizedCall> sizedCall(Tree call) {
    if (!(call instanceof MethodInvocationTree method)
        || method.getArguments().isEmpty()
        || method.getArguments().get(0).getKind() != Tree.Kind.INT_LITERAL) {
      return Optional.empty();
    }
    List<? extends ExpressionTree> others =
        method.getArguments().subList(1, method.getArguments().size());
    String behind = others.stream().map(other -> ", " + other).collect(Collectors.joining());
    return Optional.of(new SizedCall(method.getMethodSelect() + "(", behind + ")"));
  }

  /** Whether another network is asked for, whose class exists only once it is compiled. */
  private static boolean isNetwork(Class<?> type, String name, List<Object> arguments) {
    return type == Layers.class
        && name.equals("network")
        && arguments.get(0) instanceof ClassLiteral;
  }

  /** When the layer is made, nobody is left who would catch a mistake. */
  private WithChannelsLayer guarded(WithChannelsLayer waiting, Tree call, Activation at) {
    return new WithChannelsLayer(
        waiting.name(), channels -> BigStack.call(() -> make(waiting, channels, call, at)));
  }

  private Layer make(WithChannelsLayer waiting, int channels, Tree call, Activation at) {
    machine.budget.reset();
    try {
      Layer made = waiting.layer().apply(channels);
      if (made == null) {
        throw makesNoLayer("withChannels", call, at);
      }
      countStage(made, call, at);
      return made;
    } catch (DslMethods.NoLayer other) {
      late.add(makesNoLayer("withChannels", call, at));
    } catch (Budget.OutOfSteps outOfSteps) {
      late.add(machine.recovery.hasNoted() ? Mistake.consequence() : outOfSteps.mistake());
    } catch (Mistake mistake) {
      late.add(mistake.with(channelsOf(call, channels)));
    } finally {
      for (Mistake passed : machine.recovery.take()) {
        late.add(passed.with(channelsOf(call, channels)));
      }
      machine.stageCalls.take().forEach(late::add);
    }
    return null;
  }

  /** What the lambda is called with, under the name that it has there. */
  private static Detail channelsOf(Tree call, int channels) {
    String name =
        Overloads.trees(call).stream()
            .filter(LambdaExpressionTree.class::isInstance)
            .map(LambdaExpressionTree.class::cast)
            .map(lambda -> lambda.getParameters().get(0).getName().toString())
            .findFirst()
            .orElse("in");
    return new Detail(name + " = " + channels, null, null, "the channels that come in");
  }

  private Mistake makesNoLayer(String method, Tree call, Activation at) {
    return machine.mistakes.invalidArgument(
        call,
        at,
        "the lambda of `" + method + "` makes no layer",
        Fix.of("let it return a layer; identity() is one that does nothing"));
  }

  /** Calls a modifier, or asks a layer for one of its values. */
  Object modify(Object receiver, String name, List<Object> arguments, Tree call, Activation at) {
    try {
      return modified(receiver, name, arguments, call, at);
    } catch (Mistake mistake) {
      return inPlaceOfModified(mistake, receiver, name, arguments, call, at);
    }
  }

  /**
   * What stands for the layer of a modifier that a mistake prevents.
   *
   * @param arguments those that have a value
   * @throws Mistake the same one, if nothing does; what the modifier is called on is much like what
   *     it would make, for the modifiers behind it
   */
  Layer inPlaceOfModified(
      Mistake mistake,
      Object receiver,
      String name,
      List<Object> arguments,
      Tree call,
      Activation at) {
    if (!(receiver instanceof Layer original)) {
      throw mistake;
    }
    Mistake standing =
        namesOf(receiver.getClass(), false).contains(name) ? mistake.standingIn(original) : mistake;
    Mistake counted = StandIns.changesCounts(name) ? standing.ofCounts() : standing;
    Layer layer = machine.recovery.goOn(counted, standIns.ofModifier(original, name, arguments));
    if (layer != original) {
      noteModified(original, layer, name, call, at);
    }
    return layer;
  }

  private Object modified(
      Object receiver, String name, List<Object> arguments, Tree call, Activation at) {
    Class<?> type = receiver.getClass();
    Optional<Method> method = DslMethods.find(type, false, name, arguments);
    if (method.isEmpty()) {
      throw noSuch(type, receiver, name, arguments, call, at);
    }
    if (receiver instanceof ResidualLayer && name.equals("then") && arguments.isEmpty()) {
      // Java reads the component of this name, a list that is no layer.
      throw machine.mistakes.notInterpretable(
          call, at, "`then()` is given no layer", "give it a layer, or leave it out");
    }
    Object made = invoke(method.get(), receiver, arguments, call, at);
    if (made instanceof Layer layer && receiver instanceof Layer original) {
      checkSize(layer, call, at);
      noteModified(original, layer, name, call, at);
      lastCall = call;
    } else if (machine.recovery.hasNoted()
        && receiver instanceof Layer asked
        && (Recovery.isUnknown(asked) || standIns.isOne(asked))) {
      throw Mistake.consequence();
    }
    return made;
  }

  private void noteModified(
      Layer original, Layer modified, String modifier, Tree call, Activation at) {
    Place place = place(call, at);
    Origin origin = origins.of(original).orElse(new Origin(place, at.calls().frames(), Map.of()));
    origins.put(modified, origin.modified(modifier, place));
    standIns.note(original, modified);
  }

  private Object invoke(
      Method method, Object receiver, List<Object> given, Tree call, Activation at) {
    List<Object> arguments = nullLayers.replaced(method, given, call, at);
    machine.budget.steps(Budget.STEPS_OF_A_LAYER, call, at);
    try {
      return method.invoke(receiver, DslMethods.arguments(method, arguments));
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof IllegalArgumentException refused) {
        throw machine.mistakes.invalidArgument(
            call,
            at,
            refused.getMessage(),
            Refusals.fix(method, receiver, arguments, call).stream().toArray(Fix[]::new));
      }
      if (thrown.getCause() instanceof NullPointerException) {
        throw machine.mistakes.invalidArgument(
            call, at, "`" + Describe.call(method.getName(), arguments) + "` is given null");
      }
      if (thrown.getCause() instanceof DslMethods.NoLayer) {
        throw makesNoLayer(method.getName(), call, at);
      }
      if (thrown.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown.getCause();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void checkSize(Layer layer, Tree call, Activation at) {
    refuse(sizes.excess(layer), call, at);
  }

  /** Counts a stage's layers towards those of the network. */
  void countStage(Layer stage, Tree tree, Activation at) {
    refuse(sizes.excessWithStage(stage), tree, at);
  }

  private void refuse(Optional<String> excess, Tree tree, Activation at) {
    if (excess.isPresent()) {
      throw machine.mistakes.limit(tree, at, excess.get(), "make fewer, or nest them less deep");
    }
  }

  /** The mistake of a call of which there is no method, or none for its arguments. */
  private Mistake noSuch(
      Class<?> type,
      Object receiver,
      String name,
      List<Object> arguments,
      Tree call,
      Activation at) {
    boolean isStatic = receiver == null;
    List<Signature> sameName =
        DslMethods.of(type, isStatic)
            .filter(method -> method.getName().equals(name))
            .map(Signature::of)
            .toList();
    if (!sameName.isEmpty()) {
      Optional<Fix> other =
          type == Layers.class ? OtherCalls.factory(name, arguments, call) : Optional.empty();
      return machine.misfits.of(sameName, arguments, call, other, at);
    }
    String text = Describe.call(name, arguments);
    String headline =
        receiver == null
            ? "there is no `" + text + "`"
            : "there is no modifier `%s` of `%s`".formatted(text, Describe.value(receiver));
    Fix fix =
        OtherCalls.shortened(receiver, name, arguments, call)
            .or(() -> OtherCalls.sequence(receiver, name, arguments, call))
            .orElseGet(
                () ->
                    OtherCalls.named(
                        MisnamedCall.of(
                            name,
                            call,
                            each -> Signature.ofLayers(type, isStatic, each),
                            arguments),
                        name,
                        namesOf(type, isStatic)));
    return machine.mistakes.notInterpretable(call, at, headline, fix);
  }

  private static List<String> namesOf(Class<?> type, boolean isStatic) {
    return DslMethods.of(type, isStatic)
        .filter(method -> Layer.class.isAssignableFrom(method.getReturnType()))
        .map(Method::getName)
        .distinct()
        .sorted()
        .toList();
  }

  private Place place(Tree call, Activation at) {
    return machine.places.of(at.home().unit(), call);
  }
}
