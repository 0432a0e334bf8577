package dev.weft.runtime.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a table of all epochs in a CSV file: {@code
 * epoch,loss,accuracy,test_accuracy,rate,images_per_second,seconds}. Where that cannot be written,
 * the training goes on, with a warning.
 */
public final class HistoryFile implements TrainingListener {
  private static final String HEAD =
      "epoch,loss,accuracy,test_accuracy,rate,images_per_second,seconds";

  private final Path file;
  private final List<String> lines = new ArrayList<>(List.of(HEAD));

  /** A table that begins with the epochs before a training was resumed. */
  public HistoryFile(Path file, List<Epoch> before) {
    this.file = file;
    before.forEach(epoch -> lines.add(line(epoch)));
  }

  @Override
  public void epochDone(Epoch epoch) {
    lines.add(line(epoch));
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.write(unfinished, lines);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(HistoryFile.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the history `" + file + "` cannot be written, the training goes on: " + e);
    }
  }

  private static String line(Epoch epoch) {
    return String.format(
        Locale.ROOT,
        "%d,%.6f,%.6f,%s,%.6g,%.1f,%.2f",
        epoch.number(),
        epoch.loss(),
        epoch.accuracy(),
        epoch.testAccuracy().isPresent()
            ? String.format(Locale.ROOT, "%.6f", epoch.testAccuracy().getAsDouble())
            : "",
        epoch.rate(),
        epoch.imagesPerSecond(),
        epoch.seconds());
  }
}
