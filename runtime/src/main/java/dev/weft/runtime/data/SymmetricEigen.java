package dev.weft.runtime.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues of a small symmetric matrix, the largest first, and its eigenvectors, by
 * rotations that make one element after the other zero (Jacobi 1846).
 *
 * @param values the eigenvalues
 * @param vectors the eigenvectors as columns, in the same order
 */
record SymmetricEigen(double[] values, double[][] vectors) {
  /** More than any matrix of a few rows needs: convergence is quadratic. */
  private static final int MOST_SWEEPS = 50;

  static SymmetricEigen of(double[][] matrix) {
    int size = matrix.length;
    double[][] rest = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[][] rotated = new double[size][size];
    for (int i = 0; i < size; i++) {
      rotated[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          if (rest[p][q] != 0) {
            rotate(rest, rotated, p, q);
          }
        }
      }
    }
    return sorted(rest, rotated);
  }

  private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double sign = theta < 0 ? -1 : 1;
    double tangent = sign / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      rotate(row, p, q, cosine, sine);
    }
    double[] first = matrix[p].clone();
    double[] second = matrix[q].clone();
    for (int k = 0; k < first.length; k++) {
      matrix[p][k] = cosine * first[k] - sine * second[k];
      matrix[q][k] = sine * first[k] + cosine * second[k];
    }
    matrix[p][q] = 0;
    matrix[q][p] = 0;
    for (double[] row : vectors) {
      rotate(row, p, q, cosine, sine);
    }
  }

  private static void rotate(double[] row, int p, int q, double cosine, double sine) {
    double first = row[p];
    double second = row[q];
    row[p] = cosine * first - sine * second;
    row[q] = sine * first + cosine * second;
  }

  private static SymmetricEigen sorted(double[][] diagonal, double[][] vectors) {
    int size = diagonal.length;
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -diagonal[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> diagonal[i][i]).toArray();
    double[][] columns = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        columns[row][column] = vectors[row][order[column]];
      }
    }
    return new SymmetricEigen(values, columns);
  }

  /** All elements of the eigenvectors: the first of each, the second of each, and so on. */
  double[] vectorsByRow() {
    return Arrays.stream(vectors).flatMapToDouble(Arrays::stream).toArray();
  }
}
