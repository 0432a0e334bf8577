package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import java.io.File;
import java.lang.reflect.InvocationHandler;
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
}
