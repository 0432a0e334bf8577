package dev.weft.dsl.infer;

import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.graph.Node;
import java.util.List;

/** Both paths of a residual block, as inferred. */
record Skip(
    ResidualLayer layer,
    Flow input,
    Flow body,
    List<Node> bodyNodes,
    Flow shortcut,
    List<Node> shortcutNodes) {}
