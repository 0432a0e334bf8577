package dev.weft.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares arrays. */
public final class Closeness {
  private Closeness() {}

  /**
   * Asserts equal shapes and that the largest difference is at most {@code tolerance} times the
   * largest expected number. Numbers that are not finite are never close.
   */
  public static void assertClose(
      String what, INDArray actual, INDArray expected, double tolerance) {
    assertThat(actual.shape()).as(what + ": shape").isEqualTo(expected.shape());
    double[] found = TestArrays.values(actual);
    double[] wanted = TestArrays.values(expected);
    double largest = 0;
    int worst = 0;
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).as(what + ": element " + i).isFinite();
      largest = Math.max(largest, Math.abs(wanted[i]));
      if (Math.abs(found[i] - wanted[i]) > Math.abs(found[worst] - wanted[worst])) {
        worst = i;
      }
    }
    assertThat(Math.abs(found[worst] - wanted[worst]))
        .as(
            "%s: element %d is %s in place of %s, the largest being %s",
            what, worst, found[worst], wanted[worst], largest)
        .isLessThanOrEqualTo(tolerance * largest);
  }
}
