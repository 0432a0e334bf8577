package dev.weft.processor.emit;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.WeftProcessor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where layers were declared, in generated code. */
class PlacesTest {
  private static String places(String declaration, String... helpers) throws IOException {
    Compilation compilation =
        javac()
            .withProcessors(new WeftProcessor())
            .compile(
                JavaFileObjects.forSourceString("test.Net", declaration),
                JavaFileObjects.forSourceString("test.Blocks", String.join("\n", helpers)));
    assertThat(compilation.errors()).isEmpty();
    String source =
        compilation
            .generatedSourceFile("test.NetNetwork")
            .orElseThrow()
            .getCharContent(false)
            .toString();
    int start = source.indexOf("private static String places()");
    String body =
        source.substring(source.indexOf("\"\\n\"", start) + 6, source.indexOf(';', start) - 1);
    return body.replaceAll("\\\\n\"\\s*\\+ \"", "\n").replace("\"", "");
  }

  /** The rows: stem.0, stem.1, body.0.0, body.0.1, body.0.add, body.1.0, body.1.1, body.1.add. */
  @Test
  void eachRowHasTheLineOfItsAnnotationOrInnermostCall() throws IOException {
    assertThat(
            places(
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                import dev.weft.dsl.annotation.*;
                @Network(input = {3, 8, 8})
                interface Net {
                  @Conv(filters = 4, kernel = 3)
                  @Relu
                  Layer stem();
                  default Layer body() {
                    return repeat(2,
                        i -> Blocks.block(4));
                  }
                  @Dense(10) Layer fc();
                }
                """,
                "package test;",
                "import static dev.weft.dsl.Layers.*;",
                "import dev.weft.dsl.*;",
                "class Blocks {",
                "  static Layer block(int channels) {",
                "    return residual(",
                "        conv3x3(channels),",
                "        relu());",
                "  }",
                "}"))
        .isEqualTo("Net.java: 7 8\nBlocks.java: 7 8 6 7 8 6\nNet.java: 14");
  }

  @Test
  void aProjectionIsWhereItsBlockIs() throws IOException {
    assertThat(
            places(
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {3, 8, 8})
                interface Net {
                  default Layer body() {
                    return
                        residual(
                            conv3x3(5)).project();
                  }
                }
                """,
                "package test; class Blocks {}"))
        .isEqualTo("Net.java: 9 8 8");
  }

  @Test
  void manyLayersTakeSeveralLines() throws IOException {
    String line = "Net.java: " + "6 ".repeat(41).strip();
    assertThat(
            places(
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {3, 8, 8})
                interface Net {
                  default Layer body() { return repeat(90, i -> maxPool(1)); }
                }
                """,
                "package test; class Blocks {}"))
        .isEqualTo(line + "\n" + line + "\nNet.java: " + "6 ".repeat(8).strip());
  }
}
