package dev.weft.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.Layer;
import dev.weft.processor.source.corpus.Corpus;
import dev.weft.processor.testing.Reading;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the interpreter reads from a source file is what the JVM builds when it runs that file. */
final class InterpreterTest {
  private static final Path CORPUS =
      Path.of("src/test/java").resolve(Corpus.class.getPackageName().replace('.', '/'));

  static Stream<Object> networks() {
    return Corpus.networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void bodiesYieldTheLayersThatTheJvmBuilds(Object network) throws Exception {
    Class<?> type = network.getClass().getInterfaces()[0];
    JavaFileObject[] sources =
        files(type.getSimpleName()).map(InterpreterTest::source).toArray(JavaFileObject[]::new);
    areBuilt(Reading.layers(sources), type, network);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void bodiesYieldTheSameLayersUnderEclipse(Object network, @TempDir Path directory)
      throws Exception {
    Class<?> type = network.getClass().getInterfaces()[0];
    String[] files = files(type.getSimpleName()).map(File::getAbsolutePath).toArray(String[]::new);
    areBuilt(Reading.layersUnderEclipse(directory, files), type, network);
  }

  private static void areBuilt(Map<String, Layer> read, Class<?> type, Object network)
      throws ReflectiveOperationException {
    Map<String, Layer> built = new LinkedHashMap<>();
    for (String stage : read.keySet()) {
      Method method = type.getMethod(stage);
      // An inherited one belongs to an interface that only its package sees.
      method.setAccessible(true);
      built.put(stage, (Layer) method.invoke(network));
    }
    assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(stages(type));
    for (String stage : read.keySet()) {
      assertThat(read.get(stage)).as(stage).isEqualTo(built.get(stage));
    }
  }

  private static List<String> stages(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isDefault() && method.getParameterCount() == 0)
        .filter(method -> Layer.class.isAssignableFrom(method.getReturnType()))
        .map(Method::getName)
        .toList();
  }

  /** The network's own file first, then all others that may hold its helpers. */
  private static Stream<File> files(String network) {
    File[] all = CORPUS.toFile().listFiles((directory, name) -> name.endsWith(".java"));
    return Arrays.stream(all)
        .filter(file -> !Corpus.isNetwork(file.getName()) || isOf(network, file))
        .filter(file -> !file.getName().equals("Corpus.java"));
  }

  private static boolean isOf(String network, File file) {
    return file.getName().equals(network + ".java");
  }

  private static JavaFileObject source(File file) {
    try {
      return JavaFileObjects.forResource(file.toURI().toURL());
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
