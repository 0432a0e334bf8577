package dev.weft.runtime.train;

import static dev.weft.runtime.testing.TestTensors.zeros;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.HandWrittenPass;
import java.util.List;

/** {@code y = W x + b} and a side output {@code V x + c}, all from zero, in double. */
final class TwoHeads extends Model {
  private final int features;
  private final int classes;
  private final double sideWeight;
  private final Dense main;
  private final Dense side;

  TwoHeads(int features, int classes, double sideWeight) {
    super(ModelOptions.defaults().dataType(DataType.DOUBLE));
    this.features = features;
    this.classes = classes;
    this.sideWeight = sideWeight;
    main = kernels.dense("main", DenseOp.of(features, classes));
    side = kernels.dense("side", DenseOp.of(features, classes));
    for (Parameter parameter : parameters()) {
      parameter.set(parameter.get().assign(0));
    }
  }

  @Override
  public NetworkType<TwoHeads> type() {
    return NetworkType.named("TwoHeads", options -> new TwoHeads(features, classes, sideWeight))
        .shapes(Shape.of(features), Shape.of(classes))
        .summary(() -> "two heads")
        .build();
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return new Training(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    throw new UnsupportedOperationException("only trained");
  }

  private final class Training extends HandWrittenPass {
    private final Tensor sideOutput;
    private final Tensor sideGradient;

    Training(int batch) {
      super(
          zeros(kernels, batch, features),
          zeros(kernels, batch, classes),
          zeros(kernels, batch, classes));
      sideOutput = zeros(kernels, batch, classes);
      sideGradient = zeros(kernels, batch, classes);
    }

    @Override
    public List<TrainingPass.SideTensors> sideOutputs() {
      return List.of(new TrainingPass.SideTensors(sideOutput, sideGradient, sideWeight));
    }

    @Override
    public void forward() {
      main.forward(input, output);
      side.forward(input, sideOutput);
    }

    @Override
    public void backward() {
      main.backward(input, outputGradient, null);
      side.backward(input, sideGradient, null);
    }
  }
}
