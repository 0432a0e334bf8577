package dev.weft.runtime.model;

import dev.weft.dsl.Shape;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Parameter;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What every generated network is: parameters by PyTorch's names, a forward pass for inference, and
 * a forward and a backward pass for training. Not to be shared between threads.
 *
 * <pre>{@code
 * LeNet5Network network = new LeNet5Network(ModelOptions.defaults().seed(1));
 * INDArray logits = network.predict(images);       // batch x 1 x 32 x 32 to batch x 10
 * }</pre>
 */
public abstract class Model {
  /** What makes this network's layers and memory. */
  protected final Kernels kernels;

  /** Chooses the kernels. */
  protected Model(ModelOptions options) {
    throw new UnsupportedOperationException();
  }

  /** The shape of one input. */
  public abstract Shape inputShape();

  /** The shape of one output. */
  public abstract Shape outputShape();

  /** The trainable parameters, in the order of the layers. */
  public abstract List<Parameter> parameters();

  /** The running statistics, which belong to the state but not to what the optimiser changes. */
  public abstract List<Parameter> statistics();

  /** Memory and steps of training for a batch size; {@code withInputGradient} as in the options. */
  protected abstract TrainingPass trainingPass(int batch);

  /** Memory and steps of inference for a batch size. */
  protected abstract InferencePass inferencePass(int batch);

  /**
   * The output in inference mode: dropout off, running statistics in place of the batch's.
   *
   * @param images a batch of inputs
   * @throws IllegalArgumentException if the array has another shape; the message names both
   */
  public final INDArray predict(INDArray images) {
    throw new UnsupportedOperationException();
  }

  /** The output in training mode; {@link #backward} may follow. */
  public final INDArray forward(INDArray images) {
    throw new UnsupportedOperationException();
  }

  /**
   * Computes the gradients of the parameters for the last {@link #forward}.
   *
   * @param outputGradient the gradient of the loss by the output
   * @throws IllegalArgumentException if the array has another shape than the output
   * @throws IllegalStateException if no forward pass came before
   */
  public final void backward(INDArray outputGradient) {
    throw new UnsupportedOperationException();
  }

  /**
   * The gradient of the loss by the images of the last {@link #backward}, if the options ask for
   * it.
   */
  public final INDArray inputGradient() {
    throw new UnsupportedOperationException();
  }
}
