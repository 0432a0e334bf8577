package dev.weft.processor;

import com.google.auto.common.GeneratedAnnotations;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.emit.GeneratedClass;
import dev.weft.processor.emit.NetworkWriter;
import dev.weft.processor.source.ReadNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Hands the generated classes to javac. */
final class SourceFiles {
  private final ProcessingEnvironment environment;

  SourceFiles(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** The mistake of compiling without the classes that generated code calls. */
  Optional<Problem> missingRuntime() {
    if (environment.getElementUtils().getTypeElement(NetworkWriter.RUNTIME_CLASS) != null) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Code.MISSING_RUNTIME,
            null,
            null,
            "the generated code calls Weft's runtime, which is not on the class path",
            List.of(),
            List.of(new Problem.Fix("add the dependency", "dev.weft:weft-runtime", null))));
  }

  /** Writes the class of a network, or its skeleton if there is no program for it. */
  void write(ReadNetwork network, Optional<Program> program) {
    GeneratedClass target =
        new GeneratedClass(
            ClassName.get(network.packageName(), network.generatedName()),
            name(network.type(), network.packageName()),
            network.isPublic(),
            generatedAnnotation());
    String source =
        program
            .map(known -> NetworkWriter.write(target, known))
            .orElseGet(() -> NetworkWriter.skeleton(target, missingRuntime().isEmpty()));
    try (Writer writer =
        environment
            .getFiler()
            .createSourceFile(target.name().canonicalName(), network.type())
            .openWriter()) {
      writer.write(source);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Optional<ClassName> generatedAnnotation() {
    return GeneratedAnnotations.generatedAnnotation(
            environment.getElementUtils(), environment.getSourceVersion())
        .map(type -> name(type, environment.getElementUtils().getPackageOf(type).toString()));
  }

  private static ClassName name(TypeElement type, String packageName) {
    String name = type.getQualifiedName().toString();
    return ClassName.get(
        packageName, packageName.isEmpty() ? name : name.substring(packageName.length() + 1));
  }
}
