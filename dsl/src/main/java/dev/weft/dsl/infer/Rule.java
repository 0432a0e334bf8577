package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;

/**
 * How one kind of layer becomes operations: checks that the input fits, adds the operations, and
 * returns what flows on. After a mistake it reports once and returns a stand-in.
 *
 * @param <L> the kind of layer
 */
interface Rule<L extends Layer> {
  Flow apply(L layer, Flow input, Scope scope);
}
