package dev.weft.processor;

import dev.weft.dsl.Declared;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.emit.DeclaredAt;
import dev.weft.processor.emit.GeneratedClass;
import dev.weft.processor.emit.NetworkWriter;
import dev.weft.processor.emit.code.ClassName;
import dev.weft.processor.source.ReadNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Hands the generated classes to javac. */
final class SourceFiles {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final ProcessingEnvironment environment;

  SourceFiles(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** The mistake of compiling a network without the classes that generated code calls. */
  Optional<Problem> missingRuntime(TypeElement network) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(network);
    if (module == null || module.isUnnamed()) {
      return elements.getTypeElement(NetworkWriter.RUNTIME_CLASS) != null
          ? Optional.empty()
          : missingRuntime(
              "is not on the class path",
              new Problem.Fix("add the dependency", "dev.weft:weft-runtime", null));
    }
    return elements.getTypeElement(module, NetworkWriter.RUNTIME_CLASS) != null
        ? Optional.empty()
        : missingRuntime(
            "the module `" + module + "` does not read",
            new Problem.Fix(
                "put weft-runtime on the module path, and say in module-info.java",
                "requires dev.weft.runtime;",
                null));
  }

  private static Optional<Problem> missingRuntime(String why, Problem.Fix fix) {
    String headline = "the generated code calls Weft's runtime, which " + why;
    return Optional.of(
        new Problem(Code.MISSING_RUNTIME, null, null, headline, List.of(), List.of(fix)));
  }

  /**
   * Writes the class of a network, or its skeleton if there is no program for it.
   *
   * @return the mistake of the compiler's refusing the class
   */
  Optional<Problem> write(ReadNetwork network, Optional<Program> program) {
    GeneratedClass target =
        new GeneratedClass(
            ClassName.get(network.packageName(), network.generatedName()),
            name(network.type(), network.packageName()),
            network.isPublic(),
            generatedAnnotation());
    String source =
        program
            .map(known -> NetworkWriter.write(target, known, part -> place(network, part)))
            .orElseGet(
                () -> NetworkWriter.skeleton(target, missingRuntime(network.type()).isEmpty()));
    try (Writer writer =
        environment
            .getFiler()
            .createSourceFile(target.name().canonicalName(), network.type())
            .openWriter()) {
      writer.write(source);
      return Optional.empty();
    } catch (FilerException refused) {
      // Eclipse's compiler refuses it even for a class file of an earlier build.
      return Optional.of(exists(target));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Optional<DeclaredAt> place(ReadNetwork network, Declared part) {
    return network
        .origins()
        .of(part)
        .map(origin -> new DeclaredAt(origin.place().file(), origin.place().line()));
  }

  private static Problem exists(GeneratedClass target) {
    return new Problem(
        Code.MISUSE,
        null,
        null,
        "the class to be generated, `"
            + target.name().canonicalName()
            + "`, exists already on the class path",
        List.of(),
        List.of(Problem.Fix.of("remove the class files of the earlier build")));
  }

  /** The platform's {@code @Generated}, which a module sees only if it reads java.compiler. */
  private Optional<ClassName> generatedAnnotation() {
    return Optional.ofNullable(environment.getElementUtils().getTypeElement(GENERATED))
        .map(type -> name(type, "javax.annotation.processing"));
  }

  private static ClassName name(TypeElement type, String packageName) {
    String name = type.getQualifiedName().toString();
    return ClassName.get(
        packageName, packageName.isEmpty() ? name : name.substring(packageName.length() + 1));
  }
}
