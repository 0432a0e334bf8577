package dev.weft.dsl.report;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.dsl.plan.Program;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network's graph as JSON; the package's page describes it. */
final class GraphJson {
  private static final int SCHEMA_VERSION = 1;

  private final Program program;
  private final Map<Node, Integer> ids = new HashMap<>();
  private final Set<Node> inferred;

  GraphJson(Program program) {
    this.program = program;
    program.graph().nodes().forEach(node -> ids.put(node, ids.size()));
    this.inferred = program.graph().inferred();
  }

  String write(String network) {
    Graph graph = program.graph();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("network", network);
    json.put("input", shape(graph.input().output()));
    json.put("output", shape(graph.outputShape()));
    json.put("totals", totals());
    json.put("stages", graph.stages().stream().map(this::stage).toList());
    json.put("sideOutputs", graph.sideOutputs().stream().map(this::sideOutput).toList());
    json.put("nodes", graph.nodes().stream().map(this::node).toList());
    return Json.of(json);
  }

  private Map<String, Object> totals() {
    LayerTable.Totals totals = LayerTable.Totals.of(program);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parameters", totals.parameters());
    if (totals.frozenParameters() > 0) {
      json.put("frozenParameters", totals.frozenParameters());
    }
    json.put("macs", totals.macs());
    json.put("parameterBytes", totals.parameterBytes());
    json.put("inferenceBytes", totals.inferenceBytes());
    json.put("trainingBytes", totals.trainingBytes());
    return json;
  }

  private Map<String, Object> stage(Graph.Stage stage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", stage.name().key());
    json.put("node", ids.get(stage.output()));
    return json;
  }

  private Map<String, Object> sideOutput(Graph.SideOutput side) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("node", ids.get(side.node()));
    json.put("weight", side.weight());
    return json;
  }

  private Map<String, Object> node(Node node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", ids.get(node));
    json.put("name", node.name());
    json.put("kind", node.op().kind());
    json.put("operation", node.op().describe());
    json.put("arguments", OpArguments.of(node.op()));
    json.put("inputs", node.inputs().stream().map(ids::get).toList());
    json.put("output", shape(node.output()));
    json.put("parameters", parameters(node));
    json.put("macs", node.macs());
    Extent field = node.receptiveField().size();
    json.put("receptiveField", List.of(field.height(), field.width()));
    json.put("bytes", Units.bytes(node.output().elements()));
    json.put("trainingOnly", !inferred.contains(node));
    if (node.isFrozen()) {
      json.put("frozen", true);
    }
    return json;
  }

  private static List<Map<String, Object>> parameters(Node node) {
    return node.op().parameters().stream().map(spec -> parameter(node, spec)).toList();
  }

  private static Map<String, Object> parameter(Node node, ParameterSpec spec) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", node.name() + "." + spec.name());
    json.put("shape", shape(spec.shape()));
    json.put("trainable", spec.trainable() && !node.isFrozen());
    return json;
  }

  private static List<Integer> shape(Shape shape) {
    return OpArguments.list(shape.toArray());
  }
}
