package dev.weft.examples;

import dev.weft.runtime.train.Epoch;
import dev.weft.runtime.train.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the errors of all epochs, in training and in tests, as the papers show them. Where that
 * fails, as for want of fonts, the training goes on, with a warning.
 */
final class HistoryChart implements TrainingListener {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;
  private static final double PERCENT = 100;

  private final String title;
  private final Path file;
  private final List<Epoch> epochs;

  /** A chart that begins with the epochs before a training was resumed. */
  HistoryChart(String title, Path file, List<Epoch> before) {
    this.title = title;
    this.file = file;
    epochs = new ArrayList<>(before);
  }

  @Override
  public void epochDone(Epoch epoch) {
    epochs.add(epoch);
    try {
      Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
      Files.write(unfinished, png());
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | LinkageError | InternalError e) {
      System.getLogger(HistoryChart.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the curves `" + file + "` cannot be drawn, the training goes on: " + e);
    }
  }

  /** Not by way of a cache file, which Java makes for no program that was told to end. */
  private byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream memory = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(BitmapEncoder.getBufferedImage(chart()), "png", memory);
    }
    return bytes.toByteArray();
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle("error, %")
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
    chart.getStyler().setYAxisMin(0.0);
    double[] numbers = epochs.stream().mapToDouble(Epoch::number).toArray();
    add(chart, "training", numbers, epochs.stream().mapToDouble(Epoch::accuracy).toArray());
    if (epochs.stream().allMatch(epoch -> epoch.testAccuracy().isPresent())) {
      add(
          chart,
          "test",
          numbers,
          epochs.stream().mapToDouble(epoch -> epoch.testAccuracy().getAsDouble()).toArray());
    }
    return chart;
  }

  private static void add(XYChart chart, String name, double[] numbers, double... accuracies) {
    double[] errors = new double[accuracies.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = PERCENT * (1 - accuracies[i]);
    }
    chart.addSeries(name, numbers, errors).setMarker(SeriesMarkers.CIRCLE);
  }
}
