package dev.weft.runtime.testing;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The way to libtorch and back. Tests that use it carry the tag {@value #TAG}, as it is not
 * published for every platform.
 *
 * <pre>{@code
 * Tensor x = Libtorch.leaf(images);
 * Tensor y = torch.relu(x);
 * INDArray output = Libtorch.array(y);
 * INDArray gradient = Libtorch.gradients(y, outputGradient, List.of(x)).get(0);
 * }</pre>
 */
public final class Libtorch {
  /** The JUnit tag of tests that need libtorch. */
  public static final String TAG = "torch";

  static {
    // An oracle must be right, not fast: with oneDNN, gradients of convolutions are wrong, and
    // different in each run, on some processors of AMD's.
    torch.globalContext().setUserEnabledMkldnn(false);
  }

  private Libtorch() {}

  /** A copy of an array of float or double. */
  public static Tensor tensor(INDArray array) {
    // Without the Java heap between, which arrays of some networks would fill.
    INDArray flat = TestArrays.flat(array);
    ScalarType type = array.dataType() == DataType.DOUBLE ? ScalarType.Double : ScalarType.Float;
    return torch
        .from_blob(
            flat.data().addressPointer(),
            array.shape(),
            new TensorOptions().dtype(new ScalarTypeOptional(type)))
        .clone();
  }

  /** A copy by which {@link #gradients} can differentiate. */
  public static Tensor leaf(INDArray array) {
    return tensor(array).set_requires_grad(true);
  }

  /** A copy of a tensor of float or double. */
  public static INDArray array(Tensor tensor) {
    Tensor dense = tensor.detach().contiguous();
    int length = Math.toIntExact(dense.numel());
    if (dense.scalar_type().intern() == ScalarType.Double) {
      double[] values = new double[length];
      dense.<DoubleBuffer>createBuffer().get(values);
      return Nd4j.createFromArray(values).reshape('c', dense.shape());
    }
    float[] values = new float[length];
    dense.<FloatBuffer>createBuffer().get(values);
    return Nd4j.createFromArray(values).reshape('c', dense.shape());
  }

  /**
   * The gradients of {@code sum(output outputGradient)} by the leaves; {@code output} is used up.
   */
  public static List<INDArray> gradients(
      Tensor output, INDArray outputGradient, List<Tensor> leaves) {
    output.backward(
        tensor(outputGradient), new BoolOptional(), false, new TensorArrayRefOptional());
    List<INDArray> gradients = new ArrayList<>();
    for (Tensor leaf : leaves) {
      gradients.add(array(leaf.grad()));
    }
    return gradients;
  }
}
