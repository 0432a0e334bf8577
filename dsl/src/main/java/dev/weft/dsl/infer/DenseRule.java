package dev.weft.dsl.infer;

import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.FlattenOp;
import java.util.List;

/** A dense layer takes a vector, and an image as a vector. */
final class DenseRule implements Rule<DenseLayer> {
  @Override
  public Flow apply(DenseLayer layer, Flow input, Scope scope) {
    Flow vector = flatten(layer, input, scope.child("flatten"));
    DenseOp op =
        new DenseOp(vector.shape().channels(), layer.features(), layer.bias(), layer.init());
    // In front of the flattening, whose result no reader of the declaration knows by name.
    Flow counted = new Flow(vector.node(), input.producer(), input.producerName());
    return Expected.count(layer, "inFeatures", "input feature", layer.inFeatures(), counted, scope)
        ? scope.add(op, layer, vector)
        : scope.standIn(op.output(List.of()), layer);
  }

  /** The input as a vector. */
  static Flow flatten(Layer layer, Flow input, Scope scope) {
    return input.shape().rank() == 1 ? input : scope.add(new FlattenOp(), layer, input);
  }
}
