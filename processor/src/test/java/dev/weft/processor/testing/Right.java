package dev.weft.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.WeftProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** A row of a table of right declarations, which are compiled together, as {@link Wrong} ones. */
public final class Right {
  private static final Pattern OUTPUT = Pattern.compile("OUTPUT = Shape\\.of\\(([^)]*)\\)");

  private final String input;
  private final String members;
  private final String output;
  private final Map<String, String> besides = new LinkedHashMap<>();
  private String found = "nothing was generated";

  private Right(String input, String members, String output) {
    this.input = input;
    this.members = members;
    this.output = output;
  }

  /** The network with these members takes one shape to another, both as in {@code "3, 32, 32"}. */
  public static Right right(String input, String members, String output) {
    return new Right(input, members, output);
  }

  /** The same for one stage: {@code default Layer a() { return ...; }}. */
  public static Right returning(String input, String layer, String output) {
    return right(input, "default Layer a() { return " + layer + "; }", output);
  }

  /** With a class beside the network, which has the same imports. */
  public Right besides(String simpleName, String text) {
    besides.put(simpleName, text);
    return this;
  }

  /** Compiles the rows of a table, generated classes and all. */
  public static Stream<Right> table(Right... rows) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      rows[i].addFiles("row" + i, files);
    }
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new WeftProcessor())
            .withOptions("-Xmaxerrs", "1000")
            .compile(files);
    assertThat(compilation.errors()).isEmpty();
    for (int i = 0; i < rows.length; i++) {
      rows[i].find(compilation, "row" + i);
    }
    return Stream.of(rows);
  }

  private void addFiles(String inPackage, List<JavaFileObject> files) {
    files.add(
        JavaFileObjects.forSourceString(
            inPackage + ".Net", Declaration.source(inPackage, input, members)));
    besides.forEach(
        (name, text) ->
            files.add(
                JavaFileObjects.forSourceString(
                    inPackage + "." + name, Declaration.header(inPackage) + text)));
  }

  private void find(Compilation compilation, String inPackage) {
    try {
      String source =
          compilation
              .generatedFile(StandardLocation.SOURCE_OUTPUT, inPackage, "NetNetwork.java")
              .orElseThrow()
              .getCharContent(false)
              .toString();
      Matcher constant = OUTPUT.matcher(source);
      found = constant.find() ? constant.group(1) : source;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The generated class must have the expected output. */
  public void assertOutput() {
    assertThat(found).isEqualTo(output);
  }

  @Override
  public String toString() {
    return members + " on " + input;
  }
}
