package dev.weft.processor.emit;

import dev.weft.dsl.plan.Step;
import dev.weft.dsl.plan.Value;
import java.util.List;
import java.util.Set;

/**
 * What a pass does in one block, where nothing else comes between.
 *
 * @param block the block
 * @param forward its steps to the output
 * @param backward its steps to the gradients
 * @param own the values that belong to it, as they first appear
 * @param given the values that it takes from outside or makes for what is outside
 */
record PassBlock(
    Block block, List<Step> forward, List<Step> backward, Set<Value> own, Set<Value> given) {}
