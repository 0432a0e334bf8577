package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.GlobalAvgPool;

/**
 * What all forms of GoogLeNet share (Szegedy et al. 2015, "Going Deeper with Convolutions", table
 * 1): nine inception blocks in three groups, and an auxiliary head behind two blocks of the middle
 * group. Pools round their size up. The names are torchvision's.
 */
interface GoogLeNetStages {
  // spotless:off: in columns, as in the paper's table
  default Layer conv1()       { return convolution( 64, 7, 2); }
  default Layer maxpool1()    { return halve(); }
  default Layer norm1()       { return normalisation(5); }
  default Layer conv2()       { return convolution( 64, 1, 1); }
  default Layer conv3()       { return convolution(192, 3, 1); }
  default Layer norm2()       { return normalisation(5); }
  default Layer maxpool2()    { return halve(); }
  //                                             1x1  3x3 from  5x5 from  pool
  default Layer inception3a() { return inception( 64, 128,  96,  32, 16,   32); }
  default Layer inception3b() { return inception(128, 192, 128,  96, 32,   64); }
  default Layer maxpool3()    { return halve(); }
  default Layer inception4a() { return inception(192, 208,  96,  48, 16,   64); }
  default Layer aux1()        { return head(1000); }
  default Layer inception4b() { return inception(160, 224, 112,  64, 24,   64); }
  default Layer inception4c() { return inception(128, 256, 128,  64, 24,   64); }
  default Layer inception4d() { return inception(112, 288, 144,  64, 32,   64); }
  default Layer aux2()        { return head(1000); }
  default Layer inception4e() { return inception(256, 320, 160, 128, 32,  128); }
  default Layer maxpool4()    { return halve(); }
  default Layer inception5a() { return inception(256, 320, 160, 128, 32,  128); }
  default Layer inception5b() { return inception(384, 384, 192, 128, 48,  128); }

  @GlobalAvgPool Layer avgpool();
  default Layer drop()        { return dropout(dropped()); }
  @Dense(1000)   Layer fc();
  // spotless:on

  /** A convolution, which keeps the size but for its stride, and what follows each of them. */
  Layer convolution(int filters, int kernel, int stride);

  /**
   * An inception block, figure 2(b) of the paper.
   *
   * @param one filters of the 1x1 convolution
   * @param three filters of the 3x3 convolution
   * @param reduced3 filters of the 1x1 convolution in front of it
   * @param five filters of the widest convolution
   * @param reduced5 filters of the 1x1 convolution in front of it
   * @param pool filters of the 1x1 convolution behind the pool
   */
  default Layer inception(int one, int three, int reduced3, int five, int reduced5, int pool) {
    // spotless:off
    return concat(
        convolution(one, 1, 1).named("branch1"),
        sequential(convolution(reduced3, 1, 1), convolution(three, 3, 1)).named("branch2"),
        sequential(convolution(reduced5, 1, 1), convolution(five, widest(), 1)).named("branch3"),
        sequential(maxPool(3).stride(1).padding(1), convolution(pool, 1, 1)).named("branch4"));
    // spotless:on
  }

  /** The kernel of a block's widest convolution. */
  int widest();

  /** What stands behind the first pool and the third convolution, over so many channels. */
  Layer normalisation(int size);

  /** An auxiliary head. */
  Layer head(int classes);

  /** The share of the values that the last dropout drops. */
  double dropped();

  private static Layer halve() {
    return maxPool(3).stride(2).ceilMode();
  }
}
