package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.Network;
import java.io.File;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class CompilersTest {
  private static final JavaFileObject NET =
      JavaFileObjects.forSourceString(
          "Net",
          """
          @dev.weft.dsl.Network(input = 3)
          interface Net {
            @dev.weft.dsl.annotation.Dense(2) dev.weft.dsl.Layer out();
          }
          """);

  /** Hands the processor an environment that is not javac's own, as some build tools do. */
  private static final class Wrapped extends AbstractProcessor {
    private final WeftProcessor processor = new WeftProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(
          (ProcessingEnvironment)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {ProcessingEnvironment.class},
                  (proxy, method, arguments) -> method.invoke(environment, arguments)));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  @Test
  void anEnvironmentWithoutTheTreeApiIsRefusedAtTheNetwork() {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac().withProcessors(new Wrapped()).compile(NET);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("[weft:unsupported-compiler] ")
        .contains("fix: compile with javac");
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(2);
  }

  @Test
  void aMissingRuntimeIsOneError() throws URISyntaxException {
    File dsl = new File(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withClasspath(List.of(dsl))
            .withProcessors(new WeftProcessor())
            .compile(NET);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("[weft:missing-runtime] ")
        .contains("fix: add the dependency: dev.weft:weft-runtime");
  }
}
