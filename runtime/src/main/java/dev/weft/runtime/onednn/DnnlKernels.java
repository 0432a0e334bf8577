package dev.weft.runtime.onednn;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.layer.Add;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.ChannelShuffle;
import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Crop;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.layer.Pad;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.PixelShuffle;
import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.layer.Upsample;
import dev.weft.runtime.nd4j.HostThreads;
import dev.weft.runtime.nd4j.MaskFactory;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.DataType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Kernels made of oneDNN's primitives, for networks in float or bfloat16 on processors. What oneDNN
 * lacks is computed by {@link Nd4jKernels} on copies. First weights and dropout masks are those of
 * {@link Nd4jKernels} of the same seed.
 */
public final class DnnlKernels implements Kernels {
  private final Cpu cpu;
  private final ParameterFactory parameters;
  private final MaskFactory masks;
  private final Nd4jKernels nd4j;
  private final Portable portable;
  private final OptionalInt threads;

  /** Counted together with those of the kernels of frozen layers. */
  private final AtomicLong bufferBytes;

  /**
   * Kernels for one network.
   *
   * @param type {@link DataType#FLOAT}, or {@link DataType#BFLOAT16} unless {@link #bfloat16()} is
   *     missing
   */
  public DnnlKernels(DataType type, long seed) {
    this(new Cpu(Numbers.of(type)), new SplittableRandom(seed));
  }

  private DnnlKernels(Cpu cpu, SplittableRandom seeds) {
    this(
        cpu,
        new ParameterFactory(
            Numbers.FLOAT.array(),
            seeds.nextLong(),
            cpu::parametersChange,
            new DnnlArithmetic(cpu)),
        new MaskFactory(seeds.split()),
        OptionalInt.empty(),
        new AtomicLong());
  }

  private DnnlKernels(
      Cpu cpu,
      ParameterFactory parameters,
      MaskFactory masks,
      OptionalInt threads,
      AtomicLong bufferBytes) {
    this.cpu = cpu;
    this.parameters = parameters;
    this.masks = masks;
    this.threads = threads;
    this.bufferBytes = bufferBytes;
    nd4j = new Nd4jKernels(parameters);
    portable = new Portable(nd4j, cpu);
  }

  /** Why oneDNN cannot be used on this machine; empty if it can. */
  public static Optional<String> unavailable() {
    return Native.FAULT;
  }

  /** What computes in bfloat16 on this machine, where oneDNN can be used at all. */
  public static Bfloat16 bfloat16() {
    int set = dnnl.dnnl_get_effective_cpu_isa();
    if (has(set, dnnl.dnnl_cpu_isa_avx512_core_bf16)) {
      return Bfloat16.NATIVE;
    }
    return has(set, dnnl.dnnl_cpu_isa_avx512_core) ? Bfloat16.EMULATED : Bfloat16.MISSING;
  }

  /** oneDNN's sets of instructions hold the bits of those that they include. */
  private static boolean has(int set, int wanted) {
    return (set & wanted) == wanted;
  }

  /** Loads the native library when it is first asked for. */
  private static final class Native {
    private static final Optional<String> FAULT = load();

    private static Optional<String> load() {
      try {
        Loader.load(dnnl.class);
        return Optional.empty();
      } catch (LinkageError fault) {
        return Optional.of(fault.getClass().getSimpleName() + ": " + fault.getMessage());
      }
    }
  }

  @Override
  public void attachThread() {
    threads.ifPresentOrElse(HostThreads::use, HostThreads::useAll);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters.created();
  }

  @Override
  public Supplier<Kernels> forInference(OptionalInt threads) {
    Supplier<ParameterFactory> copies = parameters.forInference();
    Cpu first = Cpu.forInference(cpu.activations());
    return () ->
        new DnnlKernels(
            first.replica(),
            copies.get(),
            new MaskFactory(new SplittableRandom(0)),
            threads,
            new AtomicLong());
  }

  @Override
  public Kernels frozen() {
    ParameterFactory ofFrozen = parameters.frozen(cpu::frozenChange);
    return new DnnlKernels(cpu, ofFrozen, masks, threads, bufferBytes);
  }

  @Override
  public Buffer buffer(long elements) {
    Numbers numbers = cpu.activations();
    bufferBytes.addAndGet(elements * numbers.bytes());
    return new DnnlBuffer(
        cpu, Nd4j.createUninitializedDetached(numbers.array(), elements).assign(0));
  }

  @Override
  public DataType dataType() {
    return cpu.activations() == Numbers.FLOAT ? DataType.FLOAT : DataType.BFLOAT16;
  }

  @Override
  public long[] randomState() {
    return masks.state();
  }

  @Override
  public void continueRandomAt(long... state) {
    masks.continueAt(state);
  }

  @Override
  public long bufferBytes() {
    return bufferBytes.get();
  }

  @Override
  public String lastImplementation() {
    return cpu.lastImplementation();
  }

  @Override
  public Conv2d conv2d(String name, ConvOp op) {
    return new DnnlConv2d(name, op, parameters, cpu);
  }

  @Override
  public TransposedConv2d transposedConv2d(String name, TransposedConvOp op) {
    Extent stride = op.window().stride();
    Extent more = op.outputPadding();
    // oneDNN takes no output that goes on for a stride or more behind the last window.
    return more.height() < stride.height() && more.width() < stride.width()
        ? new DnnlTransposedConv2d(name, op, parameters, cpu)
        : portable.of(nd4j.transposedConv2d(name, op));
  }

  @Override
  public Dense dense(String name, DenseOp op) {
    return new DnnlDense(name, op, parameters, cpu);
  }

  @Override
  public BatchNorm batchNorm(String name, BatchNormOp op) {
    return new DnnlBatchNorm(name, op, parameters, cpu);
  }

  @Override
  public LayerNorm layerNorm(String name, LayerNormOp op) {
    return new DnnlLayerNorm(name, op, parameters, cpu);
  }

  @Override
  public GroupNorm groupNorm(String name, GroupNormOp op) {
    return new DnnlGroupNorm(name, op, parameters, cpu);
  }

  @Override
  public LocalResponseNorm localResponseNorm(String name, LocalResponseNormOp op) {
    LocalResponseNorm byNd4j = portable.of(nd4j.localResponseNorm(name, op));
    return op.size() % 2 == 0 ? byNd4j : new DnnlLocalResponseNorm(op, byNd4j, cpu);
  }

  @Override
  public MaxPool2d maxPool2d(String name, MaxPoolOp op) {
    return new DnnlMaxPool2d(op, cpu);
  }

  @Override
  public AvgPool2d avgPool2d(String name, AvgPoolOp op) {
    // Of windows that reach beyond the padding, oneDNN counts what lies there as well.
    return op.window().ceilMode() && op.countIncludePad()
        ? portable.of(nd4j.avgPool2d(name, op))
        : new DnnlAveraging(op.window(), op.countIncludePad(), cpu);
  }

  @Override
  public AdaptiveAvgPool2d adaptiveAvgPool2d(String name, AdaptiveAvgPoolOp op) {
    return new DnnlAdaptiveAvgPool2d(cpu);
  }

  @Override
  public GlobalAvgPool2d globalAvgPool2d(String name) {
    return DnnlAveraging.parting(cpu);
  }

  @Override
  public Elementwise elementwise(String name, ActivationOp op) {
    return new DnnlElementwise(Function.of(op), cpu);
  }

  @Override
  public Elementwise leakyRelu(String name, LeakyReluOp op) {
    return new DnnlElementwise(Function.of(op), cpu);
  }

  @Override
  public Softmax softmax(String name) {
    return new DnnlSoftmax(cpu);
  }

  @Override
  public Fused fused(Conv2d first) {
    return new DnnlFused((DnnlConv2d) first, null, null, cpu);
  }

  @Override
  public Fused fused(Dense first) {
    return new DnnlFused((DnnlDense) first, null, null, cpu);
  }

  @Override
  public Fused fused(BatchNorm first) {
    return new DnnlFused(null, (DnnlBatchNorm) first, null, cpu);
  }

  @Override
  public Dropout dropout(String name, DropoutOp op) {
    return new DnnlDropout(masks.create(op.p()), cpu);
  }

  @Override
  public DropPath dropPath(String name, DropPathOp op) {
    return new DnnlDropout(masks.create(op.p()), cpu);
  }

  @Override
  public Add add(String name) {
    return new DnnlAdd(cpu);
  }

  @Override
  public Concat concat(String name) {
    return new DnnlConcat(cpu);
  }

  @Override
  public Scale scale(String name) {
    return new DnnlScale(cpu);
  }

  @Override
  public Subsample subsample(String name, SubsampleOp op) {
    // The average of windows of one pixel each.
    Window single = Window.of(1, 1).stride(op.stride().height(), op.stride().width());
    return new DnnlAveraging(single, true, cpu);
  }

  @Override
  public PadChannels padChannels(String name, PadChannelsOp op) {
    return copying(x -> x, y -> y.range(1, op.before(), y.dim(1) - op.after()));
  }

  @Override
  public Pad pad(String name, PadOp op) {
    return copying(x -> x, y -> inner(y, op.sides()));
  }

  @Override
  public Crop crop(String name, CropOp op) {
    return copying(x -> inner(x, op.sides()), y -> y);
  }

  private static Layout inner(Layout image, Sides sides) {
    return image
        .range(2, sides.top(), image.dim(2) - sides.bottom())
        .range(3, sides.left(), image.dim(3) - sides.right());
  }

  @Override
  public Upsample upsample(String name, UpsampleOp op) {
    return new DnnlUpsample(op.factor(), cpu);
  }

  @Override
  public PixelShuffle pixelShuffle(String name, PixelShuffleOp op) {
    long factor = op.factor();
    return copying(
        x -> x.split(1, factor * factor).split(2, factor).permuted(0, 1, 4, 2, 5, 3),
        y -> y.split(2, factor).split(4, factor));
  }

  @Override
  public ChannelShuffle channelShuffle(String name, ChannelShuffleOp op) {
    return copying(
        x -> x.split(1, x.dim(1) / op.groups()).permuted(0, 2, 1, 3, 4),
        y -> y.split(1, op.groups()));
  }

  private Copying copying(UnaryOperator<Layout> read, UnaryOperator<Layout> written) {
    return new Copying(read, written, cpu);
  }
}
