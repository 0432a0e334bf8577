package dev.weft.dsl.infer;

import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.FlattenOp;

/** A dense layer takes a vector, and an image as a vector. */
final class DenseRule implements Rule<DenseLayer> {
  @Override
  public Flow apply(DenseLayer layer, Flow input, Scope scope) {
    Flow vector = flatten(layer, input, scope.child("flatten"));
    DenseOp op =
        new DenseOp(vector.shape().channels(), layer.features(), layer.bias(), layer.init());
    return scope.add(op, layer, vector);
  }

  /** The input as a vector. */
  static Flow flatten(Layer layer, Flow input, Scope scope) {
    return input.shape().rank() == 1 ? input : scope.add(new FlattenOp(), layer, input);
  }
}
