package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.WeftProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What names mean, and that they are waited for. */
final class NamesTest {
  @Test
  void unknownNamesAreMarked() {
    network("default Layer a() { return conv3x3(§channels); }")
        .fails(Code.NOT_INTERPRETABLE, "cannot find `channels`");
    network("default Layer a() { return §block(3); }")
        .fails(Code.NOT_INTERPRETABLE, "cannot find a method `block`");
    network("default Layer a() { return §Blocks.block(3); }")
        .fails(Code.NOT_INTERPRETABLE, "cannot find `Blocks`");
    network("default Layer a() { return conv3x3(§Sizes.SMALL); }")
        .fails(Code.NOT_INTERPRETABLE, "cannot find `Sizes`");
    network("default Layer a() { return Net§.block(3); }")
        .fails(Code.NOT_INTERPRETABLE, "cannot find a method `block` in Net");
    network("default Layer a() { return conv3x3(Integer§.MOST); }")
        .fails(Code.NOT_INTERPRETABLE, "cannot find `MOST` in Integer");
    network("default Layer a() { return f(§1); } static Layer f(String s) { return relu(); }")
        .fails(Code.NOT_INTERPRETABLE, "`f` takes a String, but gets an int: 1");
  }

  @Test
  void stageHidesAFactoryOfItsName() {
    assertThat(
            network("default Layer conv() { return §conv(4, 3); }")
                .fails(
                    Code.NOT_INTERPRETABLE, "the stage `conv` hides the factory of the same name"))
        .contains("fix: write `Layers.conv(4, 3)`, or rename the stage");
    assertThat(
            network("default Layer relu() { return sequential(§relu()); }")
                .fails(
                    Code.NOT_INTERPRETABLE, "the stage `relu` hides the factory of the same name"))
        .contains("fix: write `Layers.relu()`, or rename the stage");
    network(
            "default Layer a() { return §dense(4); } static Layer dense(int i, int j) { return a; }")
        .fails(Code.NOT_INTERPRETABLE, "the method `dense` hides the factory of the same name");
    network(
            "default Layer conv() { return Layers.conv(4, 3); } default Layer b() { return conv(); }")
        .isRight();
    network("default Layer a() { return tanh(); } static Layer tanh() { return §tanh(); }")
        .fails(Code.NOT_INTERPRETABLE, "the method `tanh` hides the factory of the same name");
  }

  @Test
  void everyFormOfImportAndQualificationWorks() {
    file(
            "test.Net",
            """
            package test;
            import static dev.weft.dsl.Layers.conv3x3;
            import static lib.Blocks.*;
            import static lib.Blocks.Sizes.LARGE;
            import static java.lang.Math.max;
            import lib.Blocks.Sizes;
            import lib.*;
            import dev.weft.dsl.Layer;
            @dev.weft.dsl.Network(input = {3, 32, 32})
            interface Net {
              int OWN = 3;
              default Layer a() { return conv3x3(max(OWN, LARGE) + WIDTH + Sizes.SMALL); }
              default Layer b() { return block(dev.weft.dsl.Layers.relu()); }
              default Layer c() { return lib.Blocks.block(Blocks.block(conv3x3(Net.OWN))); }
              default Layer d() { return conv3x3(Inner.VALUE + Deep.MORE + Second.VALUE); }
              interface Inner { int VALUE = OWN * 2; interface Deeper { int MORE = VALUE; } }
              interface Deep extends Inner.Deeper {}
            }
            class Second { static final int VALUE = 1; }
            """)
        .and(
            "lib.Blocks",
            """
            package lib;
            import dev.weft.dsl.*;
            public class Blocks {
              public static final int WIDTH = 16;
              public static class Sizes { public static final int SMALL = 1, LARGE = SMALL + 7; }
              public static Layer block(Layer inner) { return Layers.sequential(inner); }
            }
            """)
        .isRight();
  }

  @Test
  void localVariablesHideFieldsAndFieldsHideImports() {
    file(
            "test.Net",
            """
            package test;
            import static dev.weft.dsl.Layers.*;
            import static lib.Sizes.*;
            import dev.weft.dsl.*;
            @Network(input = {3, 32, 32})
            interface Net {
              int A = 1;
              default Layer a() {
                int B = 2;
                if (A != 1 || B != 2 || C != 30) throw new IllegalStateException("" + A + B + C);
                return relu();
              }
            }
            """)
        .and(
            "lib.Sizes",
            "package lib; public class Sizes { public static final int A = 10, B = 20, C = 30; }")
        .isRight();
  }

  @Test
  void namesThatAnotherProcessorGeneratesAreWaitedFor() {
    var compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new WeftProcessor(), new SizesGenerator())
            .compile(
                JavaFileObjects.forSourceString(
                    "Net",
                    """
                    import static dev.weft.dsl.Layers.*;
                    import dev.weft.dsl.*;
                    @Network(input = {3, 32, 32})
                    interface Net {
                      default Layer a() { return conv3x3(Sizes.SMALL).padding(Sizes.pad(1)); }
                    }
                    """));
    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void mistakesInWhatWasGeneratedAreFoundInItsRound() {
    var compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new WeftProcessor(), new SizesGenerator())
            .compile(
                JavaFileObjects.forSourceString(
                    "Net",
                    """
                    import static dev.weft.dsl.Layers.*;
                    import dev.weft.dsl.*;
                    @Network(input = {3, 32, 32})
                    interface Net {
                      default Layer a() { return conv3x3(Sizes.SMALL).padding(Sizes.pad(-9)); }
                    }
                    """));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(null))
                    .startsWith("[weft:invalid-argument] padding must be at least 0, but is -8"));
  }

  /** Generates the class {@code Sizes} in the first round. */
  private static final class SizesGenerator extends AbstractProcessor {
    private boolean isDone;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!isDone) {
        isDone = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("Sizes").openWriter()) {
          out.write(
              "class Sizes { static final int SMALL = 8;"
                  + " static int pad(int i) { return i + 1; } }");
        } catch (IOException unwritable) {
          throw new UncheckedIOException(unwritable);
        }
      }
      return false;
    }
  }
}
