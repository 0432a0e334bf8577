package dev.weft.examples;

import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.observe.LayerObserver;
import java.util.Locale;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network that is put to work on a batch of random images. */
final class Work {
  /** What a network is put to work for. */
  enum Mode {
    /** Predictions. */
    INFERENCE,
    /** Forward and backward passes, without the step of an optimizer. */
    TRAINING
  }

  /** The part of a run. */
  enum Pass {
    /** From the images to the output. */
    FORWARD,
    /** The gradients. */
    BACKWARD
  }

  private static final int SEED = 1;

  private final Model model;
  private final Mode mode;
  private final INDArray images;

  /** A network of some type whose layers report to an observer. */
  Work(NetworkType<?> type, WorkOptions options, KernelChoice kernels, LayerObserver observer) {
    mode = options.mode();
    model =
        Networks.create(
            type,
            ModelOptions.defaults()
                .seed(SEED)
                .dataType(options.type())
                .kernels(kernels)
                .observer(observer));
    // Images for which the network has no memory may take minutes to fill with numbers.
    if (mode == Mode.INFERENCE) {
      model.prepareInference(options.batch());
    } else {
      model.prepareTraining(options.batch());
    }
    images = images(type, options.batch());
  }

  /** The type in which the network computes. */
  dev.weft.runtime.tensor.DataType dataType() {
    return model.dataType();
  }

  private static INDArray images(NetworkType<?> type, int batch) {
    try {
      return Nd4j.rand(DataType.FLOAT, type.input().batched(batch));
    } catch (OutOfMemoryError | RuntimeException noRoom) {
      throw new UnusableOptionsException(
          String.format(
              Locale.ROOT,
              "%s cannot work on a batch of %,d: not even its images fit into memory; take a"
                  + " smaller --batch",
              type.name(),
              batch),
          noRoom);
    }
  }

  /**
   * Does the work once.
   *
   * @param begins is told of each pass before it runs
   */
  void run(Consumer<Pass> begins) {
    begins.accept(Pass.FORWARD);
    if (mode == Mode.INFERENCE) {
      model.predict(images);
      return;
    }
    INDArray gradient = model.forward(images);
    INDArray[] sideGradients =
        model.sideOutputs().stream().map(SideOutput::values).toArray(INDArray[]::new);
    begins.accept(Pass.BACKWARD);
    // Of a loss that is half the square of the outputs.
    model.backward(gradient, sideGradients);
  }
}
