package dev.weft.runtime.train;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.testing.HandWrittenPass;
import dev.weft.runtime.testing.TestTensors;

/** {@code y = W x + b}, from weights of zero: the smallest network that can be trained. */
final class LogisticRegression extends Model {
  final Parameter weight;
  final Parameter bias;

  private final int features;
  private final int classes;
  private final Dense dense;
  private boolean isUnique;

  LogisticRegression(int features, int classes) {
    this(features, classes, ModelOptions.defaults());
  }

  LogisticRegression(int features, int classes, ModelOptions options) {
    super(options);
    this.features = features;
    this.classes = classes;
    dense = kernels.dense("dense", DenseOp.of(features, classes));
    weight = dense.weight();
    bias = dense.bias();
    weight.set(weight.get().assign(0));
  }

  @Override
  public NetworkType<LogisticRegression> type() {
    return NetworkType.named("LogisticRegression", this::another)
        .shapes(Shape.of(features), Shape.of(classes))
        .summary(() -> "layer  operation\ndense  dense")
        .places(() -> "LogisticRegression.java: 7")
        .build();
  }

  private LogisticRegression another(ModelOptions options) {
    if (isUnique) {
      throw new OutOfMemoryError("there is no memory for another network");
    }
    return new LogisticRegression(features, classes, options);
  }

  /** From now on its type makes no more of it. */
  void failsToBeMadeAgain() {
    isUnique = true;
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return new Pass(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    return new Pass(batch);
  }

  private final class Pass extends HandWrittenPass implements InferencePass {

    Pass(int batch) {
      super(
          TestTensors.zeros(kernels, batch, features),
          TestTensors.zeros(kernels, batch, classes),
          TestTensors.zeros(kernels, batch, classes));
    }

    @Override
    public void forward() {
      dense.forward(input, output);
    }

    @Override
    public void backward() {
      dense.backward(input, outputGradient, null);
    }

    @Override
    public void run() {
      forward();
    }
  }
}
