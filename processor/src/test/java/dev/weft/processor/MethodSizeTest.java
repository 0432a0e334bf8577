package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.testing.MethodSizes;
import dev.weft.processor.testing.RepositoryNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HotSpot never compiles a method of more than 8,000 bytes of bytecode. */
class MethodSizeTest {
  private static final int MOST_BYTES = 8_000;
  private static final String NET =
      """
      package test;
      import static dev.weft.dsl.Layers.*;
      import dev.weft.dsl.*;
      @Network(input = {4, 4, 4})
      interface Net {
      %s
      }
      """;

  /** The sizes of the methods in the class files that come of the source files. */
  private static Map<String, Integer> sizes(List<JavaFileObject> files) throws IOException {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withOptions("-Xlint:all,-processing,-path")
            .withProcessors(new WeftProcessor())
            .compile(files);
    assertThat(compilation.diagnostics()).isEmpty();
    Map<String, Integer> sizes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        try (InputStream classFile = file.openInputStream()) {
          MethodSizes.of(classFile)
              .forEach((method, size) -> sizes.put(file.getName() + " " + method, size));
        }
      }
    }
    return sizes;
  }

  private static void allFit(Map<String, Integer> sizes) {
    assertThat(sizes).hasSizeGreaterThan(20);
    assertThat(sizes)
        .allSatisfy((method, size) -> assertThat(size).isLessThanOrEqualTo(MOST_BYTES));
  }

  @Test
  void networksOfThisRepositoryFit() throws IOException {
    allFit(sizes(RepositoryNetworks.files()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repeat(1000, i -> conv3x3(4))",
        "sequential(repeat(1000, i -> relu()))",
        "repeat(1000, i -> residual(conv1x1(4), batchNorm(), tanh()))",
        "repeat(120, i -> concat(conv1x1(1), conv1x1(1), conv1x1(1), conv1x1(1)))",
        "sequential(repeat(300, i -> sequential(sequential(sequential(conv1x1(4))))))",
      })
  void longStageFits(String layer) throws IOException {
    allFit(net("default Layer body() { return " + layer + "; }"));
  }

  @Test
  void thousandStagesFit() throws IOException {
    List<String> stages = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      stages.add("default Layer stage" + i + "() { return conv1x1(4); }");
    }
    allFit(net(String.join("\n", stages)));
  }

  @Test
  void deeplyNestedBlocksFit() throws IOException {
    allFit(
        net(
            """
            default Layer body() { return nested(45); }
            static Layer nested(int depth) {
              return depth == 0
                  ? sequential(repeat(150, i -> conv1x1(4)))
                  : residual(conv1x1(4), relu(), nested(depth - 1).named("inner"), batchNorm());
            }
            """));
  }

  private static Map<String, Integer> net(String members) throws IOException {
    return sizes(List.of(JavaFileObjects.forSourceString("test.Net", NET.formatted(members))));
  }

  @Test
  void sizesAreThoseOfTheClassFile() throws IOException {
    // aload_0, getfield, areturn; iload_1, iload_2, iadd, ireturn
    record Pair(Object one) {
      int sum(int a, int b) {
        return a + b;
      }
    }
    String file = Pair.class.getName().replaceFirst(".*\\.", "") + ".class";
    try (InputStream classFile = Pair.class.getResourceAsStream(file)) {
      assertThat(MethodSizes.of(classFile))
          .containsEntry("one()Ljava/lang/Object;", 5)
          .containsEntry("sum(II)I", 4);
    }
  }
}
