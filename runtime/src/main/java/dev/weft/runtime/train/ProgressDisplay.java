package dev.weft.runtime.train;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows a training as it goes: on a terminal a progress bar with loss, accuracy, speed and the time
 * that all epochs still take; and a line for each epoch that is done.
 */
public final class ProgressDisplay implements TrainingListener {
  private static final int REFRESH_MILLIS = 200;

  private final PrintStream out;
  private final boolean terminal;
  private ProgressBar bar;
  private ProgressLine.Console console;
  private int epoch;
  private int epochs;
  private int images;
  private long start;
  private long seen;

  /** Images of the epoch that were seen before the last step; below 0 at its start. */
  private int before;

  /**
   * A display on a stream.
   *
   * @param terminal whether the stream leads to a terminal that can redraw its line
   */
  public ProgressDisplay(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A display on the standard output, which may be a terminal or not. */
  public static ProgressDisplay onStandardOutput() {
    return new ProgressDisplay(System.out, standardOutputIsTerminal());
  }

  private static boolean standardOutputIsTerminal() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      // From JDK 22 on there is a console even without a terminal, and this method to ask it.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  @Override
  public void epochStarted(int epoch, int epochs, int images) {
    if (start == 0) {
      start = System.nanoTime();
    }
    before = -1;
    this.epoch = epoch;
    this.epochs = epochs;
    this.images = images;
    if (terminal) {
      console = new ProgressLine.Console(out);
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch " + epoch + "/" + epochs)
              .setInitialMax(images)
              .setRenderer(new ProgressLine())
              .setConsumer(console)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .build();
    }
  }

  @Override
  public void stepDone(Step step) {
    if (bar != null) {
      double elapsed = (System.nanoTime() - start) / 1e9;
      // What was seen before the training was resumed took none of this time.
      seen += before < 0 ? 0 : step.images() - before;
      before = step.images();
      double speed = seen == 0 ? step.images() / elapsed : seen / elapsed;
      long done = (long) images * (epoch - 1) + step.images();
      long left = Math.round(((double) images * epochs - done) / speed);
      // What matters least comes last, where a narrow terminal cuts it off.
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              "%s  %d:%02d left  %,.0f images/s  rate %s",
              scores(step.loss(), step.accuracy()),
              left / 60,
              left % 60,
              speed,
              rate(step.rate())));
      bar.stepTo(step.images());
    }
  }

  @Override
  public void epochDone(Epoch done) {
    ended();
    out.printf(
        Locale.ROOT,
        "epoch %d/%d  %s%s  rate %s  %,.0f images/s  %.1f s%n",
        done.number(),
        epochs,
        scores(done.loss(), done.accuracy()),
        done.testAccuracy().isPresent()
            ? String.format(Locale.ROOT, "  test %.2f %%", 100 * done.testAccuracy().getAsDouble())
            : "",
        rate(done.rate()),
        done.imagesPerSecond(),
        done.seconds());
  }

  @Override
  public void ended() {
    if (bar != null) {
      bar.close();
      // The bar itself forgets to if it was closed before it was first drawn.
      console.close();
      bar = null;
    }
  }

  private static String rate(double rate) {
    return String.format(Locale.ROOT, "%.3g", rate);
  }

  private static String scores(double loss, double accuracy) {
    return String.format(Locale.ROOT, "loss %.4f  accuracy %.2f %%", loss, 100 * accuracy);
  }
}
