package dev.weft.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.WeftProcessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A row of a table of wrong declarations, which are compiled together, each in a package of its
 * own. As in {@link Declaration}, {@code §} marks where the one error must point.
 *
 * <pre>{@code
 * static Stream<Wrong> table() {
 *   return Wrong.table(
 *       wrong("default Layer a() { return §maxPool(0); }", Code.INVALID_ARGUMENT, "kernel must ..."),
 *       ...);
 * }
 * }</pre>
 */
public final class Wrong {
  private final String members;
  private final Code code;
  private final String headline;
  private final Map<String, String> besides = new LinkedHashMap<>();
  private final List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
  private String input = "3, 32, 32";
  private Spot expected;

  private Wrong(String members, Code code, String headline) {
    this.members = members;
    this.code = code;
    this.headline = headline;
  }

  /** The network with these members has this one mistake. */
  public static Wrong wrong(String members, Code code, String headline) {
    return new Wrong(members, code, headline);
  }

  /** The same stage, if it is the only one: {@code default Layer a() { return ...; }}. */
  public static Wrong returning(String layer, Code code, String headline) {
    return wrong("default Layer a() { return " + layer + "; }", code, headline);
  }

  /** With another input, as {@code "3, 32, 32"}. */
  public Wrong on(String input) {
    this.input = input;
    return this;
  }

  /** With a class beside the network, which has the same imports. */
  public Wrong besides(String simpleName, String text) {
    besides.put(simpleName, text);
    return this;
  }

  /** Compiles the rows of a table. */
  public static Stream<Wrong> table(Wrong... rows) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      rows[i].addFiles("row" + i, files);
    }
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new WeftProcessor())
            .withOptions("-Xmaxerrs", "1000")
            .compile(files);
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      String path = error.getSource().getName();
      String row = path.substring(path.indexOf("row") + 3, path.lastIndexOf('/'));
      rows[Integer.parseInt(row)].errors.add(error);
    }
    return Stream.of(rows);
  }

  private void addFiles(String inPackage, List<JavaFileObject> files) {
    addFile(inPackage + ".Net", Declaration.source(inPackage, input, members), files);
    besides.forEach(
        (name, text) ->
            addFile(inPackage + "." + name, Declaration.header(inPackage) + text, files));
  }

  private void addFile(String name, String text, List<JavaFileObject> files) {
    Spot marked = Spot.marked(name, text);
    expected = marked == null ? expected : marked;
    files.add(JavaFileObjects.forSourceString(name, Spot.unmarked(text)));
  }

  /** There must be exactly the expected error, at the mark. */
  public void assertReported() {
    List<String> texts = errors.stream().map(error -> error.getMessage(Locale.ROOT)).toList();
    assertThat(texts).as("one error").hasSize(1);
    String first = texts.get(0).lines().findFirst().orElseThrow();
    assertThat(first).isEqualTo("[weft:" + code.id() + "] " + headline);
    assertThat(Spot.of(errors.get(0))).as(texts.get(0)).isEqualTo(expected);
  }

  @Override
  public String toString() {
    return Spot.unmarked(members);
  }
}
