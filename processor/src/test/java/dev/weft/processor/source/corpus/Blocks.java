package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.batchNorm;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.residual;

import dev.weft.dsl.Layer;
import java.util.Arrays;
import java.util.List;

/** Blocks that several networks share. */
final class Blocks {
  static final int[][] DEPTHS = {{1, 2, 3}, {4, 5, 6}};
  static final List<String> NAMES = Arrays.asList("first", "second");
  private static final int EXPANSION = 4;

  private Blocks() {}

  enum Width {
    NARROW,
    WIDE;

    static Layer of(int channels) {
      return conv1x1(channels * EXPANSION);
    }
  }

  static Layer bottleneck(int planes) {
    return bottleneck(planes, Width.NARROW);
  }

  static Layer bottleneck(int planes, Width width) {
    int inner = width == Width.WIDE ? planes * 2 : planes;
    return residual(
            conv1x1(inner).noBias(),
            batchNorm().epsilon(1e-3),
            relu(),
            conv3x3(inner).noBias(),
            batchNorm(),
            relu(),
            conv1x1(planes * EXPANSION).noBias(),
            batchNorm())
        .shortcut(conv1x1(planes * EXPANSION).named("downsample"))
        .then(relu());
  }
}
