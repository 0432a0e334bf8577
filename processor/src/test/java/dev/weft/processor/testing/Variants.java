package dev.weft.processor.testing;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.JavacTask;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.processor.WeftProcessor;
import dev.weft.processor.source.ReadNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Many declarations, some of which are hardly Java, in one run of the processor. Those over which
 * javac itself gives up before it runs a processor are left out.
 */
public final class Variants {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Pattern OUTPUT = Pattern.compile("OUTPUT = Shape\\.of\\(([^)]*)\\)");

  /**
   * What came of one of them.
   *
   * @param source its source
   * @param accepted what was generated, if it was accepted
   * @param errors the texts of its errors
   */
  public record Result(String source, Optional<Accepted> accepted, List<String> errors) {}

  /**
   * A declaration without mistakes.
   *
   * @param declaration what the reader made of it
   * @param output the output of the generated class as it is written there
   */
  public record Accepted(NetworkDeclaration declaration, String output) {}

  private Variants() {}

  /** Runs the processor on the networks {@code Net} with these members. */
  public static List<Result> process(List<String> members) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      String inPackage = "variant" + i;
      files.add(
          JavaFileObjects.forSourceString(
              inPackage + ".Net", Declaration.source(inPackage, "3, 32, 32", members.get(i))));
    }
    try {
      removeUnparsable(files);
      Run run = new Run(files);
      while (run.generated.isEmpty()) {
        // An error such as two methods of one name keeps javac from running any processor.
        files.removeAll(run.faulty());
        run = new Run(files);
      }
      return run.results(files);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void removeUnparsable(List<JavaFileObject> files) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    ((JavacTask) JAVAC.getTask(null, null, found, options(), null, files)).parse();
    found.getDiagnostics().forEach(error -> files.remove(error.getSource()));
  }

  private static List<String> options() {
    return List.of("-proc:only", "-Xmaxerrs", "100000");
  }

  /** One run of the processor. */
  private static final class Run extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> generated = new HashMap<>();
    private final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();

    Run(List<JavaFileObject> files) {
      super(JAVAC.getStandardFileManager(null, Locale.ROOT, null));
      var task = JAVAC.getTask(null, this, found, options(), null, files);
      task.setProcessors(List.of(new WeftProcessor()));
      task.call();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return inMemory(className, kind);
    }

    @Override
    public FileObject getFileForOutput(
        JavaFileManager.Location location, String inPackage, String name, FileObject sibling) {
      return inMemory(inPackage + "/" + name, JavaFileObject.Kind.OTHER);
    }

    private JavaFileObject inMemory(String name, JavaFileObject.Kind kind) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      generated.put(name, text);
      URI uri = URI.create("generated:/" + name.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return text.toString(StandardCharsets.UTF_8);
        }
      };
    }

    private List<Diagnostic<? extends JavaFileObject>> errors() {
      return found.getDiagnostics().stream()
          .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
          .toList();
    }

    Set<JavaFileObject> faulty() {
      return errors().stream().map(Diagnostic::getSource).collect(Collectors.toSet());
    }

    List<Result> results(List<JavaFileObject> files) throws IOException {
      List<JavaFileObject> accepted =
          files.stream().filter(file -> output(file).isPresent()).toList();
      List<ReadNetwork> networks = Reading.networks(accepted.toArray(new JavaFileObject[0]));
      List<Result> results = new ArrayList<>();
      for (JavaFileObject file : files) {
        List<String> texts =
            errors().stream()
                .filter(error -> file.equals(error.getSource()))
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
        Optional<Accepted> outcome =
            output(file)
                .map(
                    output ->
                        new Accepted(networks.get(accepted.indexOf(file)).declaration(), output));
        results.add(new Result(file.getCharContent(false).toString(), outcome, texts));
      }
      return results;
    }

    /** What the generated class says; a class in place of a wrong network says nothing. */
    private Optional<String> output(JavaFileObject file) {
      String inPackage = file.getName().replaceAll(".*(variant\\d+).*", "$1");
      ByteArrayOutputStream written = generated.get(inPackage + ".NetNetwork");
      Matcher constant =
          OUTPUT.matcher(written == null ? "" : written.toString(StandardCharsets.UTF_8));
      return constant.find() ? Optional.of(constant.group(1)) : Optional.empty();
    }
  }
}
