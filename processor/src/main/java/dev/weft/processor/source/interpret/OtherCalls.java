package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.problem.Problem.Fix;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to write in place of a factory or modifier that there is not. */
final class OtherCalls {
  private OtherCalls() {}

  /**
   * A modifier of which only the beginning was written, though there is a factory of that name: the
   * {@code pad(1)} of a convolution pads its input, a layer behind it would pad its output.
   */
  static Optional<Fix> shortened(Object receiver, String name, List<Object> arguments, Tree call) {
    if (receiver == null) {
      return Optional.empty();
    }
    Class<?> type = receiver.getClass();
    return DslMethods.of(type, false)
        .filter(method -> Layer.class.isAssignableFrom(method.getReturnType()))
        .map(Method::getName)
        .filter(modifier -> modifier.startsWith(name))
        .filter(modifier -> DslMethods.find(type, false, modifier, arguments).isPresent())
        .sorted()
        .findFirst()
        .map(modifier -> Fix.nearestName(MisnamedCall.called(modifier, call)));
  }

  /**
   * Elsewhere a layer is put behind another by a method of the first, {@code a.then(b)} or {@code
   * a.relu()}; here a sequence holds both.
   */
  static Optional<Fix> sequence(Object receiver, String name, List<Object> arguments, Tree call) {
    boolean isOfLayers =
        !arguments.isEmpty() && arguments.stream().allMatch(Layer.class::isInstance);
    boolean isFactory = DslMethods.find(Layers.class, true, name, arguments).isPresent();
    if (!(receiver instanceof Layer layer)
        || !(call instanceof MethodInvocationTree method)
        || !(method.getMethodSelect() instanceof MemberSelectTree select)
        || !isOfLayers && !isFactory) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(parts(layer, select.getExpression()));
    List<String> texts = method.getArguments().stream().map(Object::toString).toList();
    if (isOfLayers) {
      parts.addAll(texts);
    } else {
      parts.add(name + "(" + String.join(", ", texts) + ")");
    }
    return Optional.of(
        new Fix("put them into a sequence", "sequential(" + String.join(", ", parts) + ")", null));
  }

  /** A sequence grows by one layer more. */
  private static List<String> parts(Layer layer, ExpressionTree tree) {
    return layer instanceof SequentialLayer
            && tree instanceof MethodInvocationTree factory
            && factory.getMethodSelect().toString().equals("sequential")
        ? factory.getArguments().stream().map(Object::toString).toList()
        : List.of(tree.toString());
  }

  /** The name that was probably meant, or what there is. */
  static Fix named(MisnamedCall call, String name, Collection<String> names) {
    return call.fix(names).orElseGet(() -> Fix.of(some(name, names)));
  }

  /**
   * The factory that was meant by a call of another with arguments that this one does not take: if
   * it takes none, one whose name ends with its own, or with the argument, as of {@code relu(0.1)}
   * and {@code relu(6)}; or it was to be told what comes in, or applied to it as {@code relu(x)}.
   */
  static Optional<Fix> factory(String name, List<Object> arguments, Tree call) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    boolean isPlain =
        Signature.ofLayers(Layers.class, true, name).stream()
            .allMatch(each -> each.parameters().isEmpty());
    if (isPlain
        && arguments.size() == 1
        && arguments.get(0) instanceof Layer
        && trees.size() == 1) {
      String edit = "sequential(" + trees.get(0) + ", " + name + "())";
      return Optional.of(new Fix("put it behind the layer", edit, null));
    }
    if (arguments.size() == 1
        && DslMethods.find(Layers.class, true, name + arguments.get(0), List.of()).isPresent()) {
      return Optional.of(meant(name + arguments.get(0) + "()"));
    }
    Optional<Fix> longer =
        DslMethods.of(Layers.class, true)
            .map(Method::getName)
            .filter(each -> isPlain && each.length() > name.length())
            .filter(each -> each.toLowerCase(Locale.ROOT).endsWith(name.toLowerCase(Locale.ROOT)))
            .filter(each -> DslMethods.find(Layers.class, true, each, arguments).isPresent())
            .sorted()
            .findFirst()
            .map(each -> meant(MisnamedCall.called(each, call)));
    return longer.or(() -> withoutInput(name, arguments, call));
  }

  private static Fix meant(String edit) {
    return new Fix("write the factory that takes it", edit, null);
  }

  private static Optional<Fix> withoutInput(String name, List<Object> arguments, Tree call) {
    boolean isOfNumbers = arguments.stream().allMatch(Integer.class::isInstance);
    return isOfNumbers && Overloads.trees(call).size() == arguments.size()
        ? InputFirst.without(
            name, Signature.ofLayers(Layers.class, true, name), call, "leave out what comes in")
        : Optional.empty();
  }

  private static String some(String name, Collection<String> names) {
    return Optional.of(names)
        .filter(all -> !Synonyms.hasNoLike(name, all))
        .flatMap(all -> Nearest.some(name, all))
        .orElse("take one of the factories of dev.weft.dsl.Layers");
  }
}
