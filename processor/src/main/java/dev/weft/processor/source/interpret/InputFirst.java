package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.problem.Problem.Fix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** In PyTorch the channels or features that come in are the first argument; here none is needed. */
final class InputFirst {
  /** The factories of layers whose weights depend on what comes in. */
  private static final Set<String> FACTORIES =
      Set.of(
          "dense",
          "conv",
          "conv1x1",
          "conv3x3",
          "conv5x5",
          "conv7x7",
          "conv11x11",
          "depthwiseConv",
          "separableConv",
          "transposedConv");

  private InputFirst() {}

  /**
   * A call of a factory that has one argument too many, without the first.
   *
   * @param methods the factory's methods
   * @param action what the fix does
   */
  static Optional<Fix> without(String factory, List<Signature> methods, Tree call, String action) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    boolean isOneTooMany =
        FACTORIES.contains(factory)
            && methods.stream().anyMatch(each -> each.takesCount(trees.size() - 1))
            && methods.stream().noneMatch(each -> each.takesCount(trees.size()));
    if (!isOneTooMany) {
      return Optional.empty();
    }
    String others = trees.stream().skip(1).map(Object::toString).collect(Collectors.joining(", "));
    String check =
        modifier(factory).map(each -> "; ." + each + "(" + trees.get(0) + ") checks it").orElse("");
    return Optional.of(
        new Fix(action, factory + "(" + others + ")", "what comes in is inferred" + check));
  }

  private static Optional<String> modifier(String factory) {
    return factory.equals("dense")
        ? Optional.of("inFeatures")
        : Optional.of("inChannels").filter(each -> factory.startsWith("conv"));
  }
}
