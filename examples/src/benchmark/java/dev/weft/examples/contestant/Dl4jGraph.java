package dev.weft.examples.contestant;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.*;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A network's graph as DL4J's, vertex by vertex. */
final class Dl4jGraph {
  private static final String INPUT = "input";

  private final GraphBuilder builder =
      new NeuralNetConfiguration.Builder()
          .updater(new Nesterovs(Assignment.RATE, Assignment.MOMENTUM))
          .graphBuilder()
          .addInputs(INPUT);

  private final Map<Node, String> vertices = new HashMap<>();
  private final List<Dl4jParameters> parameters = new ArrayList<>();

  /** For inference up to the logits; for training with a loss on them and on each side output. */
  Dl4jGraph(Graph graph, Mode mode) {
    vertices.put(graph.input(), INPUT);
    boolean trains = mode == Mode.TRAINING;
    Set<Node> inferred = graph.inferred();
    for (Node node : graph.nodes()) {
      if (!(node.op() instanceof InputOp) && (trains || inferred.contains(node))) {
        List<String> inputs = node.inputs().stream().map(vertices::get).toList();
        boolean doesNothing = !trains && node.op() instanceof DropPathOp;
        String name = node.name() + "#" + vertices.size();
        vertices.put(node, doesNothing ? inputs.get(0) : add(node, name, inputs));
      }
    }
    List<String> outputs = new ArrayList<>();
    outputs.add(trains ? loss(graph.output(), 1) : vertices.get(graph.output()));
    if (trains) {
      graph.sideOutputs().forEach(side -> outputs.add(loss(side.node(), side.weight())));
    }
    builder.setOutputs(outputs.toArray(String[]::new));
  }

  ComputationGraphConfiguration configuration() {
    return builder.build();
  }

  /** Sets all parameters. */
  void load(ComputationGraph network, StoredWeights weights) throws IOException {
    for (Dl4jParameters each : parameters) {
      each.load(network, weights);
    }
  }

  private String loss(Node logits, double weight) {
    int classes = logits.output().channels();
    String name = "loss#" + vertices.get(logits);
    builder.addLayer(
        name,
        new LossLayer.Builder(
                new LossMCXENT(Nd4j.valueArrayOf(new long[] {1, classes}, (float) weight)))
            .activation(Activation.SOFTMAX)
            .build(),
        vertices.get(logits));
    return name;
  }

  private String add(Node node, String name, List<String> inputs) {
    Op op = node.op();
    String[] all = inputs.toArray(String[]::new);
    if (op instanceof ConvOp conv && conv.groups() > 1 && conv.groups() < conv.channels()) {
      return grouped(conv, node, name, all[0]);
    }
    if (op instanceof AddOp) {
      builder.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), all);
    } else if (op instanceof ConcatOp) {
      builder.addVertex(name, new MergeVertex(), all);
    } else if (op instanceof ScaleOp) {
      builder.addVertex(name, new Dl4jScale(), all);
    } else if (op instanceof FlattenOp) {
      return flatten(node, name, all[0]);
    } else {
      String input = Dl4jPadding.needs(node) ? pad(node, name, all[0]) : all[0];
      layer(name, Dl4jLayers.of(node), input);
      parameters.add(Dl4jParameters.of(node, name));
    }
    return name;
  }

  private void layer(String name, Layer layer, String input) {
    builder.addLayer(name, layer, input);
  }

  private String pad(Node node, String name, String input) {
    String padded = name + "#padded";
    layer(padded, Dl4jPadding.before(node), input);
    return padded;
  }

  /** DL4J has no groups: it is a convolution for each. */
  private String grouped(ConvOp op, Node node, String name, String input) {
    int in = op.channels() / op.groups();
    String[] groups = new String[op.groups()];
    for (int i = 0; i < groups.length; i++) {
      String part = name + "#in" + i;
      groups[i] = name + "#" + i;
      builder.addVertex(part, new SubsetVertex(i * in, (i + 1) * in - 1), input);
      layer(groups[i], Dl4jLayers.conv(op, in, op.filters() / op.groups(), 1), part);
      parameters.add(Dl4jParameters.ofGroup(node, groups[i], i, op.groups()));
    }
    builder.addVertex(name, new MergeVertex(), groups);
    return name;
  }

  private String flatten(Node node, String name, String input) {
    Shape image = node.inputs().get(0).output();
    builder.addVertex(
        name,
        new PreprocessorVertex(
            new CnnToFeedForwardPreProcessor(image.height(), image.width(), image.channels())),
        input);
    return name;
  }
}
