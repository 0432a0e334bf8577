package dev.weft.processor.source.tree;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;

/**
 * The files of a compiler that has no trees of javac's, parsed once more by javac. Of such a
 * compiler only the path of a type's file is asked; the standard API has it since Java 18, and
 * Eclipse's compiler in a method of its own.
 */
final class ParsedSources implements CompiledSources {
  private static final String EXTENSION = ".java";

  private final Elements elements;
  private final SourceParser parser;

  ParsedSources(Elements elements, SourceParser parser) {
    this.elements = elements;
    this.parser = parser;
  }

  @Override
  public boolean has(TypeElement topLevel) {
    return file(topLevel).isPresent();
  }

  @Override
  public Optional<Declared> find(Element element) {
    return file(TreeSearch.topLevel(element))
        .map(parser::parse)
        .flatMap(ParsedFile::unit)
        .flatMap(unit -> TreeSearch.find(unit, element, parser.positions()));
  }

  @Override
  public SourcePositions positions() {
    return parser.positions();
  }

  @Override
  public Optional<Trees> printer() {
    return Optional.empty();
  }

  private Optional<Path> file(TypeElement topLevel) {
    return fromEclipse(topLevel).or(() -> fromElements(topLevel)).filter(Files::isRegularFile);
  }

  private static Optional<Path> fromEclipse(TypeElement topLevel) {
    return call(topLevel.getClass(), topLevel, "getFileName")
        .map(Object::toString)
        .filter(name -> name.endsWith(EXTENSION))
        .flatMap(ParsedSources::path);
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException inMemory) {
      return Optional.empty();
    }
  }

  private Optional<Path> fromElements(TypeElement topLevel) {
    return call(Elements.class, elements, "getFileObjectOf", topLevel)
        .map(FileObject.class::cast)
        .filter(file -> file.getName().endsWith(EXTENSION))
        .flatMap(ParsedSources::path);
  }

  private static Optional<Path> path(FileObject file) {
    try {
      return Optional.of(Path.of(file.toUri()));
    } catch (IllegalArgumentException | FileSystemNotFoundException inMemory) {
      return Optional.empty();
    }
  }

  private static Optional<Object> call(
      Class<?> type, Object receiver, String name, Element... arguments) {
    Class<?>[] parameters = new Class<?>[arguments.length];
    Arrays.fill(parameters, Element.class);
    try {
      Method method = type.getMethod(name, parameters);
      return Optional.ofNullable(method.invoke(receiver, (Object[]) arguments));
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException unknown) {
      return Optional.empty();
    }
  }
}
