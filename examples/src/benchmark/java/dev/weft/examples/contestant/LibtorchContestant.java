package dev.weft.examples.contestant;

import dev.weft.examples.byhand.ByHand;
import dev.weft.examples.byhand.Dropout;
import dev.weft.examples.byhand.State;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** libtorch, eagerly, from Java: the networks by hand, with its own dropout and its own SGD. */
final class LibtorchContestant implements Contestant {
  private static final int IMAGE_RANK = 4;

  private final ByHand network;
  private final MemoryFormat format;
  private final State state;
  private final Tensor images;
  private final Tensor labels;
  private final SGD optimizer;

  /**
   * Takes images and the weights of convolutions in a memory format, which libtorch keeps from
   * layer to layer.
   */
  LibtorchContestant(Assignment assignment, MemoryFormat format) throws IOException {
    torch.set_num_threads(assignment.threads());
    network = assignment.network().byHand();
    this.format = format;
    images = formatted(tensor(assignment.images(), assignment.shape()));
    labels = Tensor.create(IntStream.of(assignment.labels()).asLongStream().toArray());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<Tensor> trained = new ArrayList<>();
    try (StoredWeights weights = new StoredWeights(assignment.weights())) {
      for (String name : weights.names()) {
        Tensor tensor = formatted(read(weights, name));
        boolean isTrained = assignment.mode() == Mode.TRAINING && !name.contains(".running_");
        tensors.put(name, isTrained ? tensor.set_requires_grad(true) : tensor);
        if (isTrained) {
          trained.add(tensor);
        }
      }
    }
    state = new State(tensors, new LibtorchDropout());
    optimizer = trained.isEmpty() ? null : optimizer(trained);
  }

  private static SGD optimizer(List<Tensor> trained) {
    SGDOptions options = new SGDOptions(Assignment.RATE);
    options.momentum().put(Assignment.MOMENTUM);
    return new SGD(new TensorVector(trained.toArray(Tensor[]::new)), options);
  }

  private static Tensor tensor(FloatBuffer values, long... shape) {
    return torch.from_blob(new FloatPointer(values), shape).clone();
  }

  private static Tensor read(StoredWeights weights, String name) throws IOException {
    Tensor tensor = torch.empty(weights.shape(name));
    BytePointer bytes = new BytePointer(tensor.data_ptr());
    weights.read(name, bytes.capacity(tensor.numel() * Float.BYTES).asByteBuffer());
    return tensor;
  }

  /** The tensor in the memory format, and nothing left of it in another. */
  private Tensor formatted(Tensor tensor) {
    if (tensor.dim() != IMAGE_RANK) {
      return tensor;
    }
    try (tensor) {
      return tensor.contiguous(format);
    }
  }

  @Override
  @SuppressWarnings("try") // scope and guard are only closed
  public void predict() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      state.infer(network, images);
    }
  }

  @Override
  @SuppressWarnings("try")
  public float[] output() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor output = state.infer(network, images).contiguous();
      float[] values = new float[Math.toIntExact(output.numel())];
      output.data_ptr_float().get(values);
      return values;
    }
  }

  @Override
  @SuppressWarnings("try")
  public double step() {
    try (PointerScope scope = new PointerScope()) {
      optimizer.zero_grad();
      Tensor loss = torch.cross_entropy_loss(state.train(network, images), labels);
      for (State.Side side : state.sides()) {
        Tensor ofSide = torch.cross_entropy_loss(side.logits(), labels);
        loss = loss.add(ofSide.mul(new Scalar(side.weight())));
      }
      loss.backward();
      optimizer.step();
      return loss.item_double();
    }
  }

  private static final class LibtorchDropout implements Dropout {
    @Override
    public Tensor elements(double p, Tensor values) {
      return torch.dropout(values, p, true);
    }

    @Override
    public Tensor images(double p, Tensor values) {
      return values.mul(torch.dropout(torch.ones(values.size(0), 1, 1, 1), p, true));
    }
  }
}
