package dev.weft.runtime.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.TestTensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A seed drops the same elements whatever kernels compute the network. */
class MasksTest {
  private final Kernels oneDnn = new DnnlKernels(DataType.FLOAT, 5);
  private final Kernels nd4j = new Nd4jKernels(DataType.FLOAT, 5);

  private static INDArray dropout(Kernels kernels, long... dims) {
    Tensor mask = TestTensors.zeros(kernels, dims);
    Tensor x = TestTensors.zeros(kernels, dims);
    kernels.dropout("layer", new DropoutOp(0.5)).forward(x, mask, x);
    return mask.toArray();
  }

  private static INDArray dropPath(Kernels kernels) {
    Tensor mask = TestTensors.zeros(kernels, 64, 1);
    Tensor x = TestTensors.zeros(kernels, 64, 3, 2, 2);
    kernels.dropPath("layer", new DropPathOp(0.5)).forward(x, mask, x);
    return mask.toArray();
  }

  @Test
  void ofImages() {
    assertThat(dropout(oneDnn, 2, 256, 6, 6)).isEqualTo(dropout(nd4j, 2, 256, 6, 6));
  }

  @Test
  void ofVectors() {
    assertThat(dropout(oneDnn, 64, 4096)).isEqualTo(dropout(nd4j, 64, 4096));
  }

  @Test
  void inBfloat16() {
    Kernels bfloat16 = Bfloat16Kernels.make();
    Kernels inFloat = new Nd4jKernels(DataType.FLOAT, 1);
    assertThat(dropout(bfloat16, 64, 4096)).isEqualTo(dropout(inFloat, 64, 4096));
    assertThat(dropout(bfloat16, 2, 16, 6, 6)).isEqualTo(dropout(inFloat, 2, 16, 6, 6));
    assertThat(dropPath(bfloat16)).isEqualTo(dropPath(inFloat));
  }

  @Test
  void ofImagesOfOneChannelEveryElementHasItsOwn() {
    for (Kernels kernels : List.of(oneDnn, nd4j)) {
      long[] dims = {5, 1, 4, 3};
      Tensor mask = TestTensors.zeros(kernels, dims);
      Tensor x = TestTensors.of(kernels, Nd4j.ones(dims));
      Tensor y = TestTensors.zeros(kernels, dims);
      Dropout layer = kernels.dropout("layer", new DropoutOp(0.5));
      layer.forward(x, mask, y);
      assertThat(y.toArray()).isEqualTo(mask.toArray());
      layer.backward(mask, x, y);
      assertThat(y.toArray()).isEqualTo(mask.toArray());
      double kept = mask.toArray().sumNumber().doubleValue() / 2;
      assertThat(kept).isBetween(10.0, 50.0);
    }
  }

  @Test
  void ofPaths() {
    assertThat(dropPath(oneDnn)).isEqualTo(dropPath(nd4j));
  }
}
