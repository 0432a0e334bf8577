package dev.weft.processor;

import com.google.auto.service.AutoService;
import dev.weft.dsl.Network;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Turns each interface annotated with {@link Network} into a network class, or into errors. It does
 * no more itself than to see whether all is there that the work needs.
 */
@AutoService(Processor.class)
public final class WeftProcessor extends AbstractProcessor {
  /**
   * Weft's annotations, and the one that generated classes carry: javac's {@code -Xlint:processing}
   * warns of annotations that no processor claims.
   */
  private static final Set<String> ANNOTATIONS =
      Set.of("dev.weft.dsl.*", "javax.annotation.processing.Generated");

  private Optional<String> obstacle = Optional.empty();
  private Networks networks;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return ANNOTATIONS;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return OptionNames.ALL;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    obstacle = MissingJar.message();
    if (obstacle.isEmpty()) {
      networks = Networks.in(environment).orElse(null);
      obstacle = networks == null ? Optional.of(noJdk()) : Optional.empty();
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (networks != null) {
      networks.process(annotations, round);
    } else if (obstacle.isPresent()) {
      refuse(annotations, round);
    }
    return Claims.leaveOthers(annotations, round);
  }

  /** One error, at the first thing that would have been processed. */
  private void refuse(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Optional<? extends Element> first =
        annotations.stream()
            .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
            .findFirst();
    if (first.isPresent()) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, obstacle.orElseThrow(), first.get());
      obstacle = Optional.empty();
    }
  }

  private static String noJdk() {
    return "[weft:unsupported-compiler] Weft reads declarations with javac's parser, which the Java"
        + " that runs this compiler lacks: "
        + System.getProperty("java.home")
        + "\n  fix: run the compiler with a JDK";
  }
}
