package dev.weft.dsl.infer;

import dev.weft.dsl.ActivationLayer;
import dev.weft.dsl.AddLayer;
import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.BatchNormLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.DropoutLayer;
import dev.weft.dsl.FlattenLayer;
import dev.weft.dsl.GlobalAvgPoolLayer;
import dev.weft.dsl.IdentityLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.RepeatLayer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.SoftmaxLayer;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.SoftmaxOp;
import java.util.HashMap;
import java.util.Map;

/** The table of rules, one line a kind of layer. */
final class Rules {
  private static final Map<Class<? extends Layer>, Rule<?>> TABLE = new HashMap<>();

  static {
    add(ConvLayer.class, new ConvRule());
    add(
        MaxPoolLayer.class,
        new PoolRule<>(
            pool -> Windows.of(pool.kernel(), pool.stride(), pool.padding()), MaxPoolOp::new));
    add(
        AvgPoolLayer.class,
        new PoolRule<>(
            pool -> Windows.of(pool.kernel(), pool.stride(), pool.padding()), AvgPoolOp::new));
    add(GlobalAvgPoolLayer.class, Rules::globalAvgPool);
    add(DenseLayer.class, new DenseRule());
    add(FlattenLayer.class, (layer, input, scope) -> DenseRule.flatten(layer, input, scope));
    add(
        ActivationLayer.class,
        (layer, input, scope) -> scope.add(new ActivationOp(layer.function()), layer, input));
    add(SoftmaxLayer.class, (layer, input, scope) -> scope.add(new SoftmaxOp(), layer, input));
    add(
        DropoutLayer.class,
        (layer, input, scope) -> scope.add(new DropoutOp(layer.p()), layer, input));
    add(BatchNormLayer.class, Rules::batchNorm);
    add(IdentityLayer.class, (layer, input, scope) -> input);
    add(
        SequentialLayer.class,
        (l, input, scope) -> SequenceRule.apply(l, l.layers(), input, scope));
    add(RepeatLayer.class, (l, input, scope) -> SequenceRule.apply(l, l.layers(), input, scope));
    add(ResidualLayer.class, new ResidualRule());
    add(ConcatLayer.class, BranchesRule::concat);
    add(AddLayer.class, BranchesRule::add);
  }

  private Rules() {}

  private static <L extends Layer> void add(Class<L> kind, Rule<L> rule) {
    TABLE.put(kind, rule);
  }

  @SuppressWarnings("unchecked") // the table maps each class to a rule for that class
  static <L extends Layer> Flow apply(L layer, Flow input, Scope scope) {
    return ((Rule<L>) TABLE.get(layer.getClass())).apply(layer, input, scope);
  }

  private static Flow globalAvgPool(GlobalAvgPoolLayer layer, Flow input, Scope scope) {
    return Windows.isImage(layer, input, scope)
        ? scope.add(new GlobalAvgPoolOp(), layer, input)
        : scope.standIn(Shape.of(Shape.UNKNOWN, 1, 1), layer);
  }

  private static Flow batchNorm(BatchNormLayer layer, Flow input, Scope scope) {
    return scope.add(
        new BatchNormOp(input.shape().channels(), layer.epsilon(), layer.momentum()), layer, input);
  }
}
