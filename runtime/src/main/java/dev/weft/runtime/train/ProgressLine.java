package dev.weft.runtime.train;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * How a progress bar looks: task, bar and message, in the width of the terminal. Where there is not
 * room enough, the last parts of the message are left out, which two spaces divide.
 */
final class ProgressLine implements ProgressBarRenderer {
  private static final int WIDEST_BAR = 30;
  private static final int NARROWEST_BAR = 10;
  private static final String GAP = "  ";
  private static final int SPACES_AND_BRACKETS = 5;

  /** Redraws one line, and wipes it out in the end. */
  static final class Console extends ConsoleProgressBarConsumer {
    private final PrintStream stream;
    private int drawn;

    Console(PrintStream stream) {
      super(stream);
      this.stream = stream;
    }

    @Override
    public synchronized void accept(String line) {
      stream.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
      stream.flush();
      drawn = line.length();
    }

    @Override
    public synchronized void close() {
      if (drawn > 0) {
        stream.print("\r" + " ".repeat(drawn) + "\r");
        stream.flush();
        drawn = 0;
      }
    }
  }

  @Override
  public String render(ProgressState state, int width) {
    return line(state.getTaskName(), state.getNormalizedProgress(), state.getExtraMessage(), width);
  }

  static String line(String task, double progress, String message, int width) {
    int room = width - task.length() - message.length() - SPACES_AND_BRACKETS;
    int last = message.lastIndexOf(GAP);
    if (room < NARROWEST_BAR && last >= 0) {
      return line(task, progress, message.substring(0, last), width);
    }
    int cells = Math.max(0, Math.min(WIDEST_BAR, room));
    int full = (int) (cells * progress);
    String bar = "[" + "=".repeat(full) + " ".repeat(cells - full) + "]";
    String line = task + " " + bar + GAP + message;
    return line.substring(0, Math.max(0, Math.min(line.length(), width)));
  }
}
