package dev.weft.examples.benchmark;

import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Weft's processor, with the time that javac spends in it, from loading its first class on. When
 * the last round is over, it prints that time.
 */
public final class TimedProcessor implements Processor {
  static final String PREFIX = "nanoseconds in the processor: ";

  private Processor processor;
  private boolean isQuiet;
  private long nanoseconds;

  /** Weft's processor, which is looked for among the processors on this class's own path. */
  public TimedProcessor() {
    timed(
        () ->
            processor =
                ServiceLoader.load(Processor.class, TimedProcessor.class.getClassLoader())
                    .findFirst()
                    .orElseThrow());
  }

  /** One that prints nothing. */
  static TimedProcessor quiet() {
    TimedProcessor quiet = new TimedProcessor();
    quiet.isQuiet = true;
    return quiet;
  }

  double milliseconds() {
    return nanoseconds / 1e6;
  }

  private <T> T timed(Supplier<T> task) {
    long start = System.nanoTime();
    try {
      return task.get();
    } finally {
      nanoseconds += System.nanoTime() - start;
    }
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    timed(
        () -> {
          processor.init(environment);
          return null;
        });
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    boolean claimed = timed(() -> processor.process(annotations, round));
    if (round.processingOver() && !isQuiet) {
      System.out.println(PREFIX + nanoseconds);
    }
    return claimed;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
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
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
    return processor.getCompletions(element, annotation, member, userText);
  }
}
