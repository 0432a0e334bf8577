package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;

/**
 * Everything that the generated code does: the passes over a graph.
 *
 * @param graph the network
 * @param training forward and backward
 * @param inference forward only, without dropout
 */
public record Program(Graph graph, Pass training, Pass inference) {}
