package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static dev.weft.processor.testing.Declaration.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Build;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which warnings are silenced, and how loud the others are. */
final class SuppressionsTest {
  private static final String POOL = "default Layer a() { return maxPool(3); }";
  private static final String UNREAD =
      "the last 2 rows and 2 columns of the 32x32 input are never read:"
          + " (32 - 3) / 3 + 1 = 10.67 is not whole";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"weft:inexact-stride\"",
        "\"weft\"",
        "{\"unused\", \"weft:inexact-stride\"}",
        "value = {\"weft:double-activation\", \"weft:inexact-stride\"}",
        "\"weft:\" + \"inexact-stride\""
      })
  void aStageSilencesItsOwn(String codes) {
    network("@SuppressWarnings(" + codes + ") " + POOL).isSilent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"inexact-stride\"", "\"weft:double-activation\"", "{}", "\"all\""})
  void othersSilenceNothing(String codes) {
    network("@SuppressWarnings(" + codes + ") default Layer a() { return §maxPool(3); }")
        .warns(Code.INEXACT_STRIDE, UNREAD);
  }

  @Test
  void annotatedStagesSilenceTheirOwn() {
    network("@SuppressWarnings(\"weft:inexact-stride\") @MaxPool(kernel = 3) Layer a();")
        .isSilent();
    network(
            "@SuppressWarnings(\"weft:inexact-stride\") @Relu Layer z(); §@MaxPool(kernel = 3) Layer a();")
        .warns(Code.INEXACT_STRIDE, UNREAD);
  }

  @Test
  void theStageWhoseCallLedToAHelperCounts() {
    String helper = " static Layer pool() { return §maxPool(3); }";
    network("@SuppressWarnings(\"weft\") default Layer a() { return pool(); }" + helper).isSilent();
    assertThat(
            network(
                    "@SuppressWarnings(\"weft\") default Layer a() { return pool(); }"
                        + "default Layer b() { return conv(4, 3); }"
                        + "default Layer c() { return pool(); }"
                        + helper)
                .warns(
                    Code.INEXACT_STRIDE,
                    "the last 2 rows and 2 columns of the 8x8 input are never read:"
                        + " (8 - 3) / 3 + 1 = 2.67 is not whole"))
        .contains("called from c")
        .doesNotContain("also in");
  }

  @Test
  void theNetworkAndTypesAroundItSilenceAll() {
    String text =
        """
        package test;
        import static dev.weft.dsl.Layers.*;
        import dev.weft.dsl.*;
        %s class Outer {
          @Network(input = {3, 32, 32})
          %s interface Net { default Layer a() { return §maxPool(3); } }
        }
        """;
    String silence = "@SuppressWarnings(\"weft:inexact-stride\")";
    file("test.Outer", text.formatted("", silence)).isSilent();
    file("test.Outer", text.formatted(silence, "")).isSilent();
    file("test.Outer", text.formatted("", "")).warns(Code.INEXACT_STRIDE, UNREAD);
  }

  @Test
  void errorsAreNotSilenced() {
    assertThat(
            network(
                    "@SuppressWarnings(\"weft\") default Layer a() { return residual(conv3x3(8)); }")
                .errors())
        .hasSize(1);
  }

  @Test
  void unknownNamesAreAWarningThemselves() {
    assertThat(
            network("@SuppressWarnings(§\"weft:inexact-strid\") @Relu Layer a();")
                .warns(Code.UNKNOWN_WARNING, "there is no warning `weft:inexact-strid`"))
        .contains("fix: write the nearest name: \"weft:inexact-stride\"");
    network("@SuppressWarnings({\"unused\", §\"weft:larg-kernel\"}) @Relu Layer a();")
        .warns(Code.UNKNOWN_WARNING, "there is no warning `weft:larg-kernel`");
    assertThat(
            network("@SuppressWarnings(§\"weft:\") @Relu Layer a();")
                .warns(Code.UNKNOWN_WARNING, "there is no warning `weft:`"))
        .contains("there are inexact-stride, redundant-bias");
    network("@SuppressWarnings(§\"weft:skip-mismatch\") @Relu Layer a();")
        .warns(Code.UNKNOWN_WARNING, "`weft:skip-mismatch` is an error, which cannot be silenced");
    network("@SuppressWarnings({\"weft:unknown-warning\", \"weft:x\"}) @Relu Layer a();")
        .isSilent();
  }

  @Test
  void theOptionMakesErrorsOfWarnings() {
    Compilation compilation = network(POOL).with("-Aweft.warnings=error").compile();
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("[weft:inexact-stride] " + UNREAD);
    network("@SuppressWarnings(\"weft\") " + POOL).with("-Aweft.warnings=error").isSilent();
    network(POOL).with("-Aweft.warnings=none").isSilent();
    network("default Layer a() { return §maxPool(3); }")
        .with("-Aweft.warnings=warn")
        .warns(Code.INEXACT_STRIDE, UNREAD);
  }

  @Test
  void otherValuesOfTheOptionAreRefusedOnce() {
    String headline =
        "the processor option `weft.warnings` is `loud`, but must be error, warn or none";
    file(
            "test.Nets",
            """
            package test;
            import dev.weft.dsl.*;
            import dev.weft.dsl.annotation.*;
            @Network(input = 3) interface A { @Relu Layer a(); }
            @Network(input = 3) interface B { @Relu Layer a(); }
            """)
        .with("-Aweft.warnings=loud")
        .fails(Code.INVALID_ARGUMENT, headline);
    network("@Relu Layer a();")
        .with("-Aweft.warnings")
        .fails(
            Code.INVALID_ARGUMENT,
            "the processor option `weft.warnings` has no value, but must be error, warn or none");
  }

  @Test
  void javacKnowsTheOption() {
    Compilation compilation =
        network("@Relu Layer a();")
            .with("-Aweft.warnings=warn")
            .with("-Xlint:processing")
            .compile();
    assertThat(compilation.warnings())
        .noneMatch(warning -> warning.getMessage(Locale.ROOT).contains("weft.warnings"));
    assertThat(warnings(compilation)).isEmpty();
  }

  @Test
  void aHelperSilencesWhatItsOwnCallsMake() {
    String helper = "@SuppressWarnings(\"weft:inexact-stride\") static Layer pool() {";
    network("default Layer a() { return pool(); }" + helper + " return maxPool(3); }").isSilent();
    network(
            "default Layer a() { return pool(); }"
                + helper
                + " return inner(); } static Layer inner() { return maxPool(3); }")
        .isSilent();
    network(
            "default Layer a() { return inner(); }"
                + helper
                + " return relu(); } static Layer inner() { return §maxPool(3); }")
        .warns(Code.INEXACT_STRIDE, UNREAD);
    network("default Layer a() { return Blocks.pool(); }")
        .besides(
            "Blocks",
            "@SuppressWarnings(\"weft\") class Blocks {"
                + " static Layer pool() { return maxPool(3); } }")
        .isSilent();
    network("default Layer a() { return Blocks.pool(); }")
        .besides(
            "Blocks",
            "class Blocks { @SuppressWarnings(§\"weft:nothing\")"
                + " static Layer pool() { return maxPool(2); } }")
        .warns(Code.UNKNOWN_WARNING, "there is no warning `weft:nothing`");
  }

  @Test
  void aHelperBesideItsClassFileSilencesAsMuch(@TempDir Path directory) {
    Build build = Build.in(directory).with("-Aweft.warnings=error");
    build.write(
        "lib/Blocks.java",
        "public class Blocks { @SuppressWarnings({\"unused\", \"weft:inexact-stride\"})"
            + " public static Layer pool() { return maxPool(3); } }");
    build.write(
        "app/Net.java",
        "@Network(input = {3, 32, 32}) interface Net {"
            + " default Layer a() { return lib.Blocks.pool(); } }");
    assertThat(build.compile("lib/Blocks.java", "app/Net.java").errors()).isEmpty();
    assertThat(build.compile("app/Net.java").errors()).isEmpty();
  }
}
