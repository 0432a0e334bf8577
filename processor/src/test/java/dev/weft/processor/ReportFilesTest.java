package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final String IMPORTS =
      "package test; import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;\n";
  private static final JavaFileObject NET =
      JavaFileObjects.forSourceString(
          "test.Net",
          IMPORTS
              + "@Network(input = {3, 8, 8}) interface Net {"
              + " default Layer out() { return dense(2); } }");
  private static final JavaFileObject NESTED =
      JavaFileObjects.forSourceString(
          "test.Outer",
          IMPORTS
              + "interface Outer { @Network(input = 4) interface Net {"
              + " default Layer out() { return dense(3); } } }");
  private static final JavaFileObject WRONG =
      JavaFileObjects.forSourceString(
          "test.Net",
          IMPORTS
              + "@Network(input = {3, 8, 8}) interface Net {"
              + " default Layer out() { return dense(0); } }");

  @TempDir private Path directory;

  private static Compilation compile(String option, JavaFileObject... files) {
    return com.google.testing.compile.Compiler.javac()
        .withOptions(option)
        .withProcessors(new WeftProcessor())
        .compile(files);
  }

  private static Compilation compile(Path reports, JavaFileObject... files) {
    return compile("-Aweft.report=" + reports, files);
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void failsOnce(Compilation compilation, String headline) {
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("[weft:report-not-written] " + headline);
  }

  @Test
  void eachNetworkHasATableAndAGraphUnderItsQualifiedName() throws IOException {
    Path reports = directory.resolve("made/on demand");
    assertThat(compile(reports, NET, NESTED).errors()).isEmpty();
    assertThat(names(reports))
        .containsExactly(
            "test.Net.json", "test.Net.txt", "test.Outer.Net.json", "test.Outer.Net.txt");
    assertThat(Files.readString(reports.resolve("test.Net.txt")))
        .startsWith("test.Net: 3 x 8 x 8 to 2\n\nlayer  operation  output  parameters ");
    assertThat(Files.readString(reports.resolve("test.Outer.Net.json")))
        .contains("\"network\": \"test.Outer.Net\"", "\"output\": [3]");
  }

  @Test
  void theTableIsThatOfTheGeneratedClass() throws IOException {
    Compilation compilation = compile(directory, NET);
    String source =
        compilation
            .generatedSourceFile("test.NetNetwork")
            .orElseThrow()
            .getCharContent(false)
            .toString();
    List<String> table =
        Files.readString(directory.resolve("test.Net.txt")).lines().skip(2).toList();
    assertThat(table).hasSize(4);
    table.forEach(line -> assertThat(source).contains(" * " + line + "\n").contains("\"" + line));
  }

  @Test
  void withoutTheOptionNothingIsWritten() throws IOException {
    assertThat(compile("-Aother=" + directory, NET).errors()).isEmpty();
    assertThat(names(directory)).isEmpty();
  }

  @Test
  void theCompilerKnowsTheOption() {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withOptions("-Xlint:processing", "-Aweft.report=" + directory)
            .withProcessors(new WeftProcessor())
            .compile(NET);
    assertThat(compilation.warnings())
        .noneMatch(warning -> warning.getMessage(Locale.ROOT).contains("weft.report"));
  }

  @Test
  void aReportIsReplacedAsAWhole() throws IOException {
    Files.writeString(directory.resolve("test.Net.txt"), "old".repeat(10_000));
    compile(directory, NET);
    assertThat(Files.readString(directory.resolve("test.Net.txt")))
        .startsWith("test.Net")
        .doesNotContain("old");
    assertThat(names(directory)).containsExactly("test.Net.json", "test.Net.txt");
  }

  @Test
  void theReportOfANetworkWithMistakesIsDeleted() throws IOException {
    compile(directory, NET, NESTED);
    assertThat(compile(directory, WRONG, NESTED).errors()).hasSize(1);
    assertThat(names(directory)).containsExactly("test.Outer.Net.json", "test.Outer.Net.txt");
  }

  @Test
  void aNetworkWithMistakesMakesNoDirectory() {
    compile(directory.resolve("reports"), WRONG);
    assertThat(directory.resolve("reports")).doesNotExist();
  }

  @Test
  void aFileInPlaceOfTheDirectoryIsOneErrorForAllNetworks() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    failsOnce(
        compile(file, NET, NESTED),
        "no report can be written to `" + file + "` (-Aweft.report): `" + file + "` is a file");
  }

  @Test
  void aDirectoryInPlaceOfAReportIsAnError() throws IOException {
    Files.createDirectories(directory.resolve("test.Net.txt/full"));
    failsOnce(compile(directory, NET), "no report can be written to `" + directory + "`");
    assertThat(names(directory)).containsExactly("test.Net.txt");
  }

  @Test
  void aNameThatIsNoPathIsAnError() {
    failsOnce(
        compile("-Aweft.report=a\0b", NET), "no report can be written to `a\0b` (-Aweft.report): ");
  }

  @Test
  void anOptionWithoutADirectoryIsAnError() {
    failsOnce(compile("-Aweft.report", NET), "the option -Aweft.report names no directory");
    failsOnce(compile("-Aweft.report=", NET), "the option -Aweft.report names no directory");
  }
}
