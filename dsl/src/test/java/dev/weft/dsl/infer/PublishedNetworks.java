package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;

import dev.weft.dsl.Layer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/** Networks of the literature, layer by layer as their papers have them. */
public final class PublishedNetworks {
  private static final Shape IMAGE = Shape.of(3, 224, 224);

  private PublishedNetworks() {}

  /** Krizhevsky et al. 2012. */
  public static Graph alexNet() {
    return graph(
        Shape.of(3, 227, 227),
        conv(96, 11).stride(4),
        relu(),
        localResponseNorm(5).k(2),
        maxPool(3).stride(2),
        conv5x5(256).groups(2),
        relu(),
        localResponseNorm(5).k(2),
        maxPool(3).stride(2),
        conv3x3(384),
        relu(),
        conv3x3(384).groups(2),
        relu(),
        conv3x3(256).groups(2),
        relu(),
        maxPool(3).stride(2),
        dense(4096).inFeatures(9216),
        dropout(0.5),
        dense(4096),
        dropout(0.5),
        dense(1000));
  }

  /** Zeiler and Fergus 2014. */
  public static Graph zfNet() {
    return graph(
        IMAGE,
        sequential(conv(96, 7).stride(2).padding(1), relu()),
        sequential(maxPool(3).stride(2).ceilMode(), localResponseNorm(5)),
        sequential(conv(256, 5).stride(2), relu()),
        sequential(maxPool(3).stride(2).ceilMode(), localResponseNorm(5)),
        sequential(conv3x3(384), relu(), conv3x3(384), relu(), conv3x3(256), relu()),
        sequential(maxPool(3).stride(2).ceilMode(), expect(256, 6, 6)),
        sequential(dense(4096), relu(), dense(4096), relu(), dense(1000)));
  }

  /** Simonyan and Zisserman 2015. */
  public static Graph vgg16(boolean normalised) {
    List<Layer> layers = new ArrayList<>();
    for (int[] stage : new int[][] {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}}) {
      for (int i = 0; i < stage[1]; i++) {
        layers.add(conv3x3(stage[0]));
        if (normalised) {
          layers.add(batchNorm());
        }
        layers.add(relu());
      }
      layers.add(maxPool(2));
    }
    layers.add(sequential(dense(4096), relu(), dropout(0.5)));
    layers.add(sequential(dense(4096), relu(), dropout(0.5), dense(1000)));
    return graph(IMAGE, layers.toArray(Layer[]::new));
  }

  /** Szegedy et al. 2015, with or without its auxiliary heads. */
  public static Graph googLeNet(boolean heads) {
    return graph(IMAGE, layersOfGoogLeNet(heads));
  }

  private static Layer inception(int one, int r3, int three, int r5, int five, int pool) {
    return concat(
        sequential(conv1x1(one), relu()),
        sequential(conv1x1(r3), relu(), conv3x3(three), relu()),
        sequential(conv1x1(r5), relu(), conv5x5(five), relu()),
        sequential(maxPool(3).stride(1).padding(1), conv1x1(pool), relu()));
  }

  private static Layer head() {
    return auxiliary(
        avgPool(5).stride(3), conv1x1(128), relu(), dense(1024), relu(), dropout(0.7), dense(1000));
  }

  private static Layer layersOfGoogLeNet(boolean heads) {
    return sequential(
        conv7x7(64).stride(2),
        relu(),
        maxPool(3).stride(2).ceilMode(),
        localResponseNorm(5),
        conv1x1(64),
        relu(),
        conv3x3(192),
        relu(),
        localResponseNorm(5),
        maxPool(3).stride(2).ceilMode(),
        inception(64, 96, 128, 16, 32, 32),
        inception(128, 128, 192, 32, 96, 64),
        maxPool(3).stride(2).ceilMode(),
        inception(192, 96, 208, 16, 48, 64),
        heads ? head() : identity(),
        inception(160, 112, 224, 24, 64, 64),
        inception(128, 128, 256, 24, 64, 64),
        inception(112, 144, 288, 32, 64, 64),
        heads ? head() : identity(),
        inception(256, 160, 320, 32, 128, 128),
        maxPool(3).stride(2).ceilMode(),
        inception(256, 160, 320, 32, 128, 128),
        inception(384, 192, 384, 48, 128, 128),
        expect(1024, 7, 7),
        globalAvgPool(),
        dropout(0.4),
        dense(1000));
  }

  /** He et al. 2015, with the stride in the 3x3 convolutions. */
  public static Graph resNet50() {
    List<Layer> layers = new ArrayList<>();
    layers.add(sequential(conv7x7(64).stride(2).noBias(), batchNorm(), relu()));
    layers.add(maxPool(3).stride(2).padding(1));
    int[][] stages = {{64, 3, 1}, {128, 4, 2}, {256, 6, 2}, {512, 3, 2}};
    for (int[] stage : stages) {
      layers.add(repeat(stage[1], i -> bottleneck(stage[0], i, i == 0 ? stage[2] : 1)));
    }
    layers.add(globalAvgPool());
    layers.add(dense(1000));
    return graph(IMAGE, layers.toArray(Layer[]::new));
  }

  private static Layer bottleneck(int channels, int index, int stride) {
    var block =
        residual(
                sequential(conv1x1(channels).noBias(), batchNorm(), relu()),
                sequential(conv3x3(channels).stride(stride).noBias(), batchNorm(), relu()),
                sequential(conv1x1(4 * channels).noBias(), batchNorm()))
            .then(relu());
    return index > 0
        ? block
        : block.shortcut(sequential(conv1x1(4 * channels).stride(stride).noBias(), batchNorm()));
  }

  /** Huang et al. 2017. */
  public static Graph denseNet121() {
    List<Layer> layers =
        new ArrayList<>(
            List.of(
                conv7x7(64).stride(2).noBias(),
                batchNorm(),
                relu(),
                maxPool(3).stride(2).padding(1)));
    int[] blocks = {6, 12, 24, 16};
    int channels = 64;
    for (int b = 0; b < blocks.length; b++) {
      for (int i = 0; i < blocks[b]; i++) {
        layers.add(
            append(
                batchNorm(channels),
                relu(),
                conv1x1(128).noBias(),
                batchNorm(),
                relu(),
                conv3x3(32).noBias()));
        channels += 32;
      }
      layers.add(batchNorm(channels));
      layers.add(relu());
      if (b < blocks.length - 1) {
        channels /= 2;
        layers.add(conv1x1(channels).noBias());
        layers.add(avgPool(2));
      }
    }
    layers.add(globalAvgPool());
    layers.add(dense(1000).inFeatures(1024));
    return graph(IMAGE, sequential(layers.toArray(Layer[]::new)));
  }

  /** Howard et al. 2017. */
  public static Graph mobileNetV1() {
    List<Layer> layers =
        new ArrayList<>(List.of(conv3x3(32).stride(2).noBias(), batchNorm(), relu()));
    int[][] blocks = {
      {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
      {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
    };
    for (int[] block : blocks) {
      layers.add(depthwiseConv(3).stride(block[1]).padding(1).noBias());
      layers.add(batchNorm());
      layers.add(relu());
      layers.add(conv1x1(block[0]).noBias());
      layers.add(batchNorm());
      layers.add(relu());
    }
    layers.add(globalAvgPool());
    layers.add(dense(1000));
    return graph(IMAGE, sequential(layers.toArray(Layer[]::new)));
  }

  /** Tan and Le 2019. */
  public static Graph efficientNetB0() {
    return graph(
        IMAGE,
        sequential(conv3x3(32).stride(2).noBias(), batchNorm(), swish()),
        mbStage(32, 16, 1, 3, 1, 1),
        mbStage(16, 24, 6, 3, 2, 2),
        mbStage(24, 40, 6, 5, 2, 2),
        mbStage(40, 80, 6, 3, 2, 3),
        mbStage(80, 112, 6, 5, 1, 3),
        mbStage(112, 192, 6, 5, 2, 4),
        mbStage(192, 320, 6, 3, 1, 1),
        sequential(conv1x1(1280).noBias(), batchNorm(), swish()),
        globalAvgPool(),
        dropout(0.2),
        dense(1000));
  }

  private static Layer mbConv(int in, int out, int expansion, int kernel, int stride) {
    int wide = in * expansion;
    List<Layer> body = new ArrayList<>();
    if (expansion > 1) {
      body.addAll(List.of(conv1x1(wide).noBias(), batchNorm(), swish()));
    }
    body.addAll(
        List.of(
            depthwiseConv(kernel).stride(stride).padding(kernel / 2).noBias(),
            batchNorm(),
            swish(),
            scaleBy(globalAvgPool(), conv1x1(in / 4), swish(), conv1x1(wide), sigmoid()),
            conv1x1(out).noBias(),
            batchNorm()));
    if (in != out || stride > 1) {
      return sequential(body.toArray(Layer[]::new));
    }
    body.add(dropPath(0.2));
    return residual(body.toArray(Layer[]::new));
  }

  private static SequentialLayer mbStage(
      int in, int out, int expansion, int kernel, int stride, int repeats) {
    return sequential(
        repeat(
            repeats, i -> mbConv(i == 0 ? in : out, out, expansion, kernel, i == 0 ? stride : 1)));
  }
}
