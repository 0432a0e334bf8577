package dev.weft.examples.onnx;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/** An ONNX graph in the making: nodes, parameters and constants. */
final class OnnxGraph {
  private static final String BATCH = "batch";

  private final Weights weights;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>(Set.of(OnnxFile.INPUT, OnnxFile.OUTPUT));

  OnnxGraph(Weights weights) {
    this.weights = weights;
  }

  /** A node in the making, of one output. */
  OnnxNode node(String type, String output) {
    return new OnnxNode(this, type, output);
  }

  void add(NodeProto node) {
    graph.addNode(node);
  }

  /** This name, or one like it if it is taken. */
  String unique(String name) {
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "/" + i;
    }
    return free;
  }

  /** A parameter of the network. */
  String parameter(String name, Shape shape) throws IOException {
    return tensor(name, TensorProto.DataType.FLOAT, weights.of(name), longs(shape));
  }

  /** A list of whole numbers. */
  String constant(String name, long... values) {
    ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return tensor(unique(name), TensorProto.DataType.INT64, bytes, values.length);
  }

  /** An array of floats. */
  String constant(String name, float[] values, long... dims) {
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return tensor(unique(name), TensorProto.DataType.FLOAT, bytes, dims);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String tensor(
      String name, TensorProto.DataType type, ByteBuffer bytes, long... dims) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name);
    tensor.setDataType(type.getNumber());
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    // Nobody changes them any more, and a copy of a large network's would fill the heap.
    graph.addInitializer(tensor.setRawData(UnsafeByteOperations.unsafeWrap(bytes)));
    return name;
  }

  private static long[] longs(Shape shape) {
    long[] batched = shape.batched(1);
    long[] dims = new long[batched.length - 1];
    System.arraycopy(batched, 1, dims, 0, dims.length);
    return dims;
  }

  GraphProto build(Graph network) {
    return graph
        .setName(network.name())
        .addInput(value(OnnxFile.INPUT, network.input().output()))
        .addOutput(value(OnnxFile.OUTPUT, network.outputShape()))
        .build();
  }

  private static ValueInfoProto value(String name, Shape shape) {
    TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
    dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
    for (int dim : shape.toArray()) {
      dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(dims);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
