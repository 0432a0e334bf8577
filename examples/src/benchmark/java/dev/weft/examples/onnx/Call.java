package dev.weft.examples.onnx;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ParameterSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation on its way into an ONNX graph.
 *
 * @param node the operation
 * @param inputs the names of its inputs' values
 * @param onnx where its nodes go
 */
record Call(Node node, List<String> inputs, OnnxGraph onnx) {
  /** The only input, or the first. */
  String input() {
    return inputs.get(0);
  }

  Shape inputShape(int index) {
    return node.inputs().get(index).output();
  }

  /** A node that makes the operation's value. */
  OnnxNode node(String type) {
    return onnx.node(type, onnx.unique(node.name()));
  }

  /** A node that makes something on the way there. */
  OnnxNode step(String type) {
    return onnx.node(type, onnx.unique(node.name() + "/" + type));
  }

  /** The operation's value: a node of some inputs without attributes. */
  String value(String type, String... names) {
    return node(type).inputs(names).add();
  }

  String constant(String name, long... values) {
    return onnx.constant(node.name() + "/" + name, values);
  }

  String constant(String name, float[] values, long... dims) {
    return onnx.constant(node.name() + "/" + name, values, dims);
  }

  /** The input and all parameters and statistics, in the order that the operation has them. */
  String[] inputAndParameters() throws IOException {
    List<String> names = new ArrayList<>(List.of(input()));
    for (ParameterSpec spec : node.op().parameters()) {
      names.add(onnx.parameter(node.name() + "." + spec.name(), spec.shape()));
    }
    return names.toArray(String[]::new);
  }
}
