package dev.weft.examples.byhand;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Values on their way through a network by hand, and the functions of libtorch on them. Where one
 * has parameters, their names are said, and their shapes follow from what else is.
 *
 * <pre>{@code
 * x.conv("conv1", 64, 7, 2, 3).norm("bn1").relu().maxPool(3, 2, 1)
 * }</pre>
 */
public final class Features {
  private static final double EPSILON = 1e-5;
  private static final boolean CUDNN = false;

  private final State state;
  private final Tensor values;

  Features(State state, Tensor values) {
    this.state = state;
    this.values = values;
  }

  Tensor values() {
    return values;
  }

  int channels() {
    return (int) values.size(1);
  }

  private Features with(Tensor results) {
    return new Features(state, results);
  }

  /** A convolution without a bias. */
  Features conv(String name, int filters, int kernel, int stride, int padding) {
    return conv(name, filters, kernel, stride, padding, 1, false);
  }

  Features depthwiseConv(String name, int kernel, int stride) {
    return conv(name, channels(), kernel, stride, kernel / 2, channels(), false);
  }

  Features dilatedConv(String name, int filters, int kernel, int dilation) {
    long[] one = {1};
    long[] wide = {dilation};
    Tensor weight = state.get(name + ".weight", filters, channels(), kernel, kernel);
    return with(torch.conv2d(values, weight, new TensorOptional(), one, wide, wide, 1));
  }

  Features biasedConv(String name, int filters, int kernel, int stride, int padding) {
    return biasedConv(name, filters, kernel, stride, padding, 1);
  }

  Features biasedConv(String name, int filters, int kernel, int stride, int padding, int groups) {
    return conv(name, filters, kernel, stride, padding, groups, true);
  }

  private Features conv(
      String name, int filters, int kernel, int stride, int padding, int groups, boolean bias) {
    return with(
        torch.conv2d(
            values,
            state.get(name + ".weight", filters, channels() / groups, kernel, kernel),
            bias ? optional(name + ".bias", filters) : new TensorOptional(),
            new long[] {stride},
            new long[] {padding},
            new long[] {1},
            groups));
  }

  /** A dense layer with a bias, on whatever there is as a vector. */
  Features dense(String name, int units) {
    Tensor vector = torch.flatten(values, 1, -1);
    Tensor weight = state.get(name + ".weight", units, vector.size(1));
    return with(torch.linear(vector, weight, optional(name + ".bias", units)));
  }

  /** A batch normalisation. */
  Features norm(String name) {
    return norm(name, EPSILON);
  }

  Features norm(String name, double epsilon) {
    double momentum = 0.1;
    return with(
        torch.batch_norm(
            values,
            optional(name + ".weight", channels()),
            optional(name + ".bias", channels()),
            optional(name + ".running_mean", channels()),
            optional(name + ".running_var", channels()),
            state.training(),
            momentum,
            epsilon,
            CUDNN));
  }

  /** Of eight groups. */
  Features groupNorm(String name) {
    return groupNorm(name, 8);
  }

  /** Of a group a channel. */
  Features instanceNorm(String name) {
    return groupNorm(name, channels());
  }

  private Features groupNorm(String name, int groups) {
    TensorOptional weight = optional(name + ".weight", channels());
    TensorOptional bias = optional(name + ".bias", channels());
    return with(torch.group_norm(values, groups, weight, bias, EPSILON, CUDNN));
  }

  /** Over all channels and pixels, each with a scale of its own. */
  Features layerNorm(String name) {
    long[] shape = Arrays.copyOfRange(values.shape(), 1, 4);
    TensorOptional weight = optional(name + ".weight", shape);
    TensorOptional bias = optional(name + ".bias", shape);
    return with(torch.layer_norm(values, shape, weight, bias, EPSILON, CUDNN));
  }

  /**
   * The response normalisation of AlexNet's paper, section 3.3, over five channels and with the
   * exponent 0.75.
   */
  Features responseNorm(double k, double alpha) {
    Tensor squares = torch.constant_pad_nd(values.mul(values), 0, 0, 0, 0, 2, 2);
    Tensor sum = squares.narrow(1, 0, channels());
    for (int i = 1; i < 5; i++) {
      sum = sum.add(squares.narrow(1, i, channels()));
    }
    Tensor scale = sum.mul(new Scalar(alpha)).add(new Scalar(k));
    return with(values.div(scale.pow(new Scalar(0.75))));
  }

  Features relu() {
    return with(torch.relu(values));
  }

  Features tanh() {
    return with(torch.tanh(values));
  }

  Features sigmoid() {
    return with(torch.sigmoid(values));
  }

  Features swish() {
    return with(torch.silu(values));
  }

  Features maxPool(int kernel, int stride, int padding) {
    return maxPool(kernel, stride, padding, false);
  }

  /** A pool that rounds its size up. */
  Features maxPoolUp(int kernel, int stride) {
    return maxPool(kernel, stride, 0, true);
  }

  private Features maxPool(int kernel, int stride, int padding, boolean up) {
    long[] size = {kernel};
    long[] one = {1};
    return with(torch.max_pool2d(values, size, new long[] {stride}, new long[] {padding}, one, up));
  }

  Features avgPool(int kernel, int stride) {
    long[] size = {kernel};
    long[] none = {0};
    boolean up = false;
    boolean countPadding = true;
    return with(
        torch.avg_pool2d(
            values, size, new long[] {stride}, none, up, countPadding, new LongOptional()));
  }

  Features adaptiveAvgPool(int size) {
    return with(torch.adaptive_avg_pool2d(values, size, size));
  }

  /** One number a channel. */
  Features mean() {
    return adaptiveAvgPool(1);
  }

  Features dropout(double p) {
    return state.training() ? with(state.dropout().elements(p, values)) : this;
  }

  /** Stochastic depth: drops whole images. */
  Features dropPath(double p) {
    return state.training() ? with(state.dropout().images(p, values)) : this;
  }

  Features plus(Features others) {
    return with(values.add(others.values));
  }

  Features times(Features factors) {
    return with(values.mul(factors.values));
  }

  /** Every second pixel, and as many zero channels in front as behind: ResNet's option A. */
  Features optionA(int channels) {
    int side = (channels - channels()) / 2;
    LongOptional all = new LongOptional();
    Tensor pixels = values.slice(2, all, all, 2).slice(3, all, all, 2);
    return with(torch.constant_pad_nd(pixels, 0, 0, 0, 0, side, side));
  }

  static Features concat(Features... parts) {
    Tensor[] tensors = Arrays.stream(parts).map(Features::values).toArray(Tensor[]::new);
    return parts[0].with(torch.cat(new TensorVector(tensors), 1));
  }

  /** These, with an auxiliary head in training, whose loss counts 0.3. */
  Features auxiliary(UnaryOperator<Features> head) {
    if (state.training()) {
      state.sides().add(new State.Side(head.apply(this).values, 0.3));
    }
    return this;
  }

  private TensorOptional optional(String name, long... shape) {
    return new TensorOptional(state.get(name, shape));
  }
}
