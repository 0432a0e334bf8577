package dev.weft.examples.contestant;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.*;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/** DL4J's layers for the operations of one input. */
final class Dl4jLayers {
  private Dl4jLayers() {}

  /**
   * A layer for a node.
   *
   * @throws UnsupportedOperationException if there is none; the message names the operation
   */
  static Layer of(Node node) {
    Op op = node.op();
    Shape input = node.inputs().get(0).output();
    if (op instanceof ConvOp conv) {
      return conv(conv, conv.channels(), conv.filters(), conv.groups());
    }
    if (op instanceof DenseOp dense) {
      return new DenseLayer.Builder()
          .nIn(dense.inputs())
          .nOut(dense.outputs())
          .hasBias(dense.bias())
          .activation(Activation.IDENTITY)
          .build();
    }
    if (op instanceof BatchNormOp norm) {
      return batchNorm(norm);
    }
    if (op instanceof LocalResponseNormOp norm) {
      // Its factor is that of the whole sum.
      return new LocalResponseNormalization.Builder(
              norm.k(), norm.size(), norm.alpha() / norm.size(), norm.beta())
          .build();
    }
    if (op instanceof DropoutOp dropout) {
      return new DropoutLayer.Builder(new Dropout(1 - dropout.p())).build();
    }
    if (op instanceof ActivationOp activation) {
      return new ActivationLayer.Builder().activation(function(activation)).build();
    }
    return pool(node, input);
  }

  /** A convolution in one group, or with a group for each channel. */
  static ConvolutionLayer conv(ConvOp op, int channels, int filters, int groups) {
    int[] stride = pair(op.window().stride());
    int[] padding = padding(op, op.window());
    int[] dilation = pair(op.window().dilation());
    if (groups == 1) {
      return new ConvolutionLayer.Builder(pair(op.window().kernel()), stride, padding)
          .dilation(dilation)
          .nIn(channels)
          .nOut(filters)
          .hasBias(op.bias())
          .convolutionMode(ConvolutionMode.Truncate)
          .activation(Activation.IDENTITY)
          .build();
    }
    return new DepthwiseConvolution2D.Builder(pair(op.window().kernel()), stride, padding)
        .depthMultiplier(filters / channels)
        .dilation(dilation)
        .nIn(channels)
        .nOut(filters)
        .hasBias(op.bias())
        .convolutionMode(ConvolutionMode.Truncate)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static Layer batchNorm(BatchNormOp op) {
    return new BatchNormalization.Builder()
        .nIn(op.channels())
        .nOut(op.channels())
        .eps(op.epsilon())
        .decay(1 - op.momentum())
        .useLogStd(false)
        .build();
  }

  private static Activation function(ActivationOp op) {
    return switch (op.function()) {
      case RELU -> Activation.RELU;
      case RELU6 -> Activation.RELU6;
      case TANH -> Activation.TANH;
      case SIGMOID -> Activation.SIGMOID;
      case SWISH -> Activation.SWISH;
      case HARD_SWISH, GELU -> throw unsupported(op);
    };
  }

  private static Layer pool(Node node, Shape input) {
    Op op = node.op();
    if (op instanceof MaxPoolOp pool) {
      if (pool.window().ceilMode() && !Dl4jPadding.needs(node)) {
        throw unsupported(op);
      }
      return pool(PoolingType.MAX, op, pool.window());
    }
    if (op instanceof AvgPoolOp pool && pool.window().padding().is(0) && !pool.window().ceilMode()) {
      return pool(PoolingType.AVG, op, pool.window());
    }
    if (op instanceof GlobalAvgPoolOp) {
      return new GlobalPoolingLayer.Builder(PoolingType.AVG).collapseDimensions(false).build();
    }
    if (op instanceof AdaptiveAvgPoolOp pool) {
      int height = input.height() / pool.size().height();
      int width = input.width() / pool.size().width();
      boolean divides =
          height * pool.size().height() == input.height()
              && width * pool.size().width() == input.width();
      if (divides) {
        return pool(
            PoolingType.AVG, op, Window.of(height, width).stride(height, width));
      }
    }
    throw unsupported(op);
  }

  private static Layer pool(PoolingType type, Op op, Window window) {
    return new SubsamplingLayer.Builder(
            type, pair(window.kernel()), pair(window.stride()), padding(op, window))
        .dilation(pair(window.dilation()))
        .convolutionMode(ConvolutionMode.Truncate)
        .build();
  }

  private static int[] padding(Op op, Window window) {
    if (!window.padding().isSymmetric()) {
      throw unsupported(op);
    }
    return new int[] {window.padding().top(), window.padding().left()};
  }

  private static int[] pair(Extent extent) {
    return new int[] {extent.height(), extent.width()};
  }

  private static UnsupportedOperationException unsupported(Op op) {
    return new UnsupportedOperationException("DL4J has nothing for " + op.describe());
  }
}
