package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.examples.networks.LeNet5;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
        .isEqualTo("unknown network 'x'; the command 'networks' lists them");
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
    assertThat(lenet.parameterBytes(DataType.FLOAT)).isEqualTo(4 * 61_706);
    assertThat(lenet.trainingBytes(1, DataType.FLOAT)).isGreaterThan(one);
  }

  /** What 1x1 convolutions save: the paper's reason for them. */
  @Test
  void naiveInceptionBlocksCostSeveralTimesAsMuch() {
    assertThat(network("googlenetnaive").macs())
        .isGreaterThan(5 * network("googlenetwithoutheads").macs());
  }
}
