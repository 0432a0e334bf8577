package dev.weft.dsl.report;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.plan.Program;

/**
 * What {@code -Aweft.report} writes of one network.
 *
 * <pre>{@code
 * Report report = new Report("org.example.ResNet18", Planner.plan(graph));
 * report.text();   // the table of its layers
 * report.json();   // the graph
 * }</pre>
 *
 * @param network the qualified name of the declaring interface
 * @param program the network
 */
public record Report(String network, Program program) {
  /** The network's name and ends, and the table of its layers. */
  public String text() {
    Graph graph = program.graph();
    return network
        + ": "
        + graph.input().output()
        + " to "
        + graph.outputShape()
        + "\n\n"
        + String.join("\n", LayerTable.of(program).lines())
        + "\n";
  }

  /** The graph with every intermediate shape, as the package's page describes it. */
  public String json() {
    return new GraphJson(program).write(network);
  }
}
