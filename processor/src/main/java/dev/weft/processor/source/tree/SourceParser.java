package dev.weft.processor.source.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** javac's parser, for files that javac itself is not compiling. Each file is parsed once. */
final class SourceParser {
  private final JavaCompiler javac;
  private final Map<URI, ParsedFile> parsed = new HashMap<>();
  private SourcePositions positions;

  private SourceParser(JavaCompiler javac) {
    this.javac = javac;
  }

  /** The parser of the running JDK; empty if this is a Java runtime without a compiler. */
  static Optional<SourceParser> ofThisJdk() {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(SourceParser::new);
  }

  /** Parses a file on disk. */
  ParsedFile parse(Path file) {
    URI uri = file.toUri();
    ParsedFile known = parsed.get(uri);
    if (known != null) {
      return known;
    }
    try {
      // Not Files.readString, which fails on the umlaut of a comment in another encoding.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return parse(new TextFile(uri, file.toString(), text));
    } catch (IOException unreadable) {
      ParsedFile failed =
          new ParsedFile(Optional.empty(), Optional.of(file + " cannot be read: " + unreadable));
      parsed.put(uri, failed);
      return failed;
    }
  }

  /** Parses a text. */
  ParsedFile parse(JavaFileObject file) {
    ParsedFile known = parsed.get(file.toUri());
    if (known == null) {
      known = parseNew(file);
      parsed.put(file.toUri(), known);
    }
    return known;
  }

  private ParsedFile parseNew(JavaFileObject file) {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    JavacTask task = task(messages, List.of(file));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new ParsedFile(Optional.of(unit), mistake(messages));
    } catch (IOException | IllegalStateException unreadable) {
      return new ParsedFile(Optional.empty(), Optional.of(file.getName() + ": " + unreadable));
    }
  }

  private static Optional<String> mistake(DiagnosticCollector<JavaFileObject> messages) {
    return messages.getDiagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .map(
            message ->
                message.getSource().getName()
                    + ":"
                    + message.getLineNumber()
                    + ": "
                    + message.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
  }

  private JavacTask task(DiagnosticCollector<JavaFileObject> messages, List<JavaFileObject> files) {
    List<String> options = List.of("-proc:none");
    return (JavacTask) javac.getTask(null, null, messages, options, null, files);
  }

  /** Where trees stand, no matter from which file. */
  SourcePositions positions() {
    if (positions == null) {
      positions = Trees.instance(task(new DiagnosticCollector<>(), List.of())).getSourcePositions();
    }
    return positions;
  }
}
