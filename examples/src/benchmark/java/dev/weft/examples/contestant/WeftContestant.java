package dev.weft.examples.contestant;

import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.onednn.Bfloat16;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.train.Loss;
import dev.weft.runtime.optimize.Optimizer;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.train.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weft by oneDNN. */
final class WeftContestant implements Contestant {
  private final Model model;
  private final INDArray images;
  private final int[] labels;
  private final Loss loss = new SoftmaxCrossEntropy();

  /** Null where nothing is trained. */
  private final Optimizer optimizer;

  private WeftContestant(Assignment assignment, DataType type) throws Exception {
    ModelOptions options = ModelOptions.defaults().seed(1).kernels(KernelChoice.ONEDNN);
    model = assignment.network().type().create(options.dataType(type));
    model.loadWeights(assignment.weights());
    images = Nd4jArrays.of(assignment.images(), assignment.shape());
    labels = assignment.labels();
    optimizer =
        assignment.mode() == Mode.TRAINING
            ? new Sgd(model.parameters(), Assignment.MOMENTUM, 0)
            : null;
  }

  static WeftContestant inFloat(Assignment assignment) throws Exception {
    return new WeftContestant(assignment, DataType.FLOAT);
  }

  /** An emulation of it would tell nothing. */
  static WeftContestant inBfloat16(Assignment assignment) throws Exception {
    if (DnnlKernels.bfloat16() != Bfloat16.NATIVE) {
      throw new UnsupportedOperationException("this processor has no bfloat16");
    }
    return new WeftContestant(assignment, DataType.BFLOAT16);
  }

  @Override
  public void predict() {
    model.predict(images).close();
  }

  @Override
  public float[] output() {
    return model.predict(images).ravel().toFloatVector();
  }

  /** As {@link dev.weft.runtime.train.Trainer} makes it. */
  @Override
  public double step() {
    INDArray output = model.forward(images);
    Loss.Result result = loss.of(output, labels);
    double total = result.value();
    List<INDArray> sideGradients = new ArrayList<>();
    for (SideOutput side : model.sideOutputs()) {
      Loss.Result ofSide = loss.of(side.values(), labels);
      total += side.weight() * ofSide.value();
      sideGradients.add(ofSide.gradient().mul(side.weight()));
    }
    model.backward(result.gradient(), sideGradients.toArray(INDArray[]::new));
    optimizer.step(Assignment.RATE);
    return total;
  }
}
