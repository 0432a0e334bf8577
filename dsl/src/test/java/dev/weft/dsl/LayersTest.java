package dev.weft.dsl;

import static dev.weft.dsl.Layers.add;
import static dev.weft.dsl.Layers.concat;
import static dev.weft.dsl.Layers.identity;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.repeat;
import static dev.weft.dsl.Layers.residual;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.sigmoid;
import static dev.weft.dsl.Layers.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LayersTest {
  @Test
  void blocksKnowTheirLayers() {
    assertThat(relu().children()).isEmpty();
    assertThat(sequential(relu(), tanh()).children()).containsExactly(relu(), tanh());
    assertThat(repeat(2, i -> tanh()).children()).containsExactly(tanh(), tanh());
    assertThat(concat(relu(), tanh()).children()).containsExactly(relu(), tanh());
    assertThat(add(relu(), tanh()).children()).containsExactly(relu(), tanh());
    assertThat(residual(relu(), tanh()).project().then(sigmoid()).children())
        .containsExactly(relu(), tanh(), sigmoid());
    assertThat(residual(relu()).shortcut(identity()).then(sigmoid()).children())
        .containsExactly(relu(), identity(), sigmoid());
  }
}
