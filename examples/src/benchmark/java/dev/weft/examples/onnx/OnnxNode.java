package dev.weft.examples.onnx;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.NodeProto;
import org.nd4j.shade.protobuf.ByteString;

/** A node of an ONNX graph in the making. */
final class OnnxNode {
  private final OnnxGraph graph;
  private final String output;
  private final NodeProto.Builder node = NodeProto.newBuilder();

  OnnxNode(OnnxGraph graph, String type, String output) {
    this.graph = graph;
    this.output = output;
    node.setOpType(type).setName(output).addOutput(output);
  }

  OnnxNode inputs(String... names) {
    for (String name : names) {
      node.addInput(name);
    }
    return this;
  }

  OnnxNode integer(String name, long value) {
    return attribute(attribute(name, AttributeType.INT).setI(value));
  }

  OnnxNode number(String name, double value) {
    return attribute(attribute(name, AttributeType.FLOAT).setF((float) value));
  }

  OnnxNode text(String name, String value) {
    return attribute(attribute(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
  }

  OnnxNode integers(String name, long... values) {
    AttributeProto.Builder attribute = attribute(name, AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute(attribute);
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private OnnxNode attribute(AttributeProto.Builder attribute) {
    node.addAttribute(attribute);
    return this;
  }

  /** Puts it into the graph, and returns the name of its output. */
  String add() {
    graph.add(node.build());
    return output;
  }
}
