package app;

import dev.weft.dsl.Shape;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.TrainingPass;
import javax.annotation.processing.Generated;

/** Stands in for the network that {@link Net} declares, until the declaration's mistakes are mended. */
@Generated("dev.weft.processor.WeftProcessor")
public final class NetNetwork extends Model {
  /** The network with default options. */
  public NetNetwork() {
    this(ModelOptions.defaults());
  }

  /** The network with first weights drawn from the options' seed. */
  public NetNetwork(ModelOptions options) {
    super(options);
    throw new IllegalStateException("Net was declared with mistakes");
  }

  @Override
  public Shape inputShape() {
    return Shape.unknown();
  }

  @Override
  public Shape outputShape() {
    return Shape.unknown();
  }

  @Override
  public String summary() {
    return "";
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return null;
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    return null;
  }
}
