package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Frozen;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/** Trained parts in new networks. */
public final class Transfers {
  private Transfers() {}

  /** All that computes otherwise in training than in inference, and an auxiliary head. */
  @Network(input = {3, 12, 12})
  interface Backbone {
    @Conv(filters = 8, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @Relu
    Layer stem();

    default Layer layer1() {
      return sequential(
          residual(conv3x3(8).noBias(), batchNorm(), relu(), dropPath(0.5)).then(relu()),
          residual(batchNorm(), relu(), conv3x3(8)),
          auxiliary(globalAvgPool(), dense(3)),
          maxPool(2),
          dropout(0.5));
    }

    @GlobalAvgPool
    Layer pool();

    @Dense(5)
    Layer fc();
  }

  /** Only the head is trained. */
  @Network(input = {3, 12, 12})
  interface NewHead {
    default Layer backbone() {
      return frozen(network(Backbone.class).until("fc"));
    }

    @Dense(2)
    Layer head();
  }

  /** The head of a network of the collection, exchanged. */
  @Network(input = {3, 32, 32})
  public interface TwoColors {
    default Layer backbone() {
      return frozen(network(TinyResNet.class).until("fc"));
    }

    @Dense(2)
    Layer head();
  }

  /** The same in the other form, as a variant that freezes. */
  @Network(input = {3, 12, 12})
  interface NewHeadByAnnotation extends NewHead {
    @Override
    @Frozen
    default Layer backbone() {
      return network(Backbone.class).until("fc");
    }
  }

  /** Nothing of it is frozen, so that the backbone has its auxiliary head again. */
  @Network(input = {3, 12, 12})
  interface NewHeadFree extends NewHead {
    @Override
    default Layer backbone() {
      return network(Backbone.class).until("fc");
    }
  }

  /** The same without training's own doings, to compare. */
  @Network(input = {3, 12, 12})
  interface PlainFrozen {
    default Layer backbone() {
      return frozen(plain());
    }

    default Layer head() {
      return sequential(conv3x3(4).noBias(), batchNorm(), relu(), globalAvgPool(), dense(2));
    }

    static Layer plain() {
      return sequential(conv3x3(6), relu(), residual(conv3x3(6), tanh()), groupNorm(2), swish());
    }
  }

  /** Nothing of it is frozen. */
  @Network(input = {3, 12, 12})
  interface PlainFree extends PlainFrozen {
    @Override
    default Layer backbone() {
      return PlainFrozen.plain();
    }
  }

  /** Every layer with parameters behind one that is trained, so that gradients cross it. */
  @Network(input = {4, 8, 8})
  interface Crossed {
    default Layer adapter() {
      return sequential(conv3x3(4), tanh());
    }

    default Layer body() {
      return frozen(
          sequential(
              residual(conv3x3(4).groups(2), batchNorm(), dropPath(0.5)).then(tanh()),
              batchNorm(),
              swish(),
              transposedConv(4, 3).stride(2).padding(1),
              groupNorm(2),
              layerNorm(),
              sigmoid(),
              avgPool(5),
              dropout(0.5),
              dense(6),
              batchNorm(),
              tanh(),
              dense(5)));
    }

    @Dense(3)
    Layer head();
  }

  /** Branches of which some are frozen. */
  @Network(input = {4, 8, 8})
  interface Branches {
    default Layer side() {
      return concat(frozen(sequential(conv3x3(2), batchNorm(), tanh())), conv3x3(3));
    }

    default Layer gated() {
      return sequential(
          add(frozen(conv1x1(4)), conv1x1(4)),
          scaleBy(frozen(conv1x1(4)), sigmoid()),
          frozen(batchNorm()));
    }

    default Layer scaled() {
      return sequential(conv1x1(4), frozen(scaleBy(globalAvgPool(), conv1x1(4), sigmoid())));
    }

    @GlobalAvgPool
    @Dense(3)
    Layer head();
  }
}
