package dev.weft.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** The way from ND4J's iterators to our data sets, and back. */
public final class DataSetIterators {
  private DataSetIterators() {}

  /**
   * All that an iterator still has, copied into memory, since it can only be read in its own order.
   *
   * @throws IllegalArgumentException if it has nothing, masks, images of different shapes, or
   *     labels that are no classes in one-hot form
   */
  public static Dataset read(DataSetIterator iterator) {
    List<INDArray> images = new ArrayList<>();
    List<int[]> labels = new ArrayList<>();
    while (iterator.hasNext()) {
      DataSet next = iterator.next();
      if (next.hasMaskArrays()) {
        throw new IllegalArgumentException("a data set with masks is none of single images");
      }
      images.add(sameShape(next.getFeatures(), images).dup());
      labels.add(classes(next.getLabels()));
    }
    if (images.isEmpty()) {
      throw new IllegalArgumentException("the iterator has no data");
    }
    INDArray all = Nd4j.concat(0, images.toArray(INDArray[]::new));
    images.forEach(INDArray::close);
    return new ArrayDataset(all, labels.stream().flatMapToInt(Arrays::stream).toArray());
  }

  private static INDArray sameShape(INDArray features, List<INDArray> before) {
    if (!before.isEmpty()) {
      long[] expected = before.get(0).shape().clone();
      expected[0] = features.size(0);
      if (!Arrays.equals(expected, features.shape())) {
        throw new IllegalArgumentException(
            "expected features of the shape "
                + Arrays.toString(expected)
                + " as before, found "
                + Arrays.toString(features.shape()));
      }
    }
    return features;
  }

  private static int[] classes(INDArray oneHot) {
    if (oneHot == null || oneHot.rank() != 2 || oneHot.size(1) < 2) {
      throw new IllegalArgumentException(
          "expected labels in one-hot form, images x classes, found "
              + (oneHot == null ? "none" : Arrays.toString(oneHot.shape())));
    }
    double[][] rows = oneHot.toDoubleMatrix();
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = theOne(rows[i]);
    }
    return classes;
  }

  private static int theOne(double... row) {
    int found = -1;
    for (int i = 0; i < row.length; i++) {
      if (row[i] == 1 && found < 0) {
        found = i;
      } else if (row[i] != 0) {
        found = row.length;
      }
    }
    if (found < 0 || found == row.length) {
      throw new IllegalArgumentException(
          "expected labels of one 1 and else 0, found " + Arrays.toString(row));
    }
    return found;
  }

  /**
   * The batches of a loader for whoever takes ND4J's iterators; {@code reset} begins the next
   * epoch. It ends its threads when an epoch is read to its end, or on {@code close}.
   *
   * @param classes the names of the classes, for one-hot labels
   */
  public static BatchIterator of(BatchLoader loader, List<String> classes) {
    return new BatchIterator(loader, classes);
  }
}
