package dev.weft.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Activation;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.observe.LayerCall.Direction;
import dev.weft.runtime.observe.LayerCall.Part;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.TestTensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A layer that computes another one along with its own work. */
class ObservedLayerTest {
  private static final Part PRODUCT = new Part("block.0", DenseOp.of(3, 4));
  private static final Part RELU = new Part("block.1", new ActivationOp(Activation.RELU));

  private final Recorder recorder = new Recorder();
  private final Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 1);
  private final Watch watch = new Watch(kernels, recorder);
  private final Elementwise relu = kernels.elementwise("relu", (ActivationOp) RELU.op());
  private final Elementwise observedRelu = ObservedLayer.of(Elementwise.class, relu, RELU, watch);
  private final List<Object> received = new ArrayList<>();

  private interface Joint {
    void forward(Tensor x, Elementwise function, Tensor y);

    void backward(Tensor x, Tensor y, Tensor gy, Elementwise function, Tensor gx);
  }

  private final Joint layer =
      new Joint() {
        @Override
        public void forward(Tensor x, Elementwise function, Tensor y) {
          received.add(function);
        }

        @Override
        public void backward(Tensor x, Tensor y, Tensor gy, Elementwise function, Tensor gx) {
          received.add(function);
        }
      };

  private final Joint observed = ObservedLayer.of(Joint.class, layer, PRODUCT, watch);
  private final Tensor x = TestTensors.zeros(kernels, 2, 3);
  private final Tensor y = TestTensors.zeros(kernels, 2, 4);

  @Test
  void theOtherLayerIsHandedOnItself() {
    observed.forward(x, observedRelu, y);
    observed.backward(x, y, y, observedRelu, x);
    assertThat(received).hasSize(2).allMatch(function -> function == relu);
  }

  @Test
  void bothAreOneCall() {
    observed.forward(x, observedRelu, y);
    assertThat(recorder.calls)
        .containsExactly(new LayerCall(List.of(PRODUCT, RELU), Direction.FORWARD, List.of(x, y)));
    assertThat(recorder.last().name()).isEqualTo("block.0 + .1");
    assertThat(recorder.last().macs()).isEqualTo(2 * 3 * 4);
    observed.backward(x, y, y, observedRelu, x);
    assertThat(recorder.last().parts()).containsExactly(PRODUCT, RELU);
    assertThat(recorder.last().tensors()).containsExactly(x, y, y, x);
    assertThat(recorder.last().macs()).isEqualTo(2 * 2 * 3 * 4);
  }
}
