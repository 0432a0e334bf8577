package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Networks in a process that has not all of oneDNN's jars on its class path. */
class WithoutOneDnnTest {
  /** Predicts with two networks of default options and says what computes them. */
  static final class Program {
    private Program() {}

    /** Its entrance. */
    public static void main(String[] args) {
      for (int i = 0; i < 2; i++) {
        TinyNetwork network = new TinyNetwork(ModelOptions.defaults());
        network.predict(Nd4j.zeros(DataType.FLOAT, 3, 2, 4, 4));
        System.out.println("by " + network.kernels.getClass().getSimpleName());
      }
    }
  }

  private record Result(int status, String output) {}

  private static Result run(Predicate<String> jars, String kernels)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> jars.test(Path.of(path).getFileName().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-classpath",
                classPath,
                Program.class.getName()));
    builder.environment().put("WEFT_KERNELS", kernels);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private static boolean isNative(String jar) {
    return jar.matches("dnnl-[0-9.-]+-[a-z].*\\.jar");
  }

  @Test
  void theClassPathAsItIsHasOneDnn() throws Exception {
    Result result = run(jar -> true, "auto");
    assertThat(result.output()).contains("by DnnlKernels").doesNotContain("oneDNN's native");
    assertThat(result.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"the native library", "all of it"})
  void nd4jTakesOverWithOneWarning(String missing) throws Exception {
    boolean all = missing.equals("all of it");
    Result result = run(jar -> !(all ? jar.startsWith("dnnl-") : isNative(jar)), "auto");
    assertThat(result.output()).containsOnlyOnce("oneDNN's native library does not load here");
    assertThat(result.output().lines()).containsSubsequence("by Nd4jKernels", "by Nd4jKernels");
    assertThat(result.status()).isZero();
  }

  @Test
  void oneDnnAskedForByTheEnvironmentIsAnError() throws Exception {
    Result result = run(jar -> !isNative(jar), "onednn");
    assertThat(result.output())
        .contains("IllegalStateException: oneDNN's native library does not load here")
        .doesNotContain("by Nd4jKernels", "by DnnlKernels");
    assertThat(result.status()).isOne();
  }
}
