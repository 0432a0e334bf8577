package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.onednn.Bfloat16;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelChoiceTest {
  private static final ModelOptions OPTIONS = ModelOptions.defaults();

  private final List<String> warnings = new ArrayList<>();

  private DefaultKernels process(boolean onProcessor) {
    return process(onProcessor, Optional.empty(), Bfloat16.MISSING);
  }

  private DefaultKernels process(boolean onProcessor, String fault) {
    return process(onProcessor, Optional.of(fault), Bfloat16.MISSING);
  }

  private DefaultKernels process(boolean onProcessor, Optional<String> fault, Bfloat16 bfloat16) {
    return new DefaultKernels(() -> onProcessor, () -> fault, () -> bfloat16, warnings::add);
  }

  private static Kernels made(ModelOptions options, DefaultKernels process) {
    return KernelChoice.make(options, process);
  }

  @Test
  void doublePrecisionIsNd4js() {
    assertThat(KernelChoice.make(OPTIONS.dataType(DataType.DOUBLE)))
        .isInstanceOf(Nd4jKernels.class);
  }

  @Test
  void singlePrecisionIsOneDnnsOnTheProcessor() {
    assertThat(made(OPTIONS, process(true))).isInstanceOf(DnnlKernels.class);
    assertThat(warnings).isEmpty();
  }

  @Test
  void singlePrecisionIsNd4jsOnAnotherBackend() {
    assertThat(made(OPTIONS, process(false))).isInstanceOf(Nd4jKernels.class);
    assertThat(warnings).isEmpty();
  }

  @Test
  void whereOneDnnDoesNotLoadNd4jTakesOverWithOneWarning() {
    DefaultKernels process = process(true, "no jnidnnl in java.library.path");
    assertThat(made(OPTIONS.dataType(DataType.DOUBLE), process)).isInstanceOf(Nd4jKernels.class);
    assertThat(warnings).isEmpty();
    assertThat(made(OPTIONS, process)).isInstanceOf(Nd4jKernels.class);
    assertThat(made(OPTIONS, process)).isInstanceOf(Nd4jKernels.class);
    assertThat(warnings)
        .containsExactly(
            "oneDNN's native library does not load here (no jnidnnl in java.library.path): put the"
                + " jars of org.bytedeco:dnnl and org.bytedeco:opencl with the classifier "
                + Loader.getPlatform()
                + " on the class path; ND4J computes the networks of this process instead, which is"
                + " several times slower. KernelChoice.ND4J, or WEFT_KERNELS=nd4j in the"
                + " environment, says that this is meant");
  }

  @Test
  void whereOneDnnIsAskedForButCannotBeUsedIsAnError() {
    ModelOptions options = OPTIONS.kernels(KernelChoice.ONEDNN);
    assertThatIllegalStateException()
        .isThrownBy(() -> made(options, process(true, "no jnidnnl in java.library.path")))
        .withMessage(
            "oneDNN's native library does not load here (no jnidnnl in java.library.path): put the"
                + " jars of org.bytedeco:dnnl and org.bytedeco:opencl with the classifier "
                + Loader.getPlatform()
                + " on the class path; or choose the kernels nd4j (KernelChoice.ND4J, or"
                + " WEFT_KERNELS=nd4j in the environment)");
    assertThatIllegalStateException()
        .isThrownBy(() -> made(options, process(false)))
        .withMessageContaining("KernelChoice.ND4J");
    assertThat(warnings).isEmpty();
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
            "oneDNN's kernels, which were asked for, compute in float and bfloat16, not in double:"
                + " choose one of these, or the kernels nd4j (KernelChoice.ND4J, or"
                + " WEFT_KERNELS=nd4j in the environment)");
  }

  @Test
  void nothingMayBeLeftOut() {
    assertThatNullPointerException()
        .isThrownBy(() -> OPTIONS.dataType(null))
        .withMessage("the data type is null; DataType.FLOAT is the usual one");
    assertThatNullPointerException()
        .isThrownBy(() -> OPTIONS.kernels(null))
        .withMessage("the kernels are null; KernelChoice.AUTO chooses some");
    assertThatNullPointerException()
        .isThrownBy(() -> KernelChoice.make(null))
        .withMessage("the options are null; ModelOptions.defaults() leaves all open");
  }

  @Test
  void bfloat16IsComputedWhereTheProcessorHasIt() {
    ModelOptions options = OPTIONS.dataType(DataType.BFLOAT16);
    DefaultKernels process = process(true, Optional.empty(), Bfloat16.NATIVE);
    assertThat(made(options, process).dataType()).isEqualTo(DataType.BFLOAT16);
    ModelOptions byName = options.kernels(KernelChoice.ONEDNN);
    assertThat(made(byName, process).dataType()).isEqualTo(DataType.BFLOAT16);
    assertThat(warnings).isEmpty();
  }

  @Test
  void withoutBfloat16FloatTakesOverWithOneWarning() {
    ModelOptions options = OPTIONS.dataType(DataType.BFLOAT16);
    DefaultKernels process = process(true, Optional.empty(), Bfloat16.MISSING);
    assertThat(made(options, process).dataType()).isEqualTo(DataType.FLOAT);
    assertThat(made(options.kernels(KernelChoice.ONEDNN), process))
        .isInstanceOf(DnnlKernels.class)
        .extracting(Kernels::dataType)
        .isEqualTo(DataType.FLOAT);
    assertThat(warnings)
        .containsExactly(
            "this processor has no instructions for bfloat16 (AVX512_BF16, AMX): networks that ask"
                + " for it are computed in float");
  }

  @Test
  void bfloat16IsEmulatedOnlyWhereOneDnnIsAskedForByName() {
    ModelOptions options = OPTIONS.dataType(DataType.BFLOAT16);
    DefaultKernels process = process(true, Optional.empty(), Bfloat16.EMULATED);
    assertThat(made(options, process).dataType()).isEqualTo(DataType.FLOAT);
    assertThat(made(options.kernels(KernelChoice.ONEDNN), process).dataType())
        .isEqualTo(DataType.BFLOAT16);
    assertThat(warnings)
        .containsExactly(
            "this processor has no instructions for bfloat16 (AVX512_BF16, AMX): networks that ask"
                + " for it are computed in float; KernelChoice.ONEDNN, or WEFT_KERNELS=onednn in"
                + " the environment, emulates it, which takes longer than float",
            "this processor has no instructions for bfloat16 (AVX512_BF16, AMX): oneDNN emulates"
                + " it, which takes longer than float");
  }

  @Test
  void nd4jComputesFloatInPlaceOfBfloat16() {
    ModelOptions options = OPTIONS.dataType(DataType.BFLOAT16);
    DefaultKernels process = process(true, Optional.empty(), Bfloat16.NATIVE);
    assertThat(made(options.kernels(KernelChoice.ND4J), process).dataType())
        .isEqualTo(DataType.FLOAT);
    DefaultKernels elsewhere = process(false, Optional.empty(), Bfloat16.NATIVE);
    assertThat(made(options, elsewhere)).isInstanceOf(Nd4jKernels.class);
    assertThat(warnings)
        .hasSize(2)
        .containsOnly(
            "ND4J's kernels have no bfloat16: networks that ask for it are computed in float");
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
