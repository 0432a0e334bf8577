package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelChoiceTest {
  private static final ModelOptions OPTIONS = ModelOptions.defaults();

  @Test
  void doublePrecisionIsNd4js() {
    assertThat(KernelChoice.make(OPTIONS.dataType(DataType.DOUBLE)))
        .isInstanceOf(Nd4jKernels.class);
  }

  @Test
  void theOptionChooses() {
    assertThat(KernelChoice.make(OPTIONS.kernels(KernelChoice.ND4J)))
        .isInstanceOf(Nd4jKernels.class);
    assertThat(KernelChoice.make(OPTIONS.kernels(KernelChoice.ONEDNN)))
        .isInstanceOf(DnnlKernels.class);
  }

  @Test
  void oneDnnHasNoDoublePrecision() {
    ModelOptions options = OPTIONS.kernels(KernelChoice.ONEDNN).dataType(DataType.DOUBLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelChoice.make(options))
        .withMessage(
            "oneDNN's kernels are for DataType.FLOAT: make the network with it, or with"
                + " KernelChoice.ND4J");
  }

  @ParameterizedTest
  @CsvSource({"nd4j, ND4J", "OneDNN, ONEDNN", "AUTO, AUTO"})
  void theEnvironmentNamesAKind(String value, KernelChoice choice) {
    assertThat(KernelChoice.named(value)).isEqualTo(choice);
  }

  @Test
  void anotherNameInTheEnvironmentIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelChoice.named("mkl"))
        .withMessage(
            "the environment variable WEFT_KERNELS is `mkl`, but has to be auto, nd4j or onednn");
  }

  @Test
  void bothDrawTheSameFirstWeights() {
    TinyNetwork byNd4j = new TinyNetwork(OPTIONS.seed(5).kernels(KernelChoice.ND4J));
    TinyNetwork byOneDnn = new TinyNetwork(OPTIONS.seed(5).kernels(KernelChoice.ONEDNN));
    for (int i = 0; i < byNd4j.parameters().size(); i++) {
      assertThat(byOneDnn.parameters().get(i).get()).isEqualTo(byNd4j.parameters().get(i).get());
    }
  }
}
