package dev.weft.examples.graph;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.InputOp;
import dev.weft.dsl.op.Op;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Reads a network's graph from the JSON that the processor option {@code -Aweft.report} writes.
 *
 * <pre>{@code
 * Graph graph = GraphReader.read(Path.of("reports/org.example.ResNet18.json"));
 * graph.nodes().get(1).op();   // ConvOp[channels=3, filters=64, ...]
 * }</pre>
 */
public final class GraphReader {
  private static final int SCHEMA_VERSION = 1;

  private final JsonNode report;
  private final List<Node> nodes = new ArrayList<>();

  private GraphReader(JsonNode report) {
    this.report = report;
  }

  /**
   * Reads a graph.
   *
   * @throws IOException if the file cannot be read, or is no such report
   */
  public static Graph read(Path file) throws IOException {
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    if (report.path("schemaVersion").asInt() != SCHEMA_VERSION) {
      throw new IOException(file + " is no report of version " + SCHEMA_VERSION);
    }
    try {
      return new GraphReader(report).graph();
    } catch (IllegalArgumentException unknown) {
      throw new IOException(file + ": " + unknown.getMessage(), unknown);
    }
  }

  private Graph graph() {
    report.path("nodes").forEach(json -> nodes.add(node(json)));
    List<Graph.Stage> stages = new ArrayList<>();
    report
        .path("stages")
        .forEach(stage -> stages.add(new Graph.Stage(name(text(stage, "name")), nodeOf(stage))));
    List<Graph.SideOutput> sides = new ArrayList<>();
    report
        .path("sideOutputs")
        .forEach(
            side ->
                sides.add(
                    new Graph.SideOutput(nodeOf(side), side.path("weight").asDouble(), null)));
    String network = text(report, "network");
    return new Graph(
        network.substring(network.lastIndexOf('.') + 1),
        nodes.get(0),
        nodes,
        stages.get(stages.size() - 1).output(),
        stages,
        sides);
  }

  private Node node(JsonNode json) {
    List<Name> path = Arrays.stream(text(json, "name").split("\\.")).map(GraphReader::name).toList();
    List<Node> inputs = new ArrayList<>();
    json.path("inputs").forEach(id -> inputs.add(nodes.get(id.asInt())));
    return new Node(path, op(json), inputs, null, json.path("frozen").asBoolean());
  }

  private Op op(JsonNode json) {
    String kind = text(json, "kind");
    return kind.equals("input")
        ? new InputOp(shape(report.path("input")))
        : OpReader.read(kind, json.path("arguments"));
  }

  private Node nodeOf(JsonNode json) {
    return nodes.get(json.path("node").asInt());
  }

  private static Name name(String key) {
    return new Name(key, key);
  }

  private static String text(JsonNode json, String member) {
    return json.path(member).asText();
  }

  static Shape shape(JsonNode dims) {
    return Shape.of(IntStream.range(0, dims.size()).map(i -> dims.get(i).asInt()).toArray());
  }
}
