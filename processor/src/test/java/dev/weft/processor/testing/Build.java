package dev.weft.processor.testing;

import dev.weft.processor.WeftProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A build in a directory, as build tools do it: source files on disk, class files beside them, and
 * compilations of some of the files against the class files of others.
 */
public final class Build {
  /** What declarations import. */
  public static final String HEADER =
      """
      import static dev.weft.dsl.Layers.*;
      import dev.weft.dsl.*;
      import dev.weft.dsl.annotation.*;
      """;

  private final Path directory;
  private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private Supplier<Processor> processor = WeftProcessor::new;
  private final List<String> options = new ArrayList<>();
  private String classPath = System.getProperty("java.class.path");

  private Build(Path directory) {
    this.directory = directory;
  }

  /** A build by javac in an empty directory. */
  public static Build in(Path directory) {
    return new Build(directory);
  }

  /** Writes a source file, its package statement first and then the usual imports. */
  public Build write(String path, String text) {
    String packageName = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    String header = packageName.isEmpty() ? "" : "package " + packageName.replace('/', '.') + ";\n";
    return writeAsIs(path, header + HEADER + text);
  }

  /** Writes a source file. */
  public Build writeAsIs(String path, String text) {
    try {
      Path file = source(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The path of a source file. */
  public Path source(String path) {
    return directory.resolve("src").resolve(path);
  }

  /** The directory of the class files. */
  public Path classes() {
    return directory.resolve("classes");
  }

  /** Compiles with Eclipse's compiler from here on. */
  public Build withEclipse() {
    compiler = new EclipseCompiler();
    return this;
  }

  /** Compiles with another processor from here on. */
  public Build with(Supplier<Processor> other) {
    processor = other;
    return this;
  }

  /** Compiles with the processors that the compiler itself finds from here on. */
  public Build withDeclaredProcessors() {
    processor = null;
    return this;
  }

  /** Compiles with these options, too, from here on. */
  public Build with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Puts a jar or directory before all else on the class path. */
  public Build after(Path library) {
    classPath = library + File.pathSeparator + classPath;
    return this;
  }

  /** Makes this the class path. */
  public Build withClassPath(String only) {
    classPath = only;
    return this;
  }

  /** Compiles these source files; the class files of earlier calls are on the class path. */
  public Result compile(String... paths) {
    try {
      Files.createDirectories(classes());
      Files.createDirectories(directory.resolve("generated"));
      return run(Stream.of(paths).map(this::source).toList());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Result run(List<Path> files) throws IOException {
    List<String> all = new ArrayList<>(List.of("-d", classes().toString()));
    all.addAll(List.of("-s", directory.resolve("generated").toString()));
    all.addAll(List.of("-classpath", classes() + File.pathSeparator + classPath));
    all.addAll(options);
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              printed,
              manager,
              messages,
              all,
              null,
              manager.getJavaFileObjectsFromFiles(files.stream().map(Path::toFile).toList()));
      if (processor != null) {
        task.setProcessors(List.of(processor.get()));
      }
      boolean success = task.call();
      return new Result(success, messages.getDiagnostics(), printed.toString(), generated());
    }
  }

  private Map<String, String> generated() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.resolve("generated"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return sources;
  }

  /** Packs the class output into a jar. */
  public Path jar(String name) {
    return jar(name, classes(), Map.of());
  }

  /** Packs a directory into a jar whose manifest has these entries, too. */
  public Path jar(String name, Path content, Map<String, String> manifest) {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(content)) {
      out.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
      StringBuilder text = new StringBuilder("Manifest-Version: 1.0\r\n");
      manifest.forEach((key, value) -> text.append(key).append(": ").append(value).append("\r\n"));
      out.write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String entry = content.relativize(file).toString().replace(File.separatorChar, '/');
        if (!entry.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(entry));
          Files.copy(file, out);
        }
      }
      return jar;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /**
   * What came of a compilation.
   *
   * @param success whether there were no errors
   * @param messages what the compiler had to say
   * @param printed what it printed besides
   * @param generated the generated sources so far, by the names of their files
   */
  public record Result(
      boolean success,
      List<Diagnostic<? extends JavaFileObject>> messages,
      String printed,
      Map<String, String> generated) {

    /** The errors as {@code Blocks.java:7:12: text}. */
    public List<String> errors() {
      return messages.stream()
          .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
          .map(Result::text)
          .toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> message) {
      String text = message.getMessage(Locale.ROOT);
      if (message.getSource() == null) {
        return text;
      }
      String path = message.getSource().getName();
      String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      return file + ":" + message.getLineNumber() + ":" + message.getColumnNumber() + ": " + text;
    }
  }
}
