package dev.weft.examples.contestant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * What a contestant has to compute. All get the same images, labels and weights.
 *
 * @param network the network
 * @param batch images at once
 * @param mode inference or training
 * @param folder where the network's files lie
 * @param threads how many threads it may use
 */
public record Assignment(Entrant network, int batch, Mode mode, Path folder, int threads) {
  /** The learning rate of the training steps. */
  static final double RATE = 1e-3;

  /** The momentum of the training steps. */
  static final double MOMENTUM = 0.9;

  private static final int LABEL_STEP = 7;

  /** The network's graph, from the processor. */
  public Path graph() {
    return folder.resolve(network + ".json");
  }

  /** Its parameters and statistics, in the safetensors format. */
  public Path weights() {
    return folder.resolve(network + ".safetensors");
  }

  /** Graph and weights for ONNX Runtime. */
  public Path onnx() {
    return folder.resolve(network + ".onnx");
  }

  /** The dimensions of the images: batch x channels x height x width. */
  public long[] shape() {
    return network.type().input().batched(batch);
  }

  /** The number of classes. */
  public int classes() {
    return network.type().output().channels();
  }

  /** Normal numbers, in direct memory. */
  public FloatBuffer images() {
    int length = Math.toIntExact(Arrays.stream(shape()).reduce(1, (a, b) -> a * b));
    FloatBuffer images =
        ByteBuffer.allocateDirect(length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Random random = new Random(batch);
    for (int i = 0; i < length; i++) {
      images.put(i, (float) random.nextGaussian());
    }
    return images;
  }

  /** A class for each image. */
  public int[] labels() {
    int[] labels = new int[batch];
    Arrays.setAll(labels, i -> i * LABEL_STEP % classes());
    return labels;
  }
}
