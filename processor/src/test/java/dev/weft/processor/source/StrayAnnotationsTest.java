package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** Annotations of layers and contracts that nothing reads. */
final class StrayAnnotationsTest {
  private static final String NET = "@Dense(10) Layer out();";

  @Test
  void forgottenNetworkIsAWarningAtTheFirstOfThem() {
    assertThat(
            network(NET)
                .besides(
                    "Digits",
                    "interface Digits {"
                        + " §@Conv(filters = 4, kernel = 3) @Relu Layer a(); @Relu Layer b(); }")
                .warns(
                    Code.UNREAD_ANNOTATION,
                    "nothing reads @Conv: `Digits` is no network, and none inherits from it"))
        .contains("fix: make it one with @Network(input = {3, 224, 224})")
        .contains("or: annotate it with @NetworkParts if networks of other builds inherit from it");
  }

  @Test
  void contractsAndInputsOfNoNetworkAreOnes() {
    network(NET)
        .besides("Digits", "§@Budget(parameters = 10) interface Digits {}")
        .warns(
            Code.UNREAD_ANNOTATION,
            "nothing reads @Budget: `Digits` is no network, and none inherits from it");
    network(NET)
        .besides("Digits", "class Digits { §@From(\"x\") Layer a() { return relu(); } }")
        .warns(
            Code.UNREAD_ANNOTATION,
            "nothing reads @From: `Digits` is no network, and none inherits from it");
  }

  @Test
  void typesInsideANetworkAreNoNetworks() {
    network(NET + " interface Part { §@Relu Layer a(); }")
        .warns(
            Code.UNREAD_ANNOTATION,
            "nothing reads @Relu: `Part` is no network, and none inherits from it");
  }

  @Test
  void whatANetworkInheritsIsRead() {
    network(NET)
        .besides("Other", "@Network(input = 3) interface Other extends Middle {}")
        .besides("Middle", "interface Middle extends Base {}")
        .besides("Base", "interface Base { @Relu Layer a(); }")
        .isSilent();
  }

  @Test
  void partsForOtherBuildsAreRead() {
    network(NET).besides("Base", "@NetworkParts interface Base { @Relu Layer a(); }").isSilent();
  }

  @Test
  void theTypeSilencesIt() {
    network(NET)
        .besides(
            "Base",
            "@SuppressWarnings(\"weft:unread-annotation\") interface Base { @Relu Layer a(); }")
        .isSilent();
  }

  @Test
  void anInterfaceOfDefaultStagesIsOne() {
    network(NET)
        .besides(
            "Digits",
            "interface Digits { default Layer §a() { return block(8); }"
                + " default Layer b() { return relu(); }"
                + " static Layer block(int n) { return conv3x3(n); } }")
        .warns(
            Code.UNREAD_ANNOTATION,
            "nothing reads the stage `a`: `Digits` is no network, and none inherits from it");
  }

  @Test
  void interfacesOfAnotherPurposeAreNone() {
    network(NET)
        .besides("Blocks", "interface Blocks { static Layer a() { return relu(); } }")
        .besides(
            "Block", "interface Block { Layer of(int n); default Layer a() { return of(8); } }")
        .besides("Sized", "interface Sized { default Layer a(int n) { return conv3x3(n); } }")
        .besides(
            "Named",
            "interface Named { default Layer a() { return relu(); }"
                + " default String name() { return \"\"; } }")
        .besides("Head", "interface Head { default Layer a() { return relu(); } }")
        .besides("Small", "record Small(int n) implements Head {}")
        .besides("Parts", "@NetworkParts interface Parts { default Layer a() { return relu(); } }")
        .isSilent();
  }
}
