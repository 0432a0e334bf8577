package dev.weft.examples;

import dev.weft.runtime.data.DataDirectory;
import dev.weft.runtime.data.ImageFolder;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.data.Split;
import dev.weft.runtime.data.Unreadable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What becomes of files in a folder of images that are none. */
final class UnreadableOption {
  static final String NAME = "--skip-unreadable";

  private static final int MOST_NAMED = 10;

  @Option(names = NAME, description = "Leaves out files that are no images, or damaged ones.")
  private boolean skip;

  private final List<String> skipped = new ArrayList<>();

  /** Opens a part of a data set, as {@link DataDirectory} does. */
  LabelledImages open(Path directory, Split split) throws IOException {
    LabelledImages images =
        DataDirectory.open(directory, split, skip ? Unreadable.SKIP : Unreadable.REFUSE);
    if (images instanceof ImageFolder folder) {
      skipped.addAll(folder.skipped());
    }
    return images;
  }

  /** Tells which files were left out of all that was opened, and why; nothing if none was. */
  void printSkipped(PrintStream out) {
    if (skipped.isEmpty()) {
      return;
    }
    out.printf(Locale.ROOT, "%,d files left out:%n", skipped.size());
    skipped.stream().limit(MOST_NAMED).forEach(problem -> out.println("  " + problem));
    if (skipped.size() > MOST_NAMED) {
      out.printf(Locale.ROOT, "  and %,d more%n", skipped.size() - MOST_NAMED);
    }
  }
}
