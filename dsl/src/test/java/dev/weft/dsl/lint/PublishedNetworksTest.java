package dev.weft.dsl.lint;

import static dev.weft.dsl.problem.Code.HEAVY_DENSE_HEAD;
import static dev.weft.dsl.problem.Code.REDUNDANT_BIAS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.infer.Networks;
import dev.weft.dsl.infer.PublishedNetworks;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the literature's networks are warned of: nothing, but for known faults. */
class PublishedNetworksTest {
  private static List<Code> codes(Graph graph) {
    return Lint.check(graph).stream().map(Problem::code).toList();
  }

  @Test
  void mostAreSilent() {
    assertThat(codes(Networks.leNet5())).isEmpty();
    assertThat(codes(PublishedNetworks.googLeNet(true))).isEmpty();
    assertThat(codes(Networks.resNet18())).isEmpty();
    assertThat(codes(PublishedNetworks.resNet50())).isEmpty();
    assertThat(codes(Networks.cifarResNet(9))).isEmpty();
    assertThat(codes(PublishedNetworks.denseNet121())).isEmpty();
    assertThat(codes(PublishedNetworks.mobileNetV1())).isEmpty();
    assertThat(codes(PublishedNetworks.efficientNetB0())).isEmpty();
  }

  @Test
  void theFirstOnesHaveHeavyHeads() {
    assertThat(codes(PublishedNetworks.alexNet())).containsExactly(HEAVY_DENSE_HEAD);
    assertThat(codes(PublishedNetworks.zfNet())).containsExactly(HEAVY_DENSE_HEAD);
    assertThat(codes(PublishedNetworks.vgg16(false))).containsExactly(HEAVY_DENSE_HEAD);
  }

  @Test
  void normalisedVgg16KeepsTheBiasesOfItsThirteenConvolutions() {
    assertThat(codes(PublishedNetworks.vgg16(true)))
        .hasSize(14)
        .contains(HEAVY_DENSE_HEAD)
        .containsAll(Collections.nCopies(13, REDUNDANT_BIAS));
  }
}
