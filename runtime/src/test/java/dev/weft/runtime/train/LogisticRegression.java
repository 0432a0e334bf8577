package dev.weft.runtime.train;

import dev.weft.dsl.Shape;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@code y = x w + b}, from weights of zero: the smallest network that can be trained. */
final class LogisticRegression extends Model {
  private final int features;
  private final int classes;
  final Parameter weight;
  final Parameter bias;

  LogisticRegression(int features, int classes) {
    super(ModelOptions.defaults());
    this.features = features;
    this.classes = classes;
    this.weight = ArrayTensor.parameter("weight", Nd4j.create(DataType.FLOAT, features, classes));
    this.bias = ArrayTensor.parameter("bias", Nd4j.create(DataType.FLOAT, classes));
  }

  @Override
  public Shape inputShape() {
    return Shape.of(features);
  }

  @Override
  public Shape outputShape() {
    return Shape.of(classes);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public List<Parameter> statistics() {
    return List.of();
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return new Pass(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    return new Pass(batch);
  }

  private final class Pass implements TrainingPass, InferencePass {
    private final ArrayTensor input;
    private final ArrayTensor output;
    private final ArrayTensor outputGradient;

    Pass(int batch) {
      input = ArrayTensor.zeros(DataType.FLOAT, batch, features);
      output = ArrayTensor.zeros(DataType.FLOAT, batch, classes);
      outputGradient = ArrayTensor.zeros(DataType.FLOAT, batch, classes);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return output;
    }

    @Override
    public Tensor outputGradient() {
      return outputGradient;
    }

    @Override
    public Tensor inputGradient() {
      return null;
    }

    @Override
    public void forward() {
      output.assign(input.array().mmul(array(weight.value())).addRowVector(array(bias.value())));
    }

    @Override
    public void backward() {
      weight.gradient().assign(input.array().transpose().mmul(outputGradient.array()));
      bias.gradient().assign(outputGradient.array().sum(0));
    }

    @Override
    public void run() {
      forward();
    }

    private INDArray array(Tensor tensor) {
      return ((ArrayTensor) tensor).array();
    }
  }
}
