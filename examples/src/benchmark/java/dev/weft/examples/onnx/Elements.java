package dev.weft.examples.onnx;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.ScaleOp;
import dev.weft.dsl.op.SoftmaxOp;

/** What is computed element by element, or almost. */
final class Elements {
  private Elements() {}

  static String activation(ActivationOp op, Call call) {
    String x = call.input();
    return switch (op.function()) {
      case RELU -> call.value("Relu", x);
      case RELU6 -> relu6(call);
      case TANH -> call.value("Tanh", x);
      case SIGMOID -> call.value("Sigmoid", x);
      case SWISH -> call.value("Mul", x, call.step("Sigmoid").inputs(x).add());
      case HARD_SWISH -> call.value("HardSwish", x);
      case GELU -> call.value("Gelu", x);
    };
  }

  private static String relu6(Call call) {
    String least = call.constant("least", new float[] {0});
    String most = call.constant("most", new float[] {6});
    return call.value("Clip", call.input(), least, most);
  }

  static String leakyRelu(LeakyReluOp op, Call call) {
    return call.node("LeakyRelu").inputs(call.input()).number("alpha", op.slope()).add();
  }

  static String softmax(SoftmaxOp op, Call call) {
    return call.node("Softmax").inputs(call.input()).integer("axis", 1).add();
  }

  static String add(AddOp op, Call call) {
    return call.value("Add", call.inputs().toArray(String[]::new));
  }

  /** A vector of factors for an image becomes one of 1x1 pixels, to be broadcast. */
  static String scale(ScaleOp op, Call call) {
    String factors = call.inputs().get(1);
    if (call.inputShape(1).rank() < call.inputShape(0).rank()) {
      factors = call.step("Unsqueeze").inputs(factors, call.constant("axes", 2, 3)).add();
    }
    return call.value("Mul", call.input(), factors);
  }
}
