package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A training in a process of its own that is told to end, as by Ctrl+C. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoppedTrainingTest {
  private static final String TOLD = "stopped; go on with: ";

  @TempDir private Path directory;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void printsTheCommandToGoOn() throws Exception {
    Path images = directory.resolve("my images");
    ColoredImages.write(images);
    // Two entries, as of a class path and not of a jar that is started.
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + directory;
    Process training =
        start(
            List.of(
                "java",
                "-cp",
                classPath,
                Main.class.getName(),
                "train",
                "tinyresnet",
                "--data",
                images.toString(),
                "--epochs",
                "1000",
                "--out",
                directory.resolve("a run").toString()));
    String command;
    try (BufferedReader out = training.inputReader()) {
      lineWith("epoch 1/1000", out);
      training.toHandle().destroy();
      String line = lineWith(TOLD, out);
      command = line.substring(line.indexOf(TOLD) + TOLD.length());
    } finally {
      if (!training.waitFor(1, TimeUnit.MINUTES)) {
        training.destroyForcibly();
      }
    }

    Process resumed = start(List.of("sh", "-c", command.replace("--epochs 1000", "--epochs 1")));
    try (BufferedReader out = resumed.inputReader()) {
      lineWith("checkpoints, history and curves: " + directory.resolve("a run"), out);
    }
    assertThat(resumed.waitFor()).isZero();
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String lineWith(String text, BufferedReader out) throws IOException {
    StringBuilder all = new StringBuilder();
    String line = out.readLine();
    while (line != null && !line.contains(text)) {
      all.append(line).append('\n');
      line = out.readLine();
    }
    assertThat(line).as("%s", all).isNotNull();
    return line;
  }
}
