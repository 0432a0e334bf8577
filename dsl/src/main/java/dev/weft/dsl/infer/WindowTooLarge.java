package dev.weft.dsl.infer;

import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DepthwiseConvLayer;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Layer;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message for a window that is larger than its padded input. */
final class WindowTooLarge {
  /** That of AlexNet. A larger kernel is more likely a mistake than short of padding. */
  private static final int LARGEST_USUAL_KERNEL = 11;

  private final Layer layer;
  private final Window window;
  private final Flow input;
  private final Shape size;
  private final Shape room;
  private final boolean isDilated;

  WindowTooLarge(Layer layer, Window window, Flow input) {
    this.layer = layer;
    this.window = window;
    this.input = input;
    this.size = Windows.size(input.shape());
    this.room =
        Shape.of(
            Shape.sum(size.dim(0), window.padding().vertical()),
            Shape.sum(size.dim(1), window.padding().horizontal()));
    this.isDilated = !window.dilation().is(1) && covers(size, window.kernel());
  }

  Problem problem() {
    return new Problem(
        Code.KERNEL_LARGER_THAN_INPUT,
        layer,
        isDilated ? "dilation" : "kernel",
        headline(),
        List.of(Details.input(input)),
        fixes());
  }

  private String headline() {
    String reach =
        window.dilation().is(1)
            ? ""
            : " at dilation "
                + window.dilation().brief()
                + ", which covers "
                + window.reach()
                + ",";
    String padded =
        window.padding().is(0)
            ? ""
            : ", padded by " + window.padding().brief() + " to " + room.compact();
    return "the "
        + window.kernel()
        + " kernel"
        + reach
        + " is larger than the "
        + size.compact()
        + " input"
        + padded;
  }

  private List<Problem.Fix> fixes() {
    List<Problem.Fix> fixes = new ArrayList<>();
    swapped().ifPresent(fixes::add);
    if (isDilated) {
      fixes.add(
          new Problem.Fix(
              "dilate less", ".dilation(" + Windows.arguments(fittingDilation()) + ")", null));
    } else if (isPooling() && size.equals(Shape.of(1, 1))) {
      fixes.add(Problem.Fix.of("leave it out, a single pixel needs no pooling"));
    } else {
      if (padsSensibly()) {
        fixes.add(padded());
      }
      if (isPooling() && covers(window.kernel(), size)) {
        fixes.add(new Problem.Fix("pool the whole image", "globalAvgPool()", null));
      }
      fixes.add(smaller());
    }
    fixes.add(larger());
    return fixes;
  }

  /**
   * Of a kernel as large as numbers of filters are, and a number of filters as small as a kernel:
   * {@code conv(3, 64)}, or PyTorch's input channels, filters and kernel, {@code conv(3, 64, 3)}.
   */
  private Optional<Problem.Fix> swapped() {
    if (isDilated || padsSensibly() || !(layer instanceof ConvLayer conv)) {
      return Optional.empty();
    }
    Extent kernel = window.kernel();
    boolean isSquare = kernel.is(kernel.height());
    int side = isSquare ? conv.filters() : kernel.width();
    boolean isMeant =
        isUsualKernel(side)
            && side < kernel.height()
            && (isSquare || conv.filters() == input.shape().channels());
    Window meant = of(Extent.square(side));
    return isMeant && Windows.fit(meant, input.shape())
        ? Optional.of(
            new Problem.Fix(
                "filters come first, then the kernel",
                ".filters(" + kernel.height() + ").kernel(" + side + ")",
                output(meant)))
        : Optional.empty();
  }

  /** The same window with another kernel. */
  private Window of(Extent kernel) {
    return new Window(
        kernel, window.stride(), window.padding(), window.dilation(), window.ceilMode());
  }

  /** Whether the padding that keeps the size lets every element of the kernel see a pixel. */
  private boolean padsSensibly() {
    return !isPooling()
        && window.dilation().is(1)
        && padsSensibly(window.kernel().height(), size.dim(0))
        && padsSensibly(window.kernel().width(), size.dim(1));
  }

  private static boolean padsSensibly(int kernel, int size) {
    return isUsualKernel(kernel) && size != Shape.UNKNOWN && (kernel - 1) / 2 < size;
  }

  private static boolean isUsualKernel(int kernel) {
    return kernel % 2 == 1 && kernel <= LARGEST_USUAL_KERNEL;
  }

  private Problem.Fix padded() {
    String edit = ".padding(" + Windows.keeping(window).listed() + ")";
    return new Problem.Fix("pad the input", edit, output(window.padding(Windows.keeping(window))));
  }

  /** The largest kernel that fits. */
  private Problem.Fix smaller() {
    Extent kernel =
        new Extent(
            fitting(window.kernel().height(), window.dilation().height(), room.dim(0)),
            fitting(window.kernel().width(), window.dilation().width(), room.dim(1)));
    boolean mustBeSquare =
        layer instanceof DepthwiseConvLayer || layer instanceof SeparableConvLayer;
    if (mustBeSquare && window.kernel().is(window.kernel().height())) {
      kernel = Extent.square(Math.min(kernel.height(), kernel.width()));
    }
    String edit = factory() + Windows.arguments(kernel) + ")";
    return new Problem.Fix("take a smaller kernel, at most " + kernel, edit, output(of(kernel)));
  }

  private static int fitting(int kernel, int dilation, int room) {
    return room == Shape.UNKNOWN ? kernel : Math.min(kernel, (room - 1) / dilation + 1);
  }

  /** The call that made the layer, up to the kernel. */
  private String factory() {
    if (layer instanceof ConvLayer conv) {
      return "conv(" + conv.filters() + ", ";
    }
    return layer instanceof SeparableConvLayer conv
        ? "separableConv(" + conv.filters() + ", "
        : layer.kind() + "(";
  }

  private String output(Window fitting) {
    return input.shape().isKnown()
        ? new Extent(fitting.height(size.dim(0)), fitting.width(size.dim(1))) + " pixels come out"
        : null;
  }

  /** A larger input, be it the network's own or what the layers before leave of it. */
  private Problem.Fix larger() {
    if (input.producer() == null) {
      Extent needed =
          new Extent(
              window.reach().height() - window.padding().vertical(),
              window.reach().width() - window.padding().horizontal());
      return Problem.Fix.of("give the network an input of at least " + needed);
    }
    String before = Causes.shrinking(Chain.to(input.node()));
    return Problem.Fix.of(
        "shrink the input less before" + (before.isEmpty() ? "" : ", where " + before));
  }

  /** The largest dilation, up to the declared one, with which the window fits. */
  private Extent fittingDilation() {
    Extent kernel = window.kernel();
    Extent declared = window.dilation();
    return new Extent(
        fittingDilation(kernel.height(), declared.height(), room.dim(0)),
        fittingDilation(kernel.width(), declared.width(), room.dim(1)));
  }

  private static int fittingDilation(int kernel, int declared, int room) {
    return kernel == 1 || room == Shape.UNKNOWN
        ? declared
        : Math.min(declared, (room - 1) / (kernel - 1));
  }

  private boolean isPooling() {
    return layer instanceof MaxPoolLayer || layer instanceof AvgPoolLayer;
  }

  private static boolean covers(Shape size, Extent kernel) {
    return covers(size.dim(0), kernel.height()) && covers(size.dim(1), kernel.width());
  }

  private static boolean covers(int size, int kernel) {
    return size == Shape.UNKNOWN || kernel <= size;
  }

  private static boolean covers(Extent kernel, Shape size) {
    return size.isKnown() && kernel.height() >= size.dim(0) && kernel.width() >= size.dim(1);
  }
}
