package dev.weft.dsl.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import org.junit.jupiter.api.Test;

/** Parameters, multiply-adds and receptive fields that the literature gives. */
class PublishedNetworksTest {
  private static void has(Graph graph, long parameters, long macs) {
    assertThat(graph.parameters()).isEqualTo(parameters);
    assertThat(graph.macs()).isEqualTo(macs);
  }

  /** What the last value of more than one pixel sees. */
  private static int sees(Graph graph) {
    Node last =
        graph.nodes().stream()
            .filter(node -> node.output().rank() == 3 && node.output().height() > 1)
            .reduce((first, second) -> second)
            .orElseThrow();
    return last.receptiveField().size().height();
  }

  @Test
  void alexNetHasTwoGroupsAndOverlappingPools() {
    has(PublishedNetworks.alexNet(), 60_965_224, 724_406_816);
  }

  @Test
  void googLeNetRoundsUpAndHasHeads() {
    has(PublishedNetworks.googLeNet(false), 6_998_552, 1_582_671_872);
    Graph withHeads = PublishedNetworks.googLeNet(true);
    has(withHeads, 13_378_280, 1_591_044_096);
    assertThat(withHeads.sideOutputs()).hasSize(2);
    assertThat(withHeads.sideOutputs().get(0).node().output()).isEqualTo(Shape.of(1000));
  }

  @Test
  void vgg16StacksSmallKernels() {
    has(PublishedNetworks.vgg16(false), 138_357_544, 15_470_264_320L);
    has(PublishedNetworks.vgg16(true), 138_365_992, 15_470_264_320L);
    assertThat(sees(PublishedNetworks.vgg16(false))).isEqualTo(212);
  }

  @Test
  void resNet50HasBottlenecks() {
    has(PublishedNetworks.resNet50(), 25_557_032, 4_089_184_256L);
    assertThat(sees(PublishedNetworks.resNet50())).isEqualTo(427);
  }

  @Test
  void denseNet121Concatenates() {
    has(PublishedNetworks.denseNet121(), 7_978_856, 2_834_161_664L);
    assertThat(sees(PublishedNetworks.denseNet121())).isEqualTo(2071);
  }

  @Test
  void mobileNetV1IsDepthwiseSeparable() {
    has(PublishedNetworks.mobileNetV1(), 4_231_976, 568_740_352);
    assertThat(sees(PublishedNetworks.mobileNetV1())).isEqualTo(315);
  }

  @Test
  void efficientNetB0GatesItsChannels() {
    has(PublishedNetworks.efficientNetB0(), 5_288_548, 385_814_752);
  }

  @Test
  void zfNetRoundsItsPoolsUp() {
    has(PublishedNetworks.zfNet(), 62_357_608, 1_168_032_896);
  }
}
