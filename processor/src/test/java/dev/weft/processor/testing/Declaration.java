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

  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private final List<Spot> marks = new ArrayList<>();

  private Declaration() {}

  /** The network {@code test.Net} with these members. */
  public static Declaration network(String members) {
    return network("3, 32, 32", members);
  }

  /** The same with another input. */
  public static Declaration network(String input, String members) {
    return file("test.Net", source("test", input, members));
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
    marks.addAll(Spot.allMarked(name, text));
    files.put(name, Spot.unmarked(text));
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

  /** As {@link #fails}; each edit that the message proposes must mend it when pasted. */
  public String failsAndMends(Code code, String headline) {
    String text = fails(code, headline);
    errors().forEach(error -> checkEdits(error, code));
    return text;
  }

  /** Compiles; there must be exactly these errors, one at each mark. */
  public void failsAtEach(String... headlines) {
    List<Diagnostic<? extends JavaFileObject>> errors = errors();
    assertThat(errors)
        .extracting(error -> error.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
        .containsExactly(headlines);
    assertThat(errors).extracting(Spot::of).isEqualTo(marks);
  }

  private List<String> failsAt() {
    List<Diagnostic<? extends JavaFileObject>> errors = errors();
    if (errors.size() == 1) {
      checkSpot(errors.get(0));
    }
    return errors.stream().map(error -> error.getMessage(Locale.ROOT)).toList();
  }

  private void checkSpot(Diagnostic<? extends JavaFileObject> found) {
    if (!marks.isEmpty()) {
      assertThat(Spot.of(found))
          .as(found.getMessage(Locale.ROOT))
          .isEqualTo(marks.get(marks.size() - 1));
    }
  }

  /**
   * Compiles; there must be exactly this warning and no error, at the mark, and each edit that it
   * proposes must mend it when pasted. Returns its whole text.
   */
  public String warns(Code code, String headline) {
    Compilation compilation = compile();
    assertThat(compilation.errors()).isEmpty();
    List<Diagnostic<? extends JavaFileObject>> warnings = warnings(compilation);
    assertThat(warnings).as("one warning").hasSize(1);
    checkSpot(warnings.get(0));
    String text = warnings.get(0).getMessage(Locale.ROOT);
    assertThat(text.split("\n", 2)[0]).isEqualTo("[weft:" + code.id() + "] " + headline);
    checkEdits(warnings.get(0), code);
    return text;
  }

  /** Pastes each edit that a message proposes: the result must compile, and without this code. */
  private void checkEdits(Diagnostic<? extends JavaFileObject> found, Code code) {
    String name =
        files.keySet().stream()
            .filter(
                each ->
                    (each.substring(each.lastIndexOf('.') + 1) + ".java")
                        .equals(Spot.of(found).file()))
            .findFirst()
            .orElseThrow();
    for (String edit : Edit.proposed(found.getMessage(Locale.ROOT))) {
      Edit.paste(files.get(name), (int) found.getPosition(), edit)
          .ifPresent(text -> checkMended(name, text, code));
    }
  }

  private void checkMended(String name, String text, Code code) {
    Declaration mended = new Declaration();
    mended.files.putAll(files);
    mended.files.put(name, text);
    mended.options.addAll(options);
    Compilation compilation = mended.compile();
    assertThat(compilation.errors()).as(text).isEmpty();
    assertThat(warnings(compilation))
        .as(text)
        .noneMatch(warning -> warning.getMessage(Locale.ROOT).startsWith("[weft:" + code.id()));
  }

  /** Weft's warnings in a compilation. */
  public static List<Diagnostic<? extends JavaFileObject>> warnings(Compilation compilation) {
    return compilation.warnings().stream()
        .filter(warning -> warning.getMessage(Locale.ROOT).startsWith("[weft"))
        .<Diagnostic<? extends JavaFileObject>>map(warning -> warning)
        .toList();
  }

  /** This declaration compiled with an option. */
  public Declaration with(String option) {
    options.add(option);
    return this;
  }

  /** The errors of the compilation. */
  public List<Diagnostic<? extends JavaFileObject>> errors() {
    return new ArrayList<>(compile().errors());
  }

  /** Compiles with the processor. */
  public Compilation compile() {
    List<JavaFileObject> sources = new ArrayList<>();
    files.forEach((name, text) -> sources.add(JavaFileObjects.forSourceString(name, text)));
    return com.google.testing.compile.Compiler.javac()
        .withProcessors(new WeftProcessor())
        .withOptions(options)
        .compile(sources);
  }

  /** Compiles; there must be no mistake in the declaration. */
  public void isRight() {
    assertThat(errors()).isEmpty();
  }

  /** Compiles; there must be neither a mistake in the declaration nor a warning about it. */
  public void isSilent() {
    Compilation compilation = compile();
    assertThat(compilation.errors()).isEmpty();
    assertThat(warnings(compilation)).isEmpty();
  }
}
