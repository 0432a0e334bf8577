package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows of a mistake is what javac prints, character by character. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(java)?\\n(.*?)```");

  @TempDir private Path directory;

  private String declaration;
  private String output;

  @BeforeEach
  void readReadme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    Matcher block = BLOCK.matcher(readme.substring(readme.indexOf("## Getting it wrong")));
    assertThat(block.find()).isTrue();
    declaration = block.group(2);
    assertThat(block.find()).isTrue();
    output = block.group(2);
  }

  @Test
  void theMistakeShownIsWhatTheCompilerPrints() throws IOException {
    assertThat(compile(declaration)).isEqualToNormalizingNewlines(output);
  }

  @Test
  void everyCodeIsExplained() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    for (Code code : Code.values()) {
      assertThat(readme).contains("| `" + code.id() + "` |");
    }
  }

  @Test
  void everyNetworkShownCompiles() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    List<String> networks =
        BLOCK
            .matcher(readme)
            .results()
            .map(block -> block.group(2))
            .filter(code -> code.startsWith("@Network("))
            .toList();
    String imports =
        "import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;"
            + " import dev.weft.dsl.annotation.*;";
    String together =
        networks.stream()
            .map(code -> code.replace("public interface", "interface"))
            .collect(Collectors.joining("\n", imports, ""));
    assertThat(networks).hasSizeGreaterThan(3);
    assertThat(compile(together)).isEmpty();
  }

  @Test
  void theFixShownCompiles() throws IOException {
    assertThat(output).contains("residual(...).project()");
    int call = declaration.indexOf("residual(");
    int end = declaration.indexOf(")).", call) + 2;
    String mended = declaration.substring(0, end) + ".project()" + declaration.substring(end);
    assertThat(compile(mended)).isEmpty();
  }

  /** Compiles {@code Faces.java} as the command line would, and returns what that prints. */
  private String compile(String source) throws IOException {
    Path file = Files.writeString(directory.resolve("Faces.java"), source);
    StringWriter printed = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            "-processor",
            WeftProcessor.class.getName(),
            "-d",
            directory.toString());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      compiler.getTask(printed, files, null, options, null, files.getJavaFileObjects(file)).call();
    }
    return printed.toString().replace(directory + File.separator, "");
  }
}
