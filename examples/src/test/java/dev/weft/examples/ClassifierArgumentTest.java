package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of one's own that the commands for classifiers cannot train or use. */
class ClassifierArgumentTest {
  private static final String PREFIX = "dev.weft.examples.networks.Unclassified_";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vector       | takes 784, but this command has square images of 1 or 3 channels",
        "Wide         | takes 3 x 32 x 64, but this command has square images of 1 or 3 channels",
        "FourChannels | takes 4 x 32 x 32, but this command has square images of 1 or 3 channels",
        "Maps         | puts out 2 x 32 x 32, but this command wants one number a class",
      })
  void areRefusedBeforeAnImageIsRead(String network, String message) {
    String name = PREFIX + network + "Network";
    Path run = directory.resolve("run");
    Path nothing = directory.resolve("nothing");
    for (CommandRun refused :
        new CommandRun[] {
          CommandRun.of("train", name, "--data", nothing, "--out", run),
          CommandRun.of("evaluate", name, "--data", nothing, "--from", run),
          CommandRun.of("predict", name, "--from", run, nothing)
        }) {
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).startsWith("weft: " + name + " " + message);
      assertThat(run).doesNotExist();
    }
  }
}
