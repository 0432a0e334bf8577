package dev.weft.runtime.kernel;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.layer.Add;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.ChannelShuffle;
import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Crop;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.layer.Pad;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.PixelShuffle;
import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.layer.Upsample;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.DataType;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What computes a network: makes its layers and its memory. A network chooses its kernels once,
 * when it is made; from then on it calls the layers they made, on tensors in their memory, which
 * need not be the host's. Every layer is made with its full name, as {@link #conv2d} has it.
 * Another kind of kernels implements this interface and the layers' and nothing else.
 *
 * <p>Kernels belong to one network: they draw its first weights and its dropout masks from its
 * seed, in the order in which the layers are made and run.
 */
public interface Kernels {
  /** Makes the calling thread ready to run a pass; called before each. */
  void attachThread();

  /** The parameters and running statistics of all layers made so far, in their order. */
  List<Parameter> parameters();

  /**
   * Copies all parameters as they are now, and makes kernels that compute with the copies, which
   * nothing changes from then on. Each of them is for inference and for one thread at a time; what
   * they keep of the parameters, as other layouts of them, they share.
   *
   * @param threads how many threads of the processor each computes with, or empty for as many as
   *     these kernels
   */
  Supplier<Kernels> forInference(OptionalInt threads);

  /**
   * Makes the layers of the same network that are frozen: their parameters are among {@link
   * #parameters}, but have no gradients.
   */
  Kernels frozen();

  /** The type of the numbers that its layers compute. */
  DataType dataType();

  /** Memory for so many elements of the network's data type, all zero. */
  Buffer buffer(long elements);

  /**
   * Makes buffers for a batch.
   *
   * @param buffers receives them
   * @param first the index of the first of them
   * @param elements how many elements each has for one image
   */
  default void buffers(Buffer[] buffers, int first, long batch, long... elements) {
    for (int i = 0; i < elements.length; i++) {
      buffers[first + i] = buffer(elements[i] * batch);
    }
  }

  /** Where the generators of dropout masks stand. */
  long[] randomState();

  /**
   * Lets the generators go on where {@link #randomState} was taken.
   *
   * @throws IllegalArgumentException if that was of a network of other layers
   */
  void continueRandomAt(long... state);

  /** The bytes of all buffers made so far. */
  long bufferBytes();

  /**
   * What computed the layer that was called last: {@code nd4j}, or the name that a library has for
   * its code, {@code brgconv_1x1:avx512_core}.
   */
  String lastImplementation();

  /**
   * A convolution.
   *
   * @param name the layer's full name, as in the table of layers, which those of its parameters
   *     begin with: {@code layer1.0.conv1}
   */
  Conv2d conv2d(String name, ConvOp op);

  /** A transposed convolution. */
  TransposedConv2d transposedConv2d(String name, TransposedConvOp op);

  /** A dense layer. */
  Dense dense(String name, DenseOp op);

  /** A batch normalisation. */
  BatchNorm batchNorm(String name, BatchNormOp op);

  /** A layer normalisation. */
  LayerNorm layerNorm(String name, LayerNormOp op);

  /** A group or instance normalisation. */
  GroupNorm groupNorm(String name, GroupNormOp op);

  /** A local response normalisation. */
  LocalResponseNorm localResponseNorm(String name, LocalResponseNormOp op);

  /** A max pooling. */
  MaxPool2d maxPool2d(String name, MaxPoolOp op);

  /** An average pooling. */
  AvgPool2d avgPool2d(String name, AvgPoolOp op);

  /** An average pooling to a given size. */
  AdaptiveAvgPool2d adaptiveAvgPool2d(String name, AdaptiveAvgPoolOp op);

  /** A global average pooling. */
  GlobalAvgPool2d globalAvgPool2d(String name);

  /** A function applied to each element. */
  Elementwise elementwise(String name, ActivationOp op);

  /** A leaky rectifier. */
  Elementwise leakyRelu(String name, LeakyReluOp op);

  /** A softmax. */
  Softmax softmax(String name);

  /** A dropout, with its own stream of the network's seed. */
  Dropout dropout(String name, DropoutOp op);

  /** A stochastic depth, with its own stream of the network's seed. */
  DropPath dropPath(String name, DropPathOp op);

  /** A sum. */
  Add add(String name);

  /** A concatenation. */
  Concat concat(String name);

  /** A product. */
  Scale scale(String name);

  /** A subsampling. */
  Subsample subsample(String name, SubsampleOp op);

  /** A padding with zero channels. */
  PadChannels padChannels(String name, PadChannelsOp op);

  /** A padding with zeros. */
  Pad pad(String name, PadOp op);

  /** A crop. */
  Crop crop(String name, CropOp op);

  /** An upsampling. */
  Upsample upsample(String name, UpsampleOp op);

  /** A pixel shuffle. */
  PixelShuffle pixelShuffle(String name, PixelShuffleOp op);

  /** A channel shuffle. */
  ChannelShuffle channelShuffle(String name, ChannelShuffleOp op);

  /** A step of inference that begins with a convolution that these kernels made. */
  Fused fused(Conv2d first);

  /** A step of inference that begins with a dense layer that these kernels made. */
  Fused fused(Dense first);

  /** A step of inference that begins with a batch normalisation that these kernels made. */
  Fused fused(BatchNorm first);
}
