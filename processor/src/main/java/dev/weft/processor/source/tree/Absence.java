package dev.weft.processor.source.tree;

import com.sun.source.tree.CompilationUnitTree;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Why the source of an element is not there.
 *
 * @param headline what is missing
 * @param wayOut what to do about it
 * @param broken the file at fault, if it does not even parse
 */
public record Absence(String headline, String wayOut, Optional<CompilationUnitTree> broken) {
  static Absence of(Element element, TypeElement topLevel, Optional<ParsedFile> file) {
    String name = name(element);
    if (file.isPresent() && file.get().mistake().isPresent()) {
      return new Absence(
          "the source of `"
              + topLevel.getSimpleName()
              + "` does not compile: "
              + file.get().mistake().get(),
          "mend that file, and compile it again",
          file.get().unit());
    }
    if (file.isPresent()) {
      String path = file.get().unit().orElseThrow().getSourceFile().getName();
      return new Absence(
          "`" + name + "` is in the class file, but not in its source " + path,
          "compile the class again from the source of today",
          Optional.empty());
    }
    return new Absence(
        "there is no source of `" + name + "`, only its class file",
        topLevel.getQualifiedName().toString().startsWith("java.")
            ? "write its value as a constant of your own"
            : "compile it together with the network, or annotate `"
                + topLevel.getSimpleName()
                + "` with @NetworkParts in the build that it comes from",
        Optional.empty());
  }

  /** What is being compiled: compilers other than javac may keep the paths of their files. */
  public static Absence ofUnknownFile(String what) {
    return new Absence(
        "the compiler does not say in which file " + what + " is",
        "tell the processor the directory of the sources: -A" + SourceTrees.ROOTS_OPTION + "=DIR",
        Optional.empty());
  }

  private static String name(Element element) {
    return element instanceof TypeElement
        ? element.getSimpleName().toString()
        : element.getEnclosingElement().getSimpleName() + "." + element.getSimpleName();
  }
}
