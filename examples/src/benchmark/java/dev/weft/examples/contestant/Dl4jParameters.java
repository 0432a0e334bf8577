package dev.weft.examples.contestant;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.ParameterSpec;
import java.io.IOException;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of one of DL4J's layers.
 *
 * @param node what it computes
 * @param layer its name
 * @param group which group of a convolution it is
 * @param groups of so many
 */
record Dl4jParameters(Node node, String layer, int group, int groups) {
  private static final Map<String, String> OF_NORMS =
      Map.of("weight", "gamma", "bias", "beta", "running_mean", "mean", "running_var", "var");
  private static final Map<String, String> OF_OTHERS = Map.of("weight", "W", "bias", "b");

  static Dl4jParameters of(Node node, String layer) {
    return ofGroup(node, layer, 0, 1);
  }

  static Dl4jParameters ofGroup(Node node, String layer, int group, int groups) {
    return new Dl4jParameters(node, layer, group, groups);
  }

  void load(ComputationGraph network, StoredWeights weights) throws IOException {
    for (ParameterSpec spec : node.op().parameters()) {
      INDArray values = Nd4jArrays.read(weights, node.name() + "." + spec.name());
      boolean isNorm = node.op() instanceof BatchNormOp;
      String name = (isNorm ? OF_NORMS : OF_OTHERS).get(spec.name());
      INDArray target = network.getParam(layer + "_" + name);
      target.assign(laidOut(part(values)).reshape(target.shape()));
    }
  }

  private INDArray part(INDArray values) {
    long each = values.size(0) / groups;
    return groups == 1 ? values : values.get(NDArrayIndex.interval(group * each, (group + 1) * each));
  }

  /** PyTorch's layout in DL4J's: inputs first in dense layers, channels last in depthwise ones. */
  private INDArray laidOut(INDArray values) {
    if (node.op() instanceof DenseOp && values.rank() == 2) {
      return values.transpose();
    }
    if (node.op() instanceof ConvOp conv && isDepthwise(conv) && values.rank() == 4) {
      int multiplier = conv.filters() / conv.channels();
      long[] shape = {conv.channels(), multiplier, values.size(2), values.size(3)};
      return values.reshape(shape).permute(2, 3, 0, 1);
    }
    return values;
  }

  private static boolean isDepthwise(ConvOp conv) {
    return conv.groups() > 1 && conv.groups() == conv.channels();
  }
}
