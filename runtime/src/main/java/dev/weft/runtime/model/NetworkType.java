package dev.weft.runtime.model;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.runtime.tensor.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that is known of a network before one is made. The generated class has it as {@code TYPE}.
 *
 * <pre>{@code
 * NetworkType<ResNet50Network> type = ResNet50Network.TYPE;
 * type.parameters();                           // 25_557_032
 * type.trainingBytes(32, DataType.FLOAT);      // what the buffers of a training step take
 * ResNet50Network network = type.create(ModelOptions.defaults().seed(1));
 * }</pre>
 *
 * @param <M> the generated class
 */
public final class NetworkType<M extends Model> {
  private final Builder<M> known;

  private NetworkType(Builder<M> known) {
    this.known = known;
  }

  /** Starts a description; generated code calls it. */
  public static <M extends Model> Builder<M> named(
      String name, Function<ModelOptions, M> constructor) {
    return new Builder<>(name, constructor);
  }

  /** The name of the declaration: {@code ResNet50}. */
  public String name() {
    return known.name;
  }

  /** The shape of one input. */
  public Shape input() {
    return known.input;
  }

  /** The shape of one output. */
  public Shape output() {
    return known.output;
  }

  /** The number of trainable elements, those of frozen layers among them. */
  public long parameters() {
    return known.parameters;
  }

  /** Multiply-adds of convolutions and dense layers for one image. */
  public long macs() {
    return known.macs;
  }

  /**
   * The pixels of the input that one element of the last feature map sees; empty if no value of the
   * network is an image.
   */
  public Optional<Extent> receptiveField() {
    return Optional.ofNullable(known.receptiveField);
  }

  /** The bytes of all parameters and running statistics, without the parameters' gradients. */
  public long parameterBytes(DataType type) {
    return scaled(known.parameterBytes, 1, type.ofParameters());
  }

  /**
   * The bytes that inference keeps for a batch besides the parameters: the buffers that were
   * planned when the declaration compiled. What a kernel needs for the moment comes on top.
   */
  public long inferenceBytes(int batch, DataType type) {
    return scaled(known.inferenceBytes, batch, type);
  }

  /** The bytes that a training step keeps, as {@link #inferenceBytes} counts them. */
  public long trainingBytes(int batch, DataType type) {
    return scaled(known.trainingBytes, batch, type);
  }

  private static long scaled(long floatBytes, int batch, DataType type) {
    if (batch < 1) {
      throw new IllegalArgumentException("a batch has at least 1 image, but not " + batch);
    }
    return Math.multiplyExact(floatBytes / DataType.FLOAT.bytes() * type.bytes(), (long) batch);
  }

  /** The table of layers with their outputs, parameters, multiply-adds and receptive fields. */
  public String summary() {
    return known.summary.get();
  }

  /**
   * Where each layer was declared, by its name in the table: {@code layer1.0.conv1} at {@code
   * ResNetBlocks.java:21}; the line of the innermost call or of the annotation. Layers whose place
   * is not known are missing.
   */
  public Map<String, String> places() {
    return Places.parse(known.places.get(), summary());
  }

  /** A network of this type. */
  public M create(ModelOptions options) {
    return known.constructor.apply(options);
  }

  @Override
  public String toString() {
    return name();
  }

  /**
   * A description in the making.
   *
   * @param <M> the generated class
   */
  public static final class Builder<M extends Model> {
    private final String name;
    private final Function<ModelOptions, M> constructor;
    private Shape input = Shape.unknown();
    private Shape output = Shape.unknown();
    private long parameters;
    private long macs;
    private Extent receptiveField;
    private long parameterBytes;
    private long inferenceBytes;
    private long trainingBytes;
    private Supplier<String> summary = () -> "";
    private Supplier<String> places = () -> "";

    private Builder(String name, Function<ModelOptions, M> constructor) {
      this.name = name;
      this.constructor = constructor;
    }

    /** The shapes of one input and one output. */
    public Builder<M> shapes(Shape input, Shape output) {
      this.input = input;
      this.output = output;
      return this;
    }

    /** Trainable elements, and multiply-adds for one image. */
    public Builder<M> costs(long parameters, long macs) {
      this.parameters = parameters;
      this.macs = macs;
      return this;
    }

    /** What one element of the last feature map sees. */
    public Builder<M> receptiveField(int height, int width) {
      receptiveField = new Extent(height, width);
      return this;
    }

    /** Bytes in float32: of the arrays, and for one image in inference and in training. */
    public Builder<M> bytes(long parameters, long inference, long training) {
      parameterBytes = parameters;
      inferenceBytes = inference;
      trainingBytes = training;
      return this;
    }

    /** The table of layers. */
    public Builder<M> summary(Supplier<String> summary) {
      this.summary = summary;
      return this;
    }

    /** Where the layers were declared, row by row of the table: {@code ResNet.java: 20 21 22}. */
    public Builder<M> places(Supplier<String> places) {
      this.places = places;
      return this;
    }

    /** The type. */
    public NetworkType<M> build() {
      return new NetworkType<>(this);
    }
  }
}
