package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceTest {
  @Test
  void leNet5HasItsPublishedFigures() {
    Graph graph = Networks.leNet5();
    assertThat(graph.parameters()).isEqualTo(61_706);
    assertThat(graph.macs()).isEqualTo(416_520);
    assertThat(graph.outputShape()).isEqualTo(Shape.of(10));
    assertThat(node(graph, "s3").receptiveField().size()).isEqualTo(Extent.square(16));
  }

  @Test
  void resNet18HasItsPublishedFigures() {
    Graph graph = Networks.resNet18();
    assertThat(graph.parameters()).isEqualTo(11_689_512);
    assertThat(graph.macs()).isEqualTo(1_814_073_344);
    assertThat(graph.outputShape()).isEqualTo(Shape.of(1000));
  }

  @Test
  void cifarResNetsHaveTheirPublishedFigures() {
    assertThat(Networks.cifarResNet(3).parameters()).isEqualTo(269_722);
    assertThat(Networks.cifarResNet(3).macs()).isEqualTo(40_551_040);
    assertThat(Networks.cifarResNet(9).parameters()).isEqualTo(853_018);
    assertThat(Networks.cifarResNet(9).macs()).isEqualTo(125_485_696);
    assertThat(Networks.cifarResNet(18).parameters()).isEqualTo(1_727_962);
  }

  @Test
  void alexNetsGroupsAndVgg16HaveTheirPublishedFigures() {
    var vgg = new ArrayList<Layer>();
    for (int[] stage : new int[][] {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}}) {
      vgg.add(sequential(repeat(stage[1], i -> sequential(conv3x3(stage[0]), relu()))));
      vgg.add(maxPool(2));
    }
    vgg.add(sequential(dense(4096), relu(), dropout(0.5), dense(4096), relu(), dense(1000)));
    Graph graph = graph(Shape.of(3, 224, 224), vgg.toArray(new Layer[0]));
    assertThat(graph.parameters()).isEqualTo(138_357_544);
    assertThat(graph.macs()).isEqualTo(15_470_264_320L);
    assertThat(node(graph, "s9").receptiveField().size()).isEqualTo(Extent.square(212));

    Graph alexNet =
        graph(
            Shape.of(3, 227, 227),
            sequential(conv(96, 11).stride(4), relu(), maxPool(3).stride(2)),
            sequential(conv5x5(256).groups(2), relu(), maxPool(3).stride(2)),
            sequential(conv3x3(384), relu(), conv3x3(384).groups(2), relu()),
            sequential(conv3x3(256).groups(2), relu(), maxPool(3).stride(2)),
            sequential(dense(4096), relu(), dense(4096), relu(), dense(1000)));
    assertThat(alexNet.parameters()).isEqualTo(60_965_224);
    assertThat(alexNet.macs()).isEqualTo(724_406_816);
  }

  @Test
  void parametersAreNamedAsInPyTorchsStateDict() {
    List<String> names =
        Networks.resNet18().nodes().stream()
            .filter(node -> node.op().parameterCount() > 0)
            .map(Node::name)
            .toList();
    assertThat(names)
        .contains("s0", "s3.0.conv1", "s3.1.bn2", "s4.0.downsample.0", "s4.0.downsample.1", "s8")
        .hasSize(41);
  }

  @Test
  void unnamedLayersAreNumberedAmongTheirSiblingsAcrossRepeat() {
    Graph graph =
        graph(
            Shape.of(3, 8, 8),
            sequential(conv1x1(4), repeat(2, i -> relu()), conv1x1(4)),
            residual(conv1x1(8)).project().then(conv1x1(8)));
    assertThat(graph.nodes().stream().map(Node::name))
        .containsExactly(
            "input", "s0.0", "s0.1", "s0.2", "s0.3", "s1.0", "s1.shortcut", "s1.add", "s1.1");
  }

  @Test
  void concatenationJoinsChannels() {
    Graph graph =
        graph(
            Shape.of(192, 28, 28),
            concat(
                conv1x1(64),
                sequential(conv1x1(96), conv3x3(128)),
                sequential(conv1x1(16), conv5x5(32)),
                sequential(maxPool(3).stride(1).padding(1), conv1x1(32))));
    assertThat(graph.outputShape()).isEqualTo(Shape.of(256, 28, 28));
  }

  @Test
  void projectionsStandOnlyWhereShapesDiffer() {
    Graph graph =
        graph(
            Shape.of(64, 8, 8),
            repeat(3, i -> residual(conv3x3(128).stride(i == 0 ? 2 : 1)).project()));
    assertThat(graph.nodes().stream().map(Node::name).filter(name -> name.contains("shortcut")))
        .containsExactly("s0.0.shortcut");
    assertThat(node(graph, "s0.0.shortcut").op().parameterCount()).isEqualTo(64 * 128);
  }

  @Test
  void zeroPaddedShortcutsSubsampleAndPadOddChannels() {
    Graph graph = graph(Shape.of(3, 9, 7), residual(conv3x3(8).stride(2)).zeroPad());
    assertThat(node(graph, "s0.shortcut.subsample").output()).isEqualTo(Shape.of(3, 5, 4));
    assertThat(node(graph, "s0.shortcut.pad").output()).isEqualTo(Shape.of(8, 5, 4));
  }

  @Test
  void aDenseLayerSeesTheWholeImage() {
    Graph graph = graph(Shape.of(3, 32, 32), conv3x3(4), flatten(), dense(4));
    assertThat(node(graph, "s2").receptiveField().size()).isEqualTo(Extent.square(34));
    Graph implicit = graph(Shape.of(3, 32, 32), conv(4, 3), dense(4));
    assertThat(node(implicit, "s1").receptiveField().size()).isEqualTo(Extent.square(32));
  }

  private static Node node(Graph graph, String name) {
    return graph.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }
}
