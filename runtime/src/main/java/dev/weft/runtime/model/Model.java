package dev.weft.runtime.model;

import dev.weft.dsl.Shape;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.observe.LayerObserver;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.Strictness;
import dev.weft.runtime.weights.WeightsException;
import dev.weft.runtime.weights.WeightsReader;
import dev.weft.runtime.weights.WeightsWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What every generated network is: parameters by PyTorch's names, a forward pass for inference, and
 * a forward and a backward pass for training. Not to be shared between threads, but what {@link
 * #freeze} makes of it. On the processor, a pass chooses how many OpenMP threads the calling
 * thread's own ND4J operations use from then on: all processors behind one of oneDNN's, one behind
 * one of ND4J's, unless the environment variable {@code OMP_NUM_THREADS} chooses a number.
 *
 * <pre>{@code
 * LeNet5Network network = new LeNet5Network(ModelOptions.defaults().seed(1));
 * INDArray logits = network.predict(images);       // batch x 1 x 32 x 32 to batch x 10
 * }</pre>
 */
public abstract class Model {
  /** What makes this network's layers and memory. */
  protected final Kernels kernels;

  /** How this network was made. */
  protected final ModelOptions options;

  private final PassCache<TrainingPass> trainingPasses = new PassCache<>();
  private final PassCache<InferencePass> inferencePasses = new PassCache<>();

  /** Another one in tests of what a small machine does. */
  MemoryGuard memory = MemoryGuard.ofProcess();

  private final AtomicBoolean busy = new AtomicBoolean();

  /** The pass of the last {@link #forward}, until {@link #backward} has used up what it kept. */
  private TrainingPass pending;

  private TrainingPass finished;

  /** Chooses the kernels. */
  protected Model(ModelOptions options) {
    this.options = options;
    kernels = Replica.kernels().orElseGet(() -> KernelChoice.make(options));
  }

  /** All that is known of this network without its numbers: shapes, costs, the table of layers. */
  public abstract NetworkType<?> type();

  /** The shape of one input. */
  public final Shape inputShape() {
    return type().input();
  }

  /** The shape of one output. */
  public final Shape outputShape() {
    return type().output();
  }

  /** The table of layers with their outputs, parameters, multiply-adds and receptive fields. */
  public final String summary() {
    return type().summary();
  }

  /** Memory and steps of training for a batch size. */
  protected abstract TrainingPass trainingPass(int batch);

  /** Memory and steps of inference for a batch size. */
  protected abstract InferencePass inferencePass(int batch);

  /** The parameters that training changes, in the order of the layers. */
  public final List<Parameter> parameters() {
    return kernels.parameters().stream().filter(Parameter::isTrainable).toList();
  }

  /** The parameters of frozen layers, which training leaves as they are, in their order. */
  public final List<Parameter> frozenParameters() {
    return kernels.parameters().stream().filter(Parameter::isFrozen).toList();
  }

  /** The running statistics, which belong to the state but not to what the optimiser changes. */
  public final List<Parameter> statistics() {
    return kernels.parameters().stream()
        .filter(parameter -> !parameter.isTrainable() && !parameter.isFrozen())
        .toList();
  }

  /** All parameters, frozen or not, and running statistics, layer by layer. */
  public final List<Parameter> arrays() {
    return kernels.parameters();
  }

  /** The number of elements that training changes. */
  public final long parameterCount() {
    return parameters().stream().mapToLong(Parameter::size).sum();
  }

  /**
   * The parameter, frozen or not, or the running statistic of this name.
   *
   * @throws IllegalArgumentException if there is none; the message has the nearest name that there
   *     is
   */
  public final Parameter parameter(String name) {
    return ParameterNames.find(name, this);
  }

  /**
   * The type in which it computes: that of its options, but {@link DataType#FLOAT} for {@link
   * DataType#BFLOAT16} where the processor has no such numbers, or ND4J computes the network.
   */
  public final DataType dataType() {
    return kernels.dataType();
  }

  /** Where the generators of its dropout masks stand, for {@link #continueRandomAt}. */
  public final long[] randomState() {
    return kernels.randomState();
  }

  /**
   * Lets dropout go on as it did in the network, or in one of its type, whose {@link #randomState}
   * it was.
   *
   * @throws IllegalArgumentException if that was of a network of other layers
   */
  public final void continueRandomAt(long... state) {
    kernels.continueRandomAt(state);
  }

  /**
   * The bytes of all buffers that its passes made so far: one pass for inference and one for
   * training, for each new batch size. {@link NetworkType} tells them beforehand.
   *
   * <pre>{@code
   * network.predict(images);      // the first time, with a batch of 8
   * network.bufferBytes();        // LeNet5Network.TYPE.inferenceBytes(8, DataType.FLOAT)
   * }</pre>
   */
  public final long bufferBytes() {
    return kernels.bufferBytes();
  }

  /**
   * Writes all parameters and running statistics into a safetensors file, under PyTorch's names, in
   * the order of the layers, in double precision if this network's, else in single. A file that is
   * there is replaced at once when the new one is complete; if anything fails, it stays as it is.
   *
   * <pre>{@code
   * network.saveWeights(Path.of("lenet5.safetensors"));   // safetensors.torch.load_file reads it
   * }</pre>
   *
   * @throws WeightsException if the file cannot be written
   */
  public final void saveWeights(Path file) throws WeightsException {
    inTurn(
        () -> {
          WeightsWriter.write(file, dataType(), kernels.parameters());
          return file;
        });
  }

  /**
   * Reads all parameters and running statistics from a safetensors file, as {@link #saveWeights} or
   * PyTorch writes it, in half, single or double precision. Each must be there under its name and
   * in its shape, and nothing else but PyTorch's {@code num_batches_tracked}.
   *
   * <pre>{@code
   * network.loadWeights(Path.of("lenet5.safetensors"));
   * }</pre>
   *
   * @throws WeightsException if the file cannot be read, is damaged, or does not fit; the message
   *     lists all that is missing, unexpected or of another shape or type. Nothing is loaded then.
   */
  public final void loadWeights(Path file) throws WeightsException {
    loadWeights(file, Strictness.STRICT);
  }

  /**
   * The same, or only what file and network have in common: for a backbone under a new head.
   *
   * <pre>{@code
   * LoadedWeights weights = network.loadWeights(file, Strictness.LENIENT);
   * weights.missing();      // [fc.weight, fc.bias], which are as they were
   * }</pre>
   *
   * @return what was loaded and what not
   * @throws WeightsException if the file cannot be read, is damaged, or does not fit: even {@link
   *     Strictness#LENIENT} refuses an array of another shape or type, and a file without any name
   *     of the network's. Nothing is loaded then.
   */
  public final LoadedWeights loadWeights(Path file, Strictness strictness) throws WeightsException {
    return inTurn(() -> weightsReader().read(file, strictness));
  }

  /**
   * Reads the file of a network that is a block of this one, for a trained backbone under a new
   * head. All that the block has must be in the file, under its name inside the block; what the
   * file has besides, such as the stages from {@code until} on, is left out.
   *
   * <pre>{@code
   * // default Layer backbone() { return network(ResNet18.class).until("fc"); }
   * LoadedWeights weights = network.loadWeights(Path.of("resnet18.safetensors"), "backbone");
   * weights.unexpected();      // [fc.weight, fc.bias]
   * }</pre>
   *
   * @param block the name of a stage, or of what it holds, {@code backbone.layer1}
   * @return what was loaded and what not, under the file's names
   * @throws WeightsException if the file cannot be read, is damaged, or does not fit the block.
   *     Nothing is loaded then.
   * @throws IllegalArgumentException if there is no such block
   */
  public final LoadedWeights loadWeights(Path file, String block) throws WeightsException {
    return inTurn(() -> weightsReader().readBlock(file, block));
  }

  /**
   * Another network of this type with the same parameters and statistics, whose layers report to an
   * observer: to look into what this one computes.
   */
  public final Model observedBy(LayerObserver observer) {
    return inTurn(
        () -> {
          Model other = type().create(options.observer(observer));
          List<Parameter> copies = other.kernels.parameters();
          List<Parameter> own = kernels.parameters();
          for (int i = 0; i < own.size(); i++) {
            copies.get(i).set(own.get(i).get());
          }
          return other;
        });
  }

  private WeightsReader weightsReader() {
    return new WeightsReader(getClass().getSimpleName(), kernels.parameters());
  }

  /**
   * The output in inference mode: dropout off, running statistics in place of the batch's.
   *
   * @param images a batch of inputs
   * @return a new array
   * @throws IllegalArgumentException if the array has another shape; the message names both
   * @throws BatchTooLargeException if the batch does not fit in memory
   */
  public final INDArray predict(INDArray images) {
    return inTurn(() -> infer(images));
  }

  private INDArray infer(INDArray images) {
    int batch = BatchShape.inputs(this).batchOf(images);
    InferencePass pass = preparedInference(batch);
    return memory.watch(
        this::inferenceMemory,
        batch,
        inferencePasses,
        () -> {
          pass.input().assign(images);
          pass.run();
          return pass.output().toArray();
        });
  }

  /**
   * Takes the memory for predictions of a batch now, rather than with the first of its size.
   *
   * <pre>{@code
   * network.prepareInference(32);      // before it reads 32 files
   * }</pre>
   *
   * @throws BatchTooLargeException if the batch does not fit in memory
   */
  public final void prepareInference(int batch) {
    inTurn(() -> preparedInference(BatchShape.inputs(this).requireBatch(batch)));
  }

  private InferencePass preparedInference(int batch) {
    return memory.prepare(this::inferenceMemory, batch, inferencePasses, this::inferencePass);
  }

  private BatchMemory inferenceMemory() {
    return BatchMemory.ofInference(this, inferencePasses.isEmpty());
  }

  /**
   * The output in training mode; {@link #backward} may follow.
   *
   * @param images a batch of inputs
   * @return a new array
   * @throws IllegalArgumentException if the array has another shape; the message names both
   * @throws BatchTooLargeException if the batch does not fit in memory
   * @throws BatchTooSmallException if a batch normalisation has but one value a channel
   */
  public final INDArray forward(INDArray images) {
    return inTurn(() -> trainForward(images));
  }

  private INDArray trainForward(INDArray images) {
    int batch = BatchShape.inputs(this).batchOf(images);
    TrainingPass pass = preparedTraining(batch);
    return memory.watch(
        this::trainingMemory,
        batch,
        trainingPasses,
        () -> {
          pass.input().assign(images);
          pass.forward();
          pending = pass;
          return pass.output().toArray();
        });
  }

  /**
   * Takes the memory for training with a batch now, rather than with the first of its size. What
   * the last {@link #forward} kept is gone then.
   *
   * @throws BatchTooLargeException if the batch does not fit in memory
   */
  public final void prepareTraining(int batch) {
    inTurn(() -> preparedTraining(BatchShape.inputs(this).requireBatch(batch)));
  }

  private TrainingPass preparedTraining(int batch) {
    // What the last pass kept may already be lost when this one fails.
    pending = null;
    finished = null;
    return memory.prepare(this::trainingMemory, batch, trainingPasses, this::trainingPass);
  }

  private BatchMemory trainingMemory() {
    return BatchMemory.ofTraining(this, trainingPasses.isEmpty());
  }

  /**
   * What the auxiliary heads put out in the last {@link #forward}, in the order of their
   * declaration; empty for a network without such heads. Their losses belong to the network's:
   *
   * <pre>{@code
   * INDArray output = network.forward(images);
   * INDArray aux = network.sideOutputs().get(0).values();
   * network.backward(lossGradient(output), lossGradient(aux).mul(0.3));
   * }</pre>
   *
   * @return new arrays
   * @throws IllegalStateException if no forward pass came before, or its values are used up by a
   *     backward pass
   */
  public final List<SideOutput> sideOutputs() {
    return inTurn(
        () ->
            pending("sideOutputs", "call it between forward and backward").sideOutputs().stream()
                .map(side -> new SideOutput(side.output().toArray(), side.weight()))
                .toList());
  }

  /**
   * Computes the gradients of the parameters for the last {@link #forward}.
   *
   * @param outputGradient the gradient of the loss by the output
   * @param sideGradients its gradients by the {@link #sideOutputs}, one for each, their weights
   *     multiplied in. None may be left out, or its head would go untrained unnoticed: zeros say
   *     that it is meant.
   * @throws IllegalArgumentException if an array has another shape than its output, or there is not
   *     one for each side output
   * @throws IllegalStateException if no forward pass came before, or its values are used up by an
   *     earlier backward pass
   */
  public final void backward(INDArray outputGradient, INDArray... sideGradients) {
    inTurn(() -> trainBackward(outputGradient, sideGradients));
  }

  private TrainingPass trainBackward(INDArray outputGradient, INDArray... sideGradients) {
    TrainingPass pass = pending("backward", "call forward again before it");
    List<TrainingPass.SideTensors> sides = pass.sideOutputs();
    long batch = pass.outputGradient().dims()[0];
    BatchShape.outputs(this).check(outputGradient, batch);
    SideGradients.check(this, sides, sideGradients);
    pending = null;
    return memory.watch(
        this::trainingMemory,
        Math.toIntExact(batch),
        trainingPasses,
        () -> {
          pass.outputGradient().assign(outputGradient);
          for (int i = 0; i < sideGradients.length; i++) {
            sides.get(i).gradient().assign(sideGradients[i]);
          }
          pass.backward();
          finished = pass;
          return pass;
        });
  }

  /**
   * The pass of which a method needs the values.
   *
   * @param again what to do where they are used up
   */
  private TrainingPass pending(String method, String again) {
    if (pending == null) {
      throw new IllegalStateException(
          finished == null
              ? method + " needs the values of a forward pass: call forward before it"
              : method
                  + " needs the values of the last forward pass, which backward has used up: "
                  + again);
    }
    return pending;
  }

  /**
   * A copy of the network as it is now, for inference by any number of threads at once. What
   * becomes of this network later does not change it.
   *
   * <pre>{@code
   * FrozenModel frozen = network.freeze();
   * INDArray logits = frozen.predict(images);      // in each of many threads
   * }</pre>
   */
  public final FrozenModel freeze() {
    return inTurn(() -> new FrozenModel(this, OptionalInt.empty()));
  }

  /**
   * The same.
   *
   * @param threads how many threads each prediction takes: 1 where as many threads call as there
   *     are processors. The matrix products of ND4J's kernels take all processors whatever it is.
   */
  public final FrozenModel freeze(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "a prediction takes at least 1 thread, but not " + threads);
    }
    return inTurn(() -> new FrozenModel(this, OptionalInt.of(threads)));
  }

  /** A pass, or whatever else needs the network's memory for itself. */
  private interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does work, of which there can be but one at a time: all use the same memory. */
  private <T, E extends Exception> T inTurn(Work<T, E> work) throws E {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException(
          getClass().getSimpleName()
              + " is at work in another thread: give each thread a network of its own, or let them"
              + " share what freeze() makes");
    }
    try {
      kernels.attachThread();
      return work.run();
    } finally {
      busy.set(false);
    }
  }

  /**
   * The gradient of the loss by the images of the last {@link #backward}, if the options ask for
   * it.
   *
   * @return a new array
   * @throws IllegalStateException if they do not, or there was no backward pass after the last
   *     forward pass, or what is frozen stands between the images and all that is trained
   */
  public final INDArray inputGradient() {
    if (!options.inputGradient()) {
      throw new IllegalStateException(
          "the network was made without the gradient of its input: make it with"
              + " ModelOptions.defaults().withInputGradient()");
    }
    if (finished == null) {
      throw new IllegalStateException(
          "there is no gradient of the input yet: call forward and backward before");
    }
    Tensor gradient = finished.inputGradient();
    if (gradient == null) {
      throw new IllegalStateException(
          "there is no gradient of the input: "
              + getClass().getSimpleName()
              + " is frozen in front of all that is trained, where no backward pass goes");
    }
    return gradient.toArray();
  }
}
