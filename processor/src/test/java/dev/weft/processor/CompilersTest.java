package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class CompilersTest {
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
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new Wrapped())
            .compile(
                JavaFileObjects.forSourceString(
                    "Net",
                    """
                    @dev.weft.dsl.Network(input = 3)
                    interface Net {
                      @dev.weft.dsl.annotation.Dense(2) dev.weft.dsl.Layer out();
                    }
                    """));
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("[weft:unsupported-compiler] ")
        .contains("fix: compile with javac");
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(2);
  }
}
