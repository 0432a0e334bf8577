package dev.weft.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.observe.LayerCall;
import dev.weft.runtime.observe.LayerObserver;
import dev.weft.runtime.testing.TestArrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks of all layers compute under an observer what they compute without. */
class ObservedTest {
  private static final int BATCH = 2;
  private static final Set<String> WITHOUT_A_NAME_OF_THEIR_OWN = Set.of("gradient sum", "add");

  private final Set<String> called = new HashSet<>();

  static Stream<Arguments> networks() {
    return Stream.of(MedleyNetwork.TYPE, MenagerieNetwork.TYPE, TinyResNetNetwork.TYPE)
        .flatMap(
            type ->
                Stream.of(KernelChoice.ND4J, KernelChoice.ONEDNN)
                    .map(kernels -> Arguments.of(type, kernels)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("networks")
  void observingChangesNothing(NetworkType<?> type, KernelChoice kernels) {
    ModelOptions options = ModelOptions.defaults().seed(3).kernels(kernels);
    Model plain = type.create(options);
    Model observed =
        type.create(
            options.observer(
                new LayerObserver() {
                  @Override
                  public void after(LayerCall call, String implementation) {
                    assertThat(implementation).as(call.name()).isNotEmpty();
                    call.parts().forEach(part -> called.add(part.name()));
                  }
                }));
    INDArray images = TestArrays.normal(1, DataType.FLOAT, type.input().batched(BATCH));
    assertThat(observed.predict(images)).isEqualTo(plain.predict(images));
    assertThat(gradients(observed, images)).isEqualTo(gradients(plain, images));
    assertThat(type.places().keySet()).isEqualTo(namesInTable(type));
    called.removeAll(WITHOUT_A_NAME_OF_THEIR_OWN);
    assertThat(namesInTable(type)).containsAll(called);
  }

  private static List<INDArray> gradients(Model model, INDArray images) {
    INDArray output = model.forward(images);
    INDArray[] sides =
        model.sideOutputs().stream().map(side -> side.values()).toArray(INDArray[]::new);
    model.backward(output, sides);
    return model.parameters().stream().map(parameter -> parameter.gradient().toArray()).toList();
  }

  private static Set<String> namesInTable(NetworkType<?> type) {
    return type.summary()
        .lines()
        .skip(1)
        .takeWhile(line -> !line.startsWith("total "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toSet());
  }
}
