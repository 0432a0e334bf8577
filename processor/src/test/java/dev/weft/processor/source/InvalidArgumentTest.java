package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** What a factory or a modifier refuses is a mistake at that very call. */
final class InvalidArgumentTest {
  @Test
  void refusedModifierIsMarkedOnItsOwnLine() {
    network(
            """
            default Layer a() {
              return conv3x3(64)
                  .noBias()
                  §.stride(0)
                  .named("conv");
            }
            """)
        .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
  }

  @Test
  void refusedFactoryIsMarked() {
    network("default Layer a() { return sequential(relu(), §conv3x3(0)); }")
        .fails(Code.INVALID_ARGUMENT, "the number of filters must be at least 1, but is 0");
    network("default Layer a() { return Layers§.dropout(1); }")
        .fails(
            Code.INVALID_ARGUMENT,
            "the probability to drop must be at least 0 and below 1, but is 1.0");
    network("default Layer a() { return §add(relu()); }")
        .fails(Code.INVALID_ARGUMENT, "add needs at least 2 branches, but has 1");
    network("default Layer a() { return §repeat(0, i -> relu()); }")
        .fails(Code.INVALID_ARGUMENT, "the number of repetitions must be at least 1, but is 0");
    network("default Layer a() { return §repeat(16_000_000, i -> relu()); }")
        .fails(
            Code.INVALID_ARGUMENT,
            "the number of repetitions must be at most 5,000, but is 16,000,000");
    network("default Layer a() { return §repeat(1_000_000_000, i -> relu()); }")
        .fails(
            Code.INVALID_ARGUMENT,
            "the number of repetitions must be at most 5,000, but is 1,000,000,000");
    network("default Layer a() { return §concat(); }")
        .fails(Code.INVALID_ARGUMENT, "concat needs at least 2 branches, but has 0");
    network("default Layer a() { return §repeat(2, i -> i); }")
        .fails(Code.INVALID_ARGUMENT, "the lambda of `repeat` makes no layer");
    network("default Layer a() { return relu()§.named(\"a b\"); }")
        .fails(
            Code.INVALID_ARGUMENT,
            "a name consists of letters, digits and underscores and does not start with a digit,"
                + " but is \"a b\"");
  }

  @Test
  void nullInPlaceOfALayerIsMarkedItselfAndSaysWhereItComesFrom() {
    assertThat(
            network("default Layer a() { Layer none = null; return sequential(relu(), §none); }")
                .fails(Code.INVALID_ARGUMENT, "layer 1 of `sequential` is null"))
        .contains("null   from `Layer none = null` (Net.java:9)")
        .contains("fix: leave it out: sequential(relu())")
        .contains(" or: give a layer; identity() is one that does nothing");
    assertThat(
            network(
                    """
                    default Layer a() {
                      Layer last = tanh();
                      last = pick();
                      return residual(relu()).then(§last);
                    }
                    static Layer pick() { return null; }
                    """)
                .fails(Code.INVALID_ARGUMENT, "the layer of `then` is null"))
        .contains("null   from `last = pick()` (Net.java:11)")
        .doesNotContain("leave it out");
    assertThat(
            network(
                    "default Layer a() { return concat(relu(), §pick(), tanh()); }"
                        + " static Layer pick() { return null; }")
                .fails(Code.INVALID_ARGUMENT, "layer 1 of `concat` is null"))
        .contains("null   returned by the call")
        .contains("fix: leave it out: concat(relu(), tanh())");
    network("default Layer a() { Layer[] all = new Layer[2]; return sequential(§all); }")
        .fails(Code.INVALID_ARGUMENT, "layer 0 of `sequential` is null");
  }

  @Test
  void nullInPlaceOfALayerHidesNothing() {
    network(
            """
            default Layer a() {
              Layer none = null;
              return sequential(conv3x3(8), §maxPool(33), §none, conv3x3(16)§.groups(3));
            }
            """)
        .failsAtEach(
            "[weft:kernel-larger-than-input] the 33x33 kernel is larger than the 32x32 input",
            "[weft:invalid-argument] layer 2 of `sequential` is null",
            "[weft:groups-do-not-divide] 3 groups do not divide the 16 filters");
  }

  @Test
  void aNumberThatWasProbablyMeantIsProposed() {
    assertThat(
            network("default Layer a() { return sequential(relu(), §conv(8, -3)); }")
                .failsAndMends(Code.INVALID_ARGUMENT, "kernel must be at least 1, but is -3"))
        .contains("fix: write it without the sign: conv(8, 3)");
    assertThat(
            network("default Layer a() { return conv(8, 3)§.padding(-1); }")
                .fails(Code.INVALID_ARGUMENT, "padding must be at least 0, but is -1"))
        .contains("fix: write it without the sign: .padding(1)");
    assertThat(
            network("default Layer a() { return §dropout(20); }")
                .failsAndMends(
                    Code.INVALID_ARGUMENT,
                    "the probability to drop must be at least 0 and below 1, but is 20.0"))
        .contains("fix: write it as a fraction: dropout(0.2)");
    assertThat(
            network("default Layer a() { return conv3x3(8)§.groups(0); }")
                .fails(Code.INVALID_ARGUMENT, "the number of groups must be at least 1, but is 0"))
        .contains("fix: leave .groups out, which is the same as 1");
    assertThat(
            network("default Layer a() { return §maxPool(0); }")
                .fails(Code.INVALID_ARGUMENT, "kernel must be at least 1, but is 0"))
        .doesNotContain("fix:");
    assertThat(
            network("default Layer a() { int n = -8; return §conv3x3(n); }")
                .fails(
                    Code.INVALID_ARGUMENT, "the number of filters must be at least 1, but is -8"))
        .doesNotContain("fix:");
  }

  @Test
  void callsThatLedThereAreNamedWithTheirValues() {
    String text =
        network(
                """
                default Layer layer1() { return stage(64, 2); }
                static Layer stage(int channels, int blocks) {
                  return sequential(repeat(blocks, i -> block(channels, 1 - i)));
                }
                static Layer block(int channels, int stride) {
                  return conv3x3(channels)§.stride(stride);
                }
                """)
            .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
    assertThat(text)
        .contains(
            "\n    in block(64, 0) (Net.java:11), called from stage(64, 2) (Net.java:9), called from"
                + " layer1");
  }

  @Test
  void helperThatFailsInSeveralCallsIsOneMistake() {
    String text =
        network(
                """
                default Layer layer1() { return block(0); }
                default Layer layer2() { return block(1); }
                default Layer layer3() { return block(-1); }
                default Layer layer4() { return block(-2); }
                static Layer block(int channels) { return §conv3x3(channels); }
                """)
            .fails(Code.INVALID_ARGUMENT, "the number of filters must be at least 1, but is 0");
    assertThat(text).contains("\n    also in layer3, layer4");
  }

  @Test
  void helperInAnotherFileIsMarkedThere() {
    String text =
        network("default Layer a() { return Blocks.block(0); }")
            .besides(
                "Blocks",
                """
                class Blocks {
                  static Layer block(int channels) {
                    return §conv3x3(channels);
                  }
                }
                """)
            .fails(Code.INVALID_ARGUMENT, "the number of filters must be at least 1, but is 0");
    assertThat(text).contains("in block(0) (Net.java:9), called from a");
  }

  @Test
  void modifierThatDoesNotFitNamesThoseThatDo() {
    String text =
        network("default Layer a() { return relu()§.stride(2); }")
            .fails(Code.NOT_INTERPRETABLE, "there is no modifier `stride(2)` of `relu`");
    assertThat(text).contains("fix: there is only named");
    text =
        network("default Layer a() { return residual(conv3x3(3))§.then(); }")
            .fails(Code.NOT_INTERPRETABLE, "`then()` is given no layer");
    assertThat(text).contains("fix: give it a layer, or leave it out");
    text =
        network("default Layer a() { return conv3x3(§\"64\"); }")
            .fails(Code.NOT_INTERPRETABLE, "`conv3x3` takes an int, but gets a String: \"64\"");
    assertThat(text).contains("fix: write it as a number: 64");
  }

  @Test
  void noNameIsToldAsThat() {
    network("default Layer a() { return conv3x3(8)§.named(null); }")
        .fails(Code.INVALID_ARGUMENT, "a name must not be null");
  }
}
