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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Module;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first block of the second stage of a residual network, as torchvision builds and names it,
 * takes our weights, and we take its.
 */
@Tag(Libtorch.TAG)
class LibtorchModuleTest {
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

  @Test
  void ourWeightsLoadIntoItByName() throws IOException {
    List<Parameter> parameters = ours(1);
    Path file = directory.resolve("ours");
    WeightsWriter.write(file, DataType.FLOAT, parameters);
    StateDict state = new StateDict(libtorchs());
    state.load(Files.readAllBytes(file));
    assertSame(parameters, state);
  }

  @Test
  void itsWeightsLoadIntoOurs() throws IOException {
    StateDict state = new StateDict(libtorchs());
    Path file = Files.write(directory.resolve("theirs"), state.file());
    List<Parameter> parameters = ours(2);
    new WeightsReader("ResNet", parameters).read(file, Strictness.STRICT);
    assertSame(parameters, state);
  }

  private static void assertSame(List<Parameter> parameters, StateDict state) {
    for (Parameter parameter : parameters) {
      byte[] bytes = SafetensorsBytes.floats(TestArrays.flat(parameter.get()).toFloatVector());
      assertThat(bytes).as(parameter.name()).isEqualTo(state.bytes(parameter.name()));
    }
  }
}
