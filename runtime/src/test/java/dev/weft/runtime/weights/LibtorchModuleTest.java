package dev.weft.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.StringVector;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first block of the second stage of a residual network, as torchvision builds and names it,
 * takes our weights, and we take its.
 */
@Tag(Libtorch.TAG)
class LibtorchModuleTest {
  private static final String COUNTS = "num_batches_tracked";

  @TempDir private Path directory;

  private static List<Parameter> ours(long seed) {
    Kernels kernels = new Nd4jKernels(DataType.FLOAT, seed);
    String block = "layer2.0.";
    kernels.conv2d(block + "conv1", ConvOp.of(4, 8, Window.of(3, 3)).noBias());
    kernels.batchNorm(block + "bn1", new BatchNormOp(8, 1e-5, 0.1));
    kernels.conv2d(block + "conv2", ConvOp.of(8, 8, Window.of(3, 3)).noBias());
    kernels.batchNorm(block + "bn2", new BatchNormOp(8, 1e-5, 0.1));
    kernels.conv2d(block + "downsample.0", ConvOp.of(4, 8, Window.of(1, 1)).noBias());
    kernels.batchNorm(block + "downsample.1", new BatchNormOp(8, 1e-5, 0.1));
    List<Parameter> parameters = kernels.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      parameter.set(
          TestArrays.normal(
              seed + i, org.nd4j.linalg.api.buffer.DataType.FLOAT, parameter.value().dims()));
    }
    return parameters;
  }

  private static Module libtorchs() {
    Module block = new Module("BasicBlock");
    block.register_module("conv1", conv(4, 3));
    block.register_module("bn1", new BatchNorm2dImpl(new BatchNormOptions(8)));
    block.register_module("conv2", conv(8, 3));
    block.register_module("bn2", new BatchNorm2dImpl(new BatchNormOptions(8)));
    Module downsample = block.register_module("downsample", new Module("Sequential"));
    downsample.register_module("0", conv(4, 1));
    downsample.register_module("1", new BatchNorm2dImpl(new BatchNormOptions(8)));
    Module network = new Module("ResNet");
    network.register_module("layer2", new Module("Sequential")).register_module("0", block);
    return network;
  }

  private static Conv2dImpl conv(long channels, long kernel) {
    Conv2dOptions options = new Conv2dOptions(channels, 8, new LongPointer(kernel, kernel));
    options.bias().put(false);
    return new Conv2dImpl(options);
  }

  /** What PyTorch calls the {@code state_dict}. */
  private static Map<String, Tensor> state(Module module) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (StringTensorDict dict : List.of(module.named_parameters(), module.named_buffers())) {
      StringVector keys = dict.keys();
      for (long i = 0; i < keys.size(); i++) {
        String name = keys.get(i).getString();
        state.put(name, dict.get(name).detach());
      }
    }
    return state;
  }

  private static List<Long> bits(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    tensor.contiguous().<FloatBuffer>createBuffer().get(values);
    return IntStream.range(0, values.length)
        .mapToObj(i -> (long) Float.floatToRawIntBits(values[i]))
        .toList();
  }

  @Test
  void ourWeightsLoadIntoItByName() throws IOException {
    List<Parameter> parameters = ours(1);
    Path file = directory.resolve("ours");
    WeightsWriter.write(file, DataType.FLOAT, parameters);
    Map<String, SafetensorsBytes.Array> arrays = SafetensorsBytes.arrays(Files.readAllBytes(file));
    Map<String, Tensor> state = state(libtorchs());
    state.keySet().removeIf(name -> name.endsWith(COUNTS));
    assertThat(arrays.keySet()).containsExactlyInAnyOrderElementsOf(state.keySet());
    state.forEach(
        (name, tensor) -> {
          SafetensorsBytes.Array array = arrays.get(name);
          long[] shape = Arrays.stream(array.shape().split(",")).mapToLong(Long::valueOf).toArray();
          assertThat(shape).isEqualTo(tensor.shape());
          float[] values = new float[array.data().length / Float.BYTES];
          ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
          tensor.copy_(Tensor.create(values, shape));
        });
    Map<String, List<Long>> bits =
        state.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> bits(each.getValue())));
    assertThat(bits).isEqualTo(Weights.bits(parameters));
  }

  @Test
  void itsWeightsLoadIntoOurs() throws IOException {
    Map<String, Tensor> state = state(libtorchs());
    Path file = Files.write(directory.resolve("theirs"), saved(state));
    List<Parameter> parameters = ours(2);
    new WeightsReader("ResNet", parameters).read(file, Strictness.STRICT);
    Weights.bits(parameters)
        .forEach((name, bits) -> assertThat(bits).as(name).isEqualTo(bits(state.get(name))));
  }

  /** As PyTorch saves it, counts of batches included. */
  private static byte[] saved(Map<String, Tensor> state) {
    StringJoiner entries = new StringJoiner(",", "{", "}");
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    state.forEach(
        (name, tensor) -> {
          boolean counts = name.endsWith(COUNTS);
          int begin = data.size();
          int bytes = (int) tensor.numel() * (counts ? Long.BYTES : Float.BYTES);
          ByteBuffer elements = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
          if (!counts) {
            bits(tensor).forEach(bits -> elements.putInt(bits.intValue()));
          }
          data.writeBytes(elements.array());
          String shape =
              Arrays.stream(tensor.shape())
                  .mapToObj(String::valueOf)
                  .collect(Collectors.joining(","));
          entries.add(
              SafetensorsBytes.entry(name, counts ? "I64" : "F32", shape, begin, data.size()));
        });
    return SafetensorsBytes.file(entries.toString(), data.toByteArray());
  }
}
