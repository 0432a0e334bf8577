package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.Shape;
import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.Patterns;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColorStatisticsTest {
  /** Of NumPy, in double precision. */
  private static final double[] MEAN = {0.501843137255, 0.500483660131, 0.498287581699};

  private static final double[][] COVARIANCE = {
    {0.083720657696, -0.031064995002, -0.020626293989},
    {-0.031064995002, 0.084310467085, -0.031076193430},
    {-0.020626293989, -0.031076193430, 0.083944626255}
  };
  private static final double[] EIGENVALUES = {0.118948508317, 0.104458632963, 0.028568609755};

  private static LabelledImages patterns() {
    Image image = Patterns.image(40, 60);
    return new ImagesInMemory(
        "patterns", List.of("a"), Shape.of(3, 40, 60), image.pixels(), new int[1]);
  }

  @Test
  void meanAndCovarianceAreThoseOfNumpy() throws IOException {
    ColorStatistics statistics = ColorStatistics.of(patterns(), 3);
    assertThat(statistics.mean()).containsExactly(MEAN, within(1e-9));
    for (int i = 0; i < 3; i++) {
      assertThat(statistics.covariance()[i]).containsExactly(COVARIANCE[i], within(1e-9));
      assertThat(statistics.normalization().deviation().get(i))
          .isCloseTo(Math.sqrt(COVARIANCE[i][i]), within(1e-9));
    }
  }

  @Test
  void theNoiseFollowsThePrincipalComponents() {
    SymmetricEigen eigen = SymmetricEigen.of(COVARIANCE);
    assertThat(eigen.values()).containsExactly(EIGENVALUES, within(1e-9));
    for (int k = 0; k < 3; k++) {
      double[] vector = new double[3];
      for (int i = 0; i < 3; i++) {
        vector[i] = eigen.vectors()[i][k];
      }
      for (int i = 0; i < 3; i++) {
        double product = 0;
        double norm = 0;
        for (int j = 0; j < 3; j++) {
          product += COVARIANCE[i][j] * vector[j];
          norm += vector[j] * vector[j];
        }
        assertThat(product).isCloseTo(eigen.values()[k] * vector[i], within(1e-12));
        assertThat(norm).isCloseTo(1, within(1e-12));
      }
    }
  }

  @Test
  void ofImageNetsCovarianceThePublishedNoiseFollows() {
    double[] values = {0.2175, 0.0188, 0.0045};
    double[][] vectors = {
      {-0.5675, 0.7192, 0.4009}, {-0.5808, -0.0045, -0.8140}, {-0.5836, -0.6948, 0.4203}
    };
    double[][] covariance = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          covariance[i][j] += vectors[i][k] * values[k] * vectors[j][k];
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    assertThat(eigen.values()).containsExactly(values, within(1e-4));
    for (int k = 0; k < 3; k++) {
      double sign = Math.signum(eigen.vectors()[0][k] * vectors[0][k]);
      for (int i = 0; i < 3; i++) {
        assertThat(sign * eigen.vectors()[i][k]).isCloseTo(vectors[i][k], within(1e-2));
      }
    }
  }

  @Test
  void aDataSetHasANoiseOfItsOwn() throws IOException {
    assertThat(ColorStatistics.of(patterns(), 3).pcaNoise(0.1).toString())
        .startsWith("pcaNoise(0.1).eigenvalues(");
  }

  @Test
  void withoutImagesThereAreNoColours() {
    LabelledImages none = new ImagesInMemory("none", List.of(), Shape.of(3, 1, 1), new byte[0]);
    assertThatThrownBy(() -> ColorStatistics.of(none, 3))
        .hasMessage("there is no image to compute the colours of");
  }
}
