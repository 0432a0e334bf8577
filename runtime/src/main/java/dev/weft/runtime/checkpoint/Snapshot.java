package dev.weft.runtime.checkpoint;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a checkpoint is to hold.
 *
 * @param step steps made, from which the checkpoint has its name
 * @param architecture the network's table of layers
 * @param state numbers, texts, lists and maps of them, under names
 * @param type of all arrays
 * @param arrays a file of arrays for each name, such as {@code weights}
 * @param figure by which the best checkpoint is told, of which lower is better; if there is one
 */
public record Snapshot(
    long step,
    String architecture,
    Map<String, Object> state,
    DataType type,
    Map<String, List<Parameter>> arrays,
    OptionalDouble figure) {}
