package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** What the interpreter does not know is one error at that expression. */
final class NotInterpretableTest {
  private static String fails(String body, String headline) {
    return network("default Layer a() { " + body + " return relu(); }")
        .fails(Code.NOT_INTERPRETABLE, headline);
  }

  @Test
  void constructsAreNamedWithAWayOut() {
    assertThat(fails("§try { } finally { }", "a declaration cannot contain a try statement"))
        .contains("fix: leave it out");
    fails("§synchronized (this) { }", "a declaration cannot contain a synchronized statement");
    fails("§assert true;", "a declaration cannot contain an assert statement");
    fails("§class A { }", "a declaration cannot contain a local class");
    fails("§record A() { }", "a declaration cannot contain a local record");
    fails("§enum A { }", "a declaration cannot contain a local enum");
    fails("§interface A { }", "a declaration cannot contain a local interface");
  }

  @Test
  void objectsAreNotCreated() {
    fails("Object o = §new Object();", "a declaration cannot contain `new Object`");
    fails("var l = §new FlattenLayer(null);", "a declaration cannot contain `new FlattenLayer`");
    fails(
        "Supplier<Layer> s = §new Supplier<Layer>() { public Layer get() { return relu(); } };",
        "a declaration cannot contain `new Supplier<Layer>`");
  }

  @Test
  void anonymousClassesAreNotCreated() {
    assertThat(
            fails(
                "Runnable r = §new Runnable() { public void run() { } };",
                "a declaration cannot contain `new Runnable`"))
        .contains("fix: write a lambda, or a record that implements the interface");
  }

  @Test
  void layersAreMadeByFactoriesOnly() {
    String fix = "fix: layers are made by the factories of Layers only";
    assertThat(
            fails(
                "Layer l = §new Layer() { public String name() { return null; } };",
                "a declaration cannot contain `new Layer`"))
        .contains(fix);
    assertThat(
            fails(
                "Layer l = sequential(§x -> relu());",
                "`sequential` takes Layer..., but gets a lambda"))
        .contains(fix);
    assertThat(
            network("default Layer a() { return §x -> relu(); }")
                .fails(Code.NOT_INTERPRETABLE, "the stage returns a lambda in place of a layer"))
        .contains(fix);
  }

  @Test
  void methodsOfObjectsAreNotCalledOnTheirClass() {
    String part =
        "class Part { int width = 3; Layer block(int n) { return conv3x3(n * width); } } ";
    assertThat(
            network(part + "default Layer a() { return Part§.block(3); }")
                .fails(Code.NOT_INTERPRETABLE, "`block` is not static"))
        .contains("fix: call it on an object, `new Part(...).block(3)`, or declare it static");
    assertThat(
            network(
                    "default Layer a() { return b(); } static Layer b() { return §c(3); }"
                        + " default Layer c(int n) { return conv3x3(n); }")
                .fails(Code.NOT_INTERPRETABLE, "`c` is not static"))
        .contains("fix: declare it static");
  }

  @Test
  void objectsOfClassesWithoutSourceAreNotCreated() {
    fails(
        "Object o = §new dev.weft.processor.testing.CompiledPart(1);",
        "there is no source of `CompiledPart`, only its class file");
    network("class Own extends Thread {} default Layer a() { new Own(); return relu(); }")
        .isRight();
  }

  @Test
  void enumsInClassFilesAreKnownByName() {
    network(
            "default Layer a() {"
                + " var kind = dev.weft.processor.testing.CompiledKind.WIDE;"
                + " return conv3x3(switch (kind) { case NARROW -> 1; case WIDE -> 2; })"
                + ".named(kind.name() + kind.ordinal() + kind"
                + " + dev.weft.processor.testing.CompiledKind.values().length); }")
        .isRight();
    fails(
        "int i = dev.weft.processor.testing.CompiledKind.WIDE§.factor();",
        "there is no source of `CompiledKind.factor`, only its class file");
    fails(
        "int i = dev.weft.processor.testing.CompiledKind.WIDE§.factor;",
        "there is no source of `CompiledKind.factor`, only its class file");
  }

  @Test
  void constantsInClassFilesAreRead() {
    network(
            "default Layer a() { return conv3x3(dev.weft.processor.testing.CompiledKind.WIDTH)"
                + ".named(dev.weft.processor.testing.CompiledKind.NAME); }")
        .isRight();
    fails(
        "int[] i = dev.weft.processor.testing.CompiledKind§.WIDTHS;",
        "there is no source of `CompiledKind.WIDTHS`, only its class file");
  }

  @Test
  void identityIsNotShown() {
    network("class Plain {} default Layer a() { return relu().named(\"a\" §+ new Plain()); }")
        .fails(Code.NOT_INTERPRETABLE, "`toString` of `Plain` is not known before it runs");
    network("class Plain {} default Layer a() { return conv3x3(new Plain()§.hashCode()); }")
        .fails(Code.NOT_INTERPRETABLE, "`hashCode` of `Plain` is not known before it runs");
    network("enum E { A } default Layer a() { return conv3x3(E.A§.hashCode()); }")
        .fails(Code.NOT_INTERPRETABLE, "`hashCode` of `E` is not known before it runs");
    network("record R(int i) {} default Layer a() { new R(1)§.getClass(); return relu(); }")
        .fails(Code.NOT_INTERPRETABLE, "`getClass` of `R` is not known before it runs");
  }

  @Test
  void userCodeAndTheSystemAreNotCalled() {
    fails(
        "System§.exit(1);",
        "`System.exit(1)` is not among the JDK's methods that a declaration can call");
    fails(
        "double d = Math§.random();",
        "`Math.random()` is not among the JDK's methods that a declaration can call");
    fails(
        "String s = System§.getProperty(\"a\");",
        "`System.getProperty(\"a\")` is not among the JDK's methods that a declaration can call");
  }

  @Test
  void fieldsOfTheSystemAreNotCalled() {
    String text =
        fails("System.out§.println(1);", "a declaration cannot call `System.out.println`");
    assertThat(text).contains("fix: remove it: a declaration is read, not run");
    fails(
        "String s = Locale.GERMANY§.getCountry();",
        "a declaration cannot call `Locale.GERMANY.getCountry`");
  }

  @Test
  void unknownFieldsOfEnumConstantsAreMarked() {
    String sizes = " enum Size { SMALL(4); final int n; Size(int n) { this.n = n; } }";
    network("default Layer a() { return conv3x3(Size.SMALL§.m); }" + sizes)
        .fails(Code.NOT_INTERPRETABLE, "cannot find `m`");
  }

  @Test
  void identityOfBoxesAndStringsIsNotGuessed() {
    fails(
        "List<Integer> l = List.of(1, 1); boolean b = l.get(0) §== l.get(1);",
        "`==` may compare the identity of two boxed numbers");
    fails("boolean b = \"a\" §== \"b\";", "`==` compares the identity of two strings");
  }

  @Test
  void typeOfAlternativesIsNotGuessed() {
    fails(
        "double d = (true §? 1 : List.of(1, 2.5).get(1).doubleValue()) / 2;",
        "the common type of the alternatives cannot be told");
  }

  @Test
  void overloadsAreNotGuessed() {
    network(
            "default Layer a() { return §f(List.of(relu(), conv3x3(2)).get(0)); }"
                + " static Layer f(Layer l) { return l; }"
                + " static Layer f(ActivationLayer l) { return identity(); }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "which method `f(relu)` calls depends on the declared types of its arguments");
  }

  @Test
  void fieldsAreNotAssigned() {
    network("default Layer a() { Cell§.x = 1; return relu(); }")
        .besides("Cell", "class Cell { static int x; }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "a declaration can assign to local variables, to cells of arrays and to fields of"
                + " objects only");
  }

  @Test
  void variableFieldsAreNotRead() {
    network("default Layer a() { return conv3x3(Cell§.x); }")
        .besides("Cell", "class Cell { static int x = 3; }")
        .fails(Code.NOT_INTERPRETABLE, "`x` is not final: it may change");
  }

  @Test
  void constantsOfClassFilesMustBeCompileTimeConstants() {
    fails(
        "Object o = java.util.Locale§.GERMANY;",
        "there is no source of `Locale.GERMANY`, only its class file");
  }

  @Test
  void abstractStageCannotBeCalled() {
    network("@Relu Layer b(); default Layer a() { return §b(); }")
        .fails(Code.NOT_INTERPRETABLE, "`Net.b` has no body");
  }

  @Test
  void helperInAClassFileHasNoSource() {
    network("default Layer a() { return dev.weft.processor.testing.CompiledHelper§.block(); }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "there is no source of `CompiledHelper.block`, only its class file");
  }

  @Test
  void unreachedConstructsDoNotMatter() {
    network("default Layer a() { if (true) return relu(); try { } finally { } return relu(); }")
        .isRight();
  }
}
