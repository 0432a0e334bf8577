package dev.weft.examples.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.examples.networks.FlowersResNet18Network;
import dev.weft.examples.networks.ResNet18Network;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestParameters;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.SafetensorsBytes;
import dev.weft.runtime.weights.StateDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * ResNet-18 as a module of libtorch, built and named as {@code torchvision.models.resnet18} is: it
 * takes our file, and we take its, without the change of a bit.
 */
@Tag(Libtorch.TAG)
class ResNet18FilesTest {
  @TempDir private Path directory;

  private static Module torchvisions() {
    Module network = new Module("ResNet");
    network.register_module("conv1", conv(3, 64, 7));
    network.register_module("bn1", norm(64));
    for (int stage = 0; stage < 4; stage++) {
      Module layer = network.register_module("layer" + (stage + 1), new Module("Sequential"));
      int channels = 64 << stage;
      layer.register_module("0", block(stage == 0 ? 64 : channels / 2, channels));
      layer.register_module("1", block(channels, channels));
    }
    network.register_module("fc", new LinearImpl(512, 1000));
    return network;
  }

  private static Module block(long from, long channels) {
    Module block = new Module("BasicBlock");
    block.register_module("conv1", conv(from, channels, 3));
    block.register_module("bn1", norm(channels));
    block.register_module("conv2", conv(channels, channels, 3));
    block.register_module("bn2", norm(channels));
    if (from != channels) {
      Module downsample = block.register_module("downsample", new Module("Sequential"));
      downsample.register_module("0", conv(from, channels, 1));
      downsample.register_module("1", norm(channels));
    }
    return block;
  }

  private static Conv2dImpl conv(long from, long filters, long kernel) {
    Conv2dOptions options = new Conv2dOptions(from, filters, new LongPointer(kernel, kernel));
    options.bias().put(false);
    return new Conv2dImpl(options);
  }

  private static BatchNorm2dImpl norm(long channels) {
    return new BatchNorm2dImpl(new BatchNormOptions(channels));
  }

  private static ResNet18Network ours() {
    ResNet18Network network = new ResNet18Network(ModelOptions.defaults().seed(4));
    TestParameters.spread(network);
    return network;
  }

  @Test
  void ourFileLoadsIntoTorchvisions() throws IOException {
    ResNet18Network network = ours();
    Path file = directory.resolve("ours.safetensors");
    network.saveWeights(file);
    StateDict state = new StateDict(torchvisions());
    state.load(Files.readAllBytes(file));
    assertSame(network, state);
  }

  @Test
  void torchvisionsFileLoadsIntoOurs() throws IOException {
    StateDict state = new StateDict(torchvisions());
    Path file = Files.write(directory.resolve("theirs.safetensors"), state.file());
    ResNet18Network network = ours();
    network.loadWeights(file);
    assertSame(network, state);
  }

  @Test
  void torchvisionsFileLoadsIntoABackbone() throws IOException {
    StateDict state = new StateDict(torchvisions());
    Path file = Files.write(directory.resolve("theirs.safetensors"), state.file());
    FlowersResNet18Network network = new FlowersResNet18Network(ModelOptions.defaults().seed(4));
    INDArray head = network.head().weight().get();
    LoadedWeights weights = network.loadWeights(file, "backbone");
    assertThat(weights.missing()).isEmpty();
    assertThat(weights.unexpected()).containsExactlyInAnyOrder("fc.weight", "fc.bias");
    for (String name : List.of("conv1.weight", "bn1.running_mean", "layer4.1.bn2.running_var")) {
      assertThat(bytes(network.parameter("backbone." + name))).isEqualTo(state.bytes(name));
    }
    assertThat(network.head().weight().get()).isEqualTo(head);
  }

  private static byte[] bytes(Parameter parameter) {
    return SafetensorsBytes.floats(TestArrays.flat(parameter.get()).toFloatVector());
  }

  private static void assertSame(ResNet18Network network, StateDict state) {
    List<Parameter> all =
        Stream.of(network.parameters(), network.statistics()).flatMap(List::stream).toList();
    for (Parameter parameter : all) {
      assertThat(bytes(parameter)).as(parameter.name()).isEqualTo(state.bytes(parameter.name()));
    }
  }
}
