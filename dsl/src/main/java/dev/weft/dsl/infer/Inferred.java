package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of a declaration.
 *
 * @param graph the shaped graph, unless there are problems
 * @param problems the mistakes that were found
 */
public record Inferred(Optional<Graph> graph, List<Problem> problems) {}
