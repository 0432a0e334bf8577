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
  private static final String IMPORTS =
      """
      import static dev.weft.dsl.Layers.*;
      import dev.weft.dsl.*;
      import dev.weft.dsl.annotation.*;
      import java.util.*;
      import java.util.function.*;
      """;

  private final List<JavaFileObject> files = new ArrayList<>();
  private Spot expected;

  private Declaration() {}

  /** The network {@code test.Net} with these members. */
  public static Declaration network(String members) {
    return file("test.Net", source("test", "3, 32, 32", members));
  }

  /** The source of the network {@code Net} with these members in a package. */
  static String source(String inPackage, String input, String members) {
    String network = "@Network(input = {" + input + "})\ninterface Net {\n" + members + "\n}\n";
    return header(inPackage) + network;
  }

  /** The head of a source file. */
  static String header(String inPackage) {
    return "package " + inPackage + ";\n" + IMPORTS;
  }

  /** A network in a file of its own, {@code import}s included. */
  public static Declaration file(String name, String text) {
    return new Declaration().and(name, text);
  }

  /** A class beside the network, with the same imports. */
  public Declaration besides(String simpleName, String text) {
    return and("test." + simpleName, header("test") + text);
  }

  /** Another source file. */
  public Declaration and(String name, String text) {
    Spot marked = Spot.marked(name, text);
    expected = marked == null ? expected : marked;
    files.add(JavaFileObjects.forSourceString(name, Spot.unmarked(text)));
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
      assertThat(Spot.of(error)).as(error.getMessage(Locale.ROOT)).isEqualTo(expected);
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
