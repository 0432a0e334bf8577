package dev.weft.processor.compilers;

import dev.weft.processor.WeftProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Weft's processor, for tests that change what it sees. */
abstract class WeftBeside extends AbstractProcessor {
  private final WeftProcessor weft = new WeftProcessor();
  private boolean hasGenerated;

  /** The environment that Weft's processor gets. */
  ProcessingEnvironment wrapped(ProcessingEnvironment environment) {
    return environment;
  }

  /** Generates something in the first round, which Weft's processor sees in the second. */
  void generate(Filer filer) throws IOException {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    weft.init(wrapped(environment));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return weft.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return weft.getSupportedOptions();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return weft.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    boolean claimed = weft.process(annotations, round);
    if (!hasGenerated) {
      hasGenerated = true;
      try {
        generate(processingEnv.getFiler());
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
    return claimed;
  }
}
