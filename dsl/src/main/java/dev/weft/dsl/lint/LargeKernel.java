package dev.weft.dsl.lint;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A 5x5 or larger convolution where a stack of 3x3 that sees as far has fewer weights (Simonyan and
 * Zisserman 2015, "Very Deep Convolutional Networks", section 2.3). With as many filters as
 * channels that is 25 against 18; with more filters, as in most networks' first layers, the single
 * one may well be the smaller. Depthwise ones have few weights in any case.
 */
final class LargeKernel implements Check {
  private static final int SMALL = 3;

  @Override
  public Stream<Problem> problems(Readers network) {
    return network
        .trained()
        .filter(node -> node.op() instanceof ConvOp && node.declaredBy() instanceof ConvLayer)
        .filter(node -> isLarge((ConvOp) node.op(), node.inputs().get(0).output()))
        .filter(node -> stackWeights((ConvOp) node.op()) < weights((ConvOp) node.op()))
        .map(node -> problem(node, (ConvOp) node.op()));
  }

  private static boolean isLarge(ConvOp conv, Shape input) {
    Window window = conv.window();
    int kernel = window.kernel().height();
    boolean isDepthwise = conv.groups() == conv.channels() && conv.channels() > 1;
    boolean coversAll = kernel >= input.height() && kernel >= input.width();
    return window.kernel().is(kernel)
        && kernel % 2 == 1
        && kernel > SMALL
        && window.stride().is(1)
        && window.dilation().is(1)
        && !isDepthwise
        && !coversAll;
  }

  /** Each 3x3 lets the stack see one pixel further on each side. */
  private static int depth(ConvOp conv) {
    return (conv.window().kernel().height() - 1) / 2;
  }

  private static long weights(ConvOp conv) {
    int kernel = conv.window().kernel().height();
    return (long) kernel * kernel * (conv.channels() / conv.groups()) * conv.filters();
  }

  private static long stackWeights(ConvOp conv) {
    long inputs = conv.channels() / conv.groups();
    long between = conv.filters() / conv.groups();
    return SMALL * SMALL * conv.filters() * (inputs + (depth(conv) - 1) * between);
  }

  private static Problem problem(Node node, ConvOp conv) {
    long weights = weights(conv);
    long stacked = stackWeights(conv);
    String kernel = conv.window().kernel().toString();
    return new Problem(
        Code.LARGE_KERNEL,
        node.declaredBy(),
        null,
        "the %s convolution has %s; %s 3x3 that see as far have %s"
            .formatted(
                kernel, Counts.of(weights, "weight"), inWords(depth(conv)), Counts.number(stacked)),
        List.of(Words.input(node)),
        List.of(
            new Problem.Fix(
                "stack 3x3 convolutions",
                edit(conv),
                Counts.of(weights - stacked, "weight") + " fewer, and more functions between")));
  }

  /** A digit beside that of a kernel reads badly. */
  private static String inWords(int depth) {
    String[] words = {"two", "three", "four", "five", "six"};
    return depth - 2 < words.length ? words[depth - 2] : depth + " convolutions";
  }

  /** Each of the stack takes over its share of the padding; null if it cannot be shared out. */
  private static String edit(ConvOp conv) {
    boolean isPadded = conv.window().padding().is(depth(conv));
    if (!isPadded && !conv.window().padding().is(0)) {
      return null;
    }
    String one =
        (isPadded ? "conv3x3(" + conv.filters() : "conv(" + conv.filters() + ", 3")
            + ")"
            + (conv.groups() == 1 ? "" : ".groups(" + conv.groups() + ")")
            + (conv.bias() ? "" : ".noBias()");
    return "sequential(" + String.join(", relu(), ", Collections.nCopies(depth(conv), one)) + ")";
  }
}
