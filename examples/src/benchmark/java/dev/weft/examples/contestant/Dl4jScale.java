package dev.weft.examples.contestant;

import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaVertex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The product of images and a factor a channel, which DL4J has no vertex for. */
public final class Dl4jScale extends SameDiffLambdaVertex {
  private static final long serialVersionUID = 1;

  @Override
  public SDVariable defineVertex(SameDiff graph, VertexInputs inputs) {
    return inputs.getInput(0).mul(inputs.getInput(1));
  }
}
