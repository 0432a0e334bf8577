package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import dev.weft.processor.testing.Build.Result;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When, in javac's rounds, networks are processed, and what javac itself says to it. */
final class RoundsTest {
  private static final String NET = "@Network(input = {3, 8, 8}) interface Net {";

  @TempDir private Path directory;

  private static List<String> messages(Result result) {
    return result.messages().stream().map(message -> message.getMessage(Locale.ROOT)).toList();
  }

  @Test
  void rightNetworksPassEveryLintOfJavac() {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.contains("weft") || path.matches(".*(target.classes|nd4j-api).*"))
            .collect(Collectors.joining(File.pathSeparator));
    Result result =
        Build.in(directory)
            .withClassPath(classPath)
            .with("-Xlint:all,-path,-classfile", "-Werror")
            .write(
                "Net.java",
                "@Output(2) @Budget(parameters = 1000) "
                    + NET
                    + " @Conv(filters = 2, kernel = 3) @Relu Layer a();"
                    + " @From(\"a\") @GlobalAvgPool Layer b(); @Dense(2) Layer c(); }"
                    + " class Other { @Override public String toString() { return \"\"; } }")
            .compile("Net.java");
    assertThat(messages(result)).isEmpty();
    assertThat(result.success()).isTrue();
  }

  @Test
  void nameThatNobodyCanGenerateIsAnErrorAtOnce() {
    Result result =
        Build.in(directory)
            .write(
                "Net.java",
                NET
                    + " default Layer a() { return con3x3(8); }"
                    + " default Layer b() { return conv3x3(8).padding(SAMEE); }"
                    + " default Layer c() { return Layers.relux(); }"
                    + " default Layer d() { return h(1, 2); }"
                    + " static Layer h(int n) { return relu(); } }")
            .write("Use.java", "class Use { NetNetwork network; }")
            .compile("Net.java", "Use.java");
    assertThat(messages(result))
        .hasSize(4)
        .allMatch(message -> message.startsWith("[weft:not-interpretable] "));
  }

  @Test
  void typeThatIsNeverGeneratedIsOneError() {
    Result result =
        Build.in(directory)
            .write("Net.java", NET + " default Layer a() { return Blocks.block(8); } }")
            .compile("Net.java");
    assertThat(messages(result))
        .singleElement()
        .asString()
        .startsWith("[weft:not-interpretable] cannot find `Blocks`");
    assertThat(result.generated()).isEmpty();
  }

  @Test
  void membersOfGeneratedSupertypesAreWaitedFor() {
    Result result =
        Build.in(directory)
            .with(BaseGenerator::new)
            .write(
                "Net.java",
                "import static test.Sizes.*; interface Helpers extends Base {} "
                    + NET.replace("Net {", "Net extends Helpers {")
                    + " default Layer a() { return conv3x3(WIDTH); }"
                    + " default Layer b() { return conv3x3(width()); } }")
            .compile("Net.java");
    assertThat(result.errors()).isEmpty();
  }

  /** Weft's processor beside one that generates what the network inherits and imports. */
  private static final class BaseGenerator extends WeftBeside {
    @Override
    void generate(Filer filer) throws IOException {
      try (Writer out = filer.createSourceFile("Base").openWriter()) {
        out.write("interface Base { int WIDTH = 4; }");
      }
      try (Writer out = filer.createSourceFile("test.Sizes").openWriter()) {
        out.write("package test; public class Sizes { public static int width() { return 4; } }");
      }
    }
  }

  @Test
  void faultOfTheProcessorsOwnLeavesAClassToUse() {
    Result result =
        Build.in(directory)
            .with(FaultyTypes::new)
            .write("Net.java", NET + " default Layer a() { return relu(); } }")
            .write("Use.java", "class Use { NetNetwork network; }")
            .compile("Net.java", "Use.java");
    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("[weft:internal] internal error in Weft, please report")
        .contains("broken on purpose");
    assertThat(result.generated()).containsKey("NetNetwork.java");
  }

  /** Weft's processor in an environment whose types fail while a network is read. */
  private static final class FaultyTypes extends WeftBeside {
    @Override
    ProcessingEnvironment wrapped(ProcessingEnvironment environment) {
      return proxy(ProcessingEnvironment.class, new FaultyEnvironment(environment));
    }
  }

  /** Keeps the environment in a field, where the processor finds it and with it javac's trees. */
  private record FaultyEnvironment(ProcessingEnvironment environment) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      Object value = method.invoke(environment, arguments);
      return value instanceof Types types ? proxy(Types.class, broken(types)) : value;
    }

    private static InvocationHandler broken(Types types) {
      return (proxy, method, arguments) -> {
        boolean isReading = Thread.currentThread().getName().equals("weft-reader");
        if (isReading && method.getName().equals("directSupertypes")) {
          throw new IllegalStateException("broken on purpose");
        }
        return method.invoke(types, arguments);
      };
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = RoundsTest.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }
}
