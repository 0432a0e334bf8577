package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.examples.networks.LeNet5;
import dev.weft.examples.networks.LeNet5Network;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworksTest {
  private static NetworkType<?> network(String name) {
    return Networks.find(name).orElseThrow();
  }

  @Test
  void everyDeclarationIsListed() throws IOException, URISyntaxException {
    String packageName = LeNet5.class.getPackageName();
    Path classes =
        Path.of(LeNet5.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> declared;
    try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
      declared =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.matches("[A-Za-z0-9]+Network\\.class"))
              .map(file -> file.substring(0, file.length() - "Network.class".length()))
              .toList();
    }
    assertThat(Networks.ALL)
        .extracting(NetworkType::name)
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void namesMayBeWrittenAsInThePapers() {
    assertThat(network("ResNet-50").name()).isEqualTo("ResNet50");
    assertThat(network("densenet_121").name()).isEqualTo("DenseNet121");
    assertThat(network("EfficientNet-B0").name()).isEqualTo("EfficientNetB0");
    assertThat(Networks.find("resnet51")).isEmpty();
  }

  @Test
  void anUnknownNameIsToldTheNearest() {
    assertThat(Networks.unknown("resnet51"))
        .isEqualTo("unknown network 'resnet51'; the nearest is 'resnet50'");
    assertThat(Networks.unknown("x"))
        .startsWith("unknown network 'x'; the command 'networks' lists those of the collection")
        .contains("give its whole name, such as com.me.PetsNetwork");
  }

  /** The figures that Araujo, Norris, Sim 2019, "Computing Receptive Fields", and others give. */
  @Test
  void receptiveFieldsAreThePublishedOnes() {
    assertThat(network("vgg16").receptiveField()).hasToString("Optional[212x212]");
    assertThat(network("resnet50v1").receptiveField()).hasToString("Optional[483x483]");
    assertThat(network("resnet101v1").receptiveField()).hasToString("Optional[1027x1027]");
    assertThat(network("resnet152v1").receptiveField()).hasToString("Optional[1507x1507]");
    assertThat(network("mobilenetv1").receptiveField()).hasToString("Optional[315x315]");
    assertThat(network("alexnet").receptiveField()).hasToString("Optional[195x195]");
  }

  @Test
  void memoryGrowsWithTheBatchAndTheType() {
    NetworkType<?> lenet = network("lenet5");
    long one = lenet.inferenceBytes(1, DataType.FLOAT);
    assertThat(lenet.inferenceBytes(32, DataType.FLOAT)).isEqualTo(32 * one);
    assertThat(lenet.inferenceBytes(1, DataType.DOUBLE)).isEqualTo(2 * one);
    assertThat(lenet.inferenceBytes(2, DataType.BFLOAT16)).isEqualTo(one);
    assertThat(lenet.parameterBytes(DataType.FLOAT)).isEqualTo(4 * 61_706);
    assertThat(lenet.parameterBytes(DataType.BFLOAT16)).isEqualTo(4 * 61_706);
    assertThat(lenet.trainingBytes(1, DataType.FLOAT)).isGreaterThan(one);
  }

  /** A step with the gradient of the input needs more, which nobody has to plan. */
  @ParameterizedTest
  @ValueSource(strings = {"lenet5", "cifarresnet20", "tinyresnet", "cifarpreactresnet20"})
  void whatRunsAllocatesWhatWasPlanned(String name) {
    NetworkType<?> type = network(name);
    for (DataType dataType : DataType.values()) {
      Model network = type.create(ModelOptions.defaults().dataType(dataType));
      network.predict(images(type, 3));
      // Which is float in place of bfloat16 where the processor has none.
      DataType computed = network.dataType();
      long inference = type.inferenceBytes(3, computed);
      assertThat(network.bufferBytes()).isEqualTo(inference);
      INDArray output = network.forward(images(type, 2));
      network.backward(output);
      network.predict(images(type, 3));
      assertThat(network.bufferBytes()).isEqualTo(inference + type.trainingBytes(2, computed));
    }
  }

  private static INDArray images(NetworkType<?> type, int batch) {
    return Nd4j.zeros(type.input().batched(batch));
  }

  /** The names in torchvision's state_dicts, and in public checkpoints of those for CIFAR-10. */
  @ParameterizedTest
  @CsvSource({
    "torchvisionalexnet, features.0 features.10 classifier.1 classifier.6",
    "vgg16, features.0 features.28 classifier.0 classifier.6",
    "vgg16batchnorm, features.0 features.1 features.40 features.41 classifier.6",
    "torchvisiongooglenet, conv1.conv conv1.bn conv3.bn inception3a.branch1.conv"
        + " inception4d.branch2.1.conv inception5b.branch3.1.bn inception5b.branch4.1.bn"
        + " aux1.conv.conv aux2.fc1 aux2.fc2 fc",
    "resnet18, conv1 bn1 layer1.0.conv1 layer1.1.bn2 layer2.0.downsample.0 layer4.0.downsample.1 fc",
    "resnet50, layer1.0.conv3 layer1.0.downsample.0 layer3.5.bn3 layer4.2.conv2 fc",
    "densenet121, features.conv0 features.norm0 features.denseblock1.denselayer1.norm1"
        + " features.denseblock4.denselayer16.conv2 features.transition3.conv features.norm5"
        + " classifier",
    "efficientnetb0, features.0.0 features.0.1 features.1.0.block.0.0 features.1.0.block.1.fc1"
        + " features.2.1.block.2.fc2 features.2.1.block.3.1 features.7.0.block.3.0 features.8.1"
        + " classifier.1",
    "cifarresnet20, conv1 bn1 layer1.0.conv1 layer1.2.bn2 layer2.0.bn1 layer3.2.conv2 linear"
  })
  void parametersAreNamedAsInPublicFiles(String network, String names) {
    List<String> rows = network(network).summary().lines().map(line -> line.split(" ")[0]).toList();
    assertThat(rows).contains(names.split(" "));
  }

  /** What 1x1 convolutions save: the paper's reason for them. */
  @Test
  void naiveInceptionBlocksCostSeveralTimesAsMuch() {
    assertThat(network("googlenetnaive").macs())
        .isGreaterThan(5 * network("googlenetwithoutheads").macs());
  }

  @Test
  void optionsThatCannotBeUsedAreTheUsersMistake() {
    ModelOptions options =
        ModelOptions.defaults().dataType(DataType.DOUBLE).kernels(KernelChoice.ONEDNN);
    assertThatThrownBy(() -> Networks.create(LeNet5Network.TYPE, options))
        .isInstanceOf(UnusableOptionsException.class)
        .hasMessageContaining("oneDNN")
        .hasMessageContaining("KernelChoice.ND4J");
  }
}
