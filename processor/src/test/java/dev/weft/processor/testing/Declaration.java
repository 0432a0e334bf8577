package dev.weft.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.WeftProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A declaration with a mistake. In its source, {@code §} stands before the very character that the
 * error must point at:
 *
 * <pre>{@code
 * Declaration.network("default Layer a() { return conv3x3(64)§.stride(0); }")
 *     .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
 * }</pre>
 */
public final class Declaration {
  private static final char MARK = '§';
  private static final String HEADER =
      """
      package test;
      import static dev.weft.dsl.Layers.*;
      import dev.weft.dsl.*;
      import dev.weft.dsl.annotation.*;
      import java.util.*;
      import java.util.function.*;
      """;

  private record Spot(String file, long line, long column) {}

  private final List<JavaFileObject> files = new ArrayList<>();
  private Spot expected;

  private Declaration() {}

  /** The network {@code test.Net} with these members. */
  public static Declaration network(String members) {
    return file(
        "test.Net",
        HEADER + "@Network(input = {3, 32, 32})\ninterface Net {\n" + members + "\n}\n");
  }

  /** A network in a file of its own, {@code import}s included. */
  public static Declaration file(String name, String text) {
    return new Declaration().and(name, text);
  }

  /** A class beside the network, with the same imports. */
  public Declaration besides(String simpleName, String text) {
    return and("test." + simpleName, HEADER + text);
  }

  /** Another source file. */
  public Declaration and(String name, String text) {
    int at = text.indexOf(MARK);
    String clean = text.replace(String.valueOf(MARK), "");
    if (at >= 0) {
      String before = text.substring(0, at);
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      String file = name.substring(name.lastIndexOf('.') + 1) + ".java";
      expected = new Spot(file, line, at - before.lastIndexOf('\n'));
    }
    files.add(JavaFileObjects.forSourceString(name, clean));
    return this;
  }

  /** Compiles; there must be exactly this error, at the mark. Returns its whole text. */
  public String fails(Code code, String headline) {
    List<String> texts = failsAt();
    assertThat(texts).as("one error").hasSize(1);
    String[] lines = texts.get(0).split("\n", 2);
    assertThat(lines[0]).isEqualTo("[weft:" + code.id() + "] " + headline);
    return texts.get(0);
  }

  private List<String> failsAt() {
    List<Diagnostic<? extends JavaFileObject>> errors = errors();
    if (errors.size() == 1 && expected != null) {
      Diagnostic<? extends JavaFileObject> error = errors.get(0);
      String path = error.getSource().getName();
      Spot found =
          new Spot(
              path.substring(path.lastIndexOf('/') + 1),
              error.getLineNumber(),
              error.getColumnNumber());
      assertThat(found).as(error.getMessage(Locale.ROOT)).isEqualTo(expected);
    }
    return errors.stream().map(error -> error.getMessage(Locale.ROOT)).toList();
  }

  /** The errors of the compilation. */
  public List<Diagnostic<? extends JavaFileObject>> errors() {
    return new ArrayList<>(compile().errors());
  }

  /** Compiles with the processor. */
  public Compilation compile() {
    return com.google.testing.compile.Compiler.javac()
        .withProcessors(new WeftProcessor())
        .compile(files);
  }

  /** Compiles; there must be no mistake in the declaration. */
  public void isRight() {
    assertThat(errors()).isEmpty();
  }
}
