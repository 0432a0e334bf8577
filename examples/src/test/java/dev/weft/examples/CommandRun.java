package dev.weft.examples;

import dev.weft.runtime.train.ProgressDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the program did with some arguments: its exit status and what it printed. */
record CommandRun(int status, String out, String err) {
  static CommandRun of(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int status = Main.run(outStream, errStream, new ProgressDisplay(outStream, false), texts);
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The same with more arguments behind. */
  static CommandRun of(Object[] first, Object... more) {
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return of(all);
  }

  /** The figures of the test that it printed last. */
  String figures() {
    return out.substring(out.indexOf("test accuracy")).split(System.lineSeparator() + "check")[0];
  }
}
