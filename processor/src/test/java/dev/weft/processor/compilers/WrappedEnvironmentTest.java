package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javac behind an environment that is not its own, as some build tools hand it over. */
class WrappedEnvironmentTest {
  private static final String WRONG =
      """
      @Network(input = {3, 32, 32})
      interface Net {
        default Layer a() {
          return conv3x3(4).stride(0);
        }
      }
      """;

  @TempDir private Path directory;

  private static final class Wrapping extends WeftBeside {
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    Wrapping(UnaryOperator<ProcessingEnvironment> wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    ProcessingEnvironment wrapped(ProcessingEnvironment environment) {
      return wrapper.apply(environment);
    }
  }

  /** As Gradle's environment for incremental processors has it. */
  private static final class Delegating implements ProcessingEnvironment {
    private final ProcessingEnvironment delegate;

    Delegating(ProcessingEnvironment delegate) {
      this.delegate = delegate;
    }

    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            WrappedEnvironmentTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  private Build build(UnaryOperator<ProcessingEnvironment> wrapper) {
    return Build.in(directory).write("Net.java", WRONG).with(() -> new Wrapping(wrapper));
  }

  private void pointsAtTheCall(UnaryOperator<ProcessingEnvironment> wrapper) {
    assertThat(build(wrapper).compile("Net.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:7:22: [weft:invalid-argument] stride must be at least 1");
  }

  @Test
  void delegatingEnvironmentIsUnwrapped() {
    pointsAtTheCall(Delegating::new);
    pointsAtTheCall(environment -> new Delegating(new Delegating(environment)));
  }

  @Test
  void proxyWhoseHandlerKnowsTheEnvironmentIsUnwrapped() {
    pointsAtTheCall(
        environment -> proxy((proxy, method, arguments) -> method.invoke(environment, arguments)));
  }

  @Test
  void environmentOfIntellijIsUnwrapped() {
    pointsAtTheCall(environment -> APIWrappers.wrap(ProcessingEnvironment.class, environment));
  }

  /** A proxy in whose handler no field is an environment. */
  private static ProcessingEnvironment opaque(ProcessingEnvironment environment) {
    Object[] hidden = {environment};
    return proxy((proxy, method, arguments) -> method.invoke(hidden[0], arguments));
  }

  @Test
  void opaqueEnvironmentIsReadThroughTheSourceDirectories() {
    Build build = build(WrappedEnvironmentTest::opaque);
    build.with("-Aweft.sources=" + directory.resolve("src") + File.pathSeparator);
    assertThat(build.compile("Net.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:6:17: [weft:invalid-argument] stride must be at least 1, but is 0\n")
        .contains(
            "at Net.java:7:23\n", "    return conv3x3(4).stride(0);\n", "                ^\n");
  }

  /** Elements as they were before Java 18, which did not know files. */
  private static Object withoutFiles(Method method, Object result) {
    return method.getName().equals("getElementUtils")
        ? Proxy.newProxyInstance(
            WrappedEnvironmentTest.class.getClassLoader(),
            new Class<?>[] {Elements.class},
            (proxy, asked, arguments) -> {
              if (asked.getName().equals("getFileObjectOf")) {
                throw new UnsupportedOperationException();
              }
              return asked.invoke(result, arguments);
            })
        : result;
  }

  @Test
  void fluentStageWhoseFileIsUnknownIsAnError() {
    Build build =
        build(
            environment -> {
              Object[] hidden = {environment};
              return proxy(
                  (proxy, method, arguments) ->
                      withoutFiles(method, method.invoke(hidden[0], arguments)));
            });
    build.write("Net.java", WRONG.replace("}\n}", "}\n@Dense(2) Layer b(); }"));
    build.write("Blocks.java", "@NetworkParts class Blocks {}");
    assertThat(build.compile("Net.java", "Blocks.java").errors())
        .satisfiesExactly(
            error ->
                assertThat(error)
                    .startsWith("Net.java:6:17: [weft:not-interpretable] the compiler does not say")
                    .contains("in which file the stage `a` is", ": -Aweft.sources=DIR"),
            error ->
                assertThat(error)
                    .startsWith("Blocks.java:4:15: [weft:not-interpretable] the compiler does not")
                    .contains("in which file `Blocks` is", ": -Aweft.sources=DIR"));
  }
}
