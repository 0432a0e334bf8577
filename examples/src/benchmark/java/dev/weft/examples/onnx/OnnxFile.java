package dev.weft.examples.onnx;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.InputOp;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;

/**
 * Writes a network as an ONNX file: what inference computes, for any batch size, in float32. Values
 * and parameters have the names that the network gives them.
 *
 * <pre>{@code
 * OnnxFile.write(graph, weights, Path.of("resnet18.onnx"));   // input "input", output "output"
 * }</pre>
 */
public final class OnnxFile {
  /** The name of the input. */
  public static final String INPUT = "input";

  /** The name of the output. */
  public static final String OUTPUT = "output";

  /** The first in which a group norm has a scale for each channel; of ONNX 1.16. */
  private static final long OPERATOR_SET = 21;

  private static final long IR_VERSION = 10;

  private OnnxFile() {}

  /**
   * Writes a network.
   *
   * @throws IOException if the weights cannot be read or the file not be written
   * @throws UnsupportedOperationException if ONNX has nothing for an operation; the message names
   *     it
   */
  public static void write(Graph graph, Weights weights, Path file) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("weft")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(translate(graph, weights).build(graph))
            .build();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.writeTo(out);
    }
  }

  private static OnnxGraph translate(Graph graph, Weights weights) throws IOException {
    OnnxGraph onnx = new OnnxGraph(weights);
    Set<Node> inferred = graph.inferred();
    Map<Node, String> values = new HashMap<>(Map.of(graph.input(), INPUT));
    for (Node node : graph.nodes()) {
      if (inferred.contains(node) && !(node.op() instanceof InputOp)) {
        List<String> inputs = node.inputs().stream().map(values::get).toList();
        values.put(node, Translations.translate(new Call(node, inputs, onnx)));
      }
    }
    onnx.node("Identity", OUTPUT).inputs(values.get(graph.output())).add();
    return onnx;
  }
}
