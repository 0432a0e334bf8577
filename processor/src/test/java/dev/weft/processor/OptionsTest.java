package dev.weft.processor;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Declaration;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor says to options that make no sense. */
final class OptionsTest {
  private static Declaration net(String option) {
    return network("@Relu Layer a();").with(option);
  }

  @Test
  void sourcesThatAreNotThereAreAnError(@TempDir Path directory) {
    Path absent = directory.resolve("absent");
    assertThat(
            net("-Aweft.sources=" + directory + File.pathSeparator + absent)
                .fails(
                    Code.INVALID_ARGUMENT,
                    "the processor option `weft.sources` names `"
                        + absent
                        + "`, which is no directory"))
        .contains(
            "fix: name directories that hold sources by their packages:"
                + " -Aweft.sources=src/main/java");
    net("-Aweft.sources=" + directory + File.pathSeparator + " ").isSilent();
  }

  @Test
  void sourcesWithoutADirectoryAreAnError() {
    String headline = "the processor option `weft.sources` names no directory";
    net("-Aweft.sources").fails(Code.INVALID_ARGUMENT, headline);
    net("-Aweft.sources= ").fails(Code.INVALID_ARGUMENT, headline);
  }

  @Test
  void sourcesThatAreNoPathAreAnError() {
    net("-Aweft.sources=a\0b")
        .fails(
            Code.INVALID_ARGUMENT,
            "the processor option `weft.sources` names `a\0b`, which is no path: Nul character not"
                + " allowed");
  }

  @Test
  void everyWrongOptionIsReportedOnceForAllNetworks() {
    assertThat(
            net("-Aweft.warnings=loud")
                .with("-Aweft.report")
                .besides("Other", "@Network(input = 3) interface Other { @Tanh Layer a(); }")
                .errors())
        .extracting(error -> error.getMessage(Locale.ROOT).split("\n")[0])
        .containsExactlyInAnyOrder(
            "[weft:invalid-argument] the processor option `weft.warnings` is `loud`, but must be"
                + " error, warn or none",
            "[weft:report-not-written] the option -Aweft.report names no directory");
  }

  @Test
  void optionsAreReportedWithoutAPlace() {
    for (String option : List.of("-Aweft.warnings=eror", "-Aweft.report", "-Aweft.sources")) {
      assertThat(net(option).errors()).singleElement().extracting(Diagnostic::getSource).isNull();
    }
    assertThat(net("-Aweft.warnings=eror").with("-Aweft.sources").errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .containsExactly(
            "[weft:invalid-argument] the processor option `weft.warnings` is `eror`, but must be"
                + " error, warn or none\n    fix: give it one of the three: -Aweft.warnings=error",
            "[weft:invalid-argument] the processor option `weft.sources` names no directory\n"
                + "    fix: name directories that hold sources by their packages:"
                + " -Aweft.sources=src/main/java");
  }
}
