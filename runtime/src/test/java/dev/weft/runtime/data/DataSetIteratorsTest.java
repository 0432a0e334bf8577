package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.TestDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DataSetIteratorsTest {
  private static final INDArray IMAGES =
      Nd4j.arange(5 * 12).castTo(DataType.FLOAT).reshape(5, 3, 2, 2);
  private static final INDArray LABELS =
      Nd4j.create(new float[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 1, 0}});

  @Test
  void anIteratorIsReadToItsEnd() {
    Dataset data = DataSetIterators.read(new TestDataSetIterator(new DataSet(IMAGES, LABELS), 2));
    assertThat(data.size()).isEqualTo(5);
    assertThat(data.imageShape()).isEqualTo(Shape.of(3, 2, 2));
    try (Batch batch = data.batch(4, 2)) {
      assertThat(batch.labels()).containsExactly(1, 2);
      assertThat(batch.images().getFloat(0, 2, 1, 1)).isEqualTo(59);
      assertThat(batch.images().getFloat(1, 0, 0, 0)).isEqualTo(24);
    }
  }

  @Test
  void labelsThatAreNoClassesAreRefused() {
    INDArray two = IMAGES.get(NDArrayIndex.interval(0, 2));
    isRefused(
        new DataSet(two, Nd4j.create(new float[][] {{0, 1}, {0.5f, 0.5f}})),
        "expected labels of one 1 and else 0, found [0.5, 0.5]");
    isRefused(
        new DataSet(two, Nd4j.create(new float[][] {{1, 1}, {0, 1}})),
        "expected labels of one 1 and else 0, found [1.0, 1.0]");
    isRefused(
        new DataSet(two, Nd4j.create(new float[][] {{0, 0}, {0, 1}})),
        "expected labels of one 1 and else 0, found [0.0, 0.0]");
    isRefused(
        new DataSet(two, Nd4j.create(new float[][] {{3}, {1}})),
        "expected labels in one-hot form, images x classes, found [2, 1]");
  }

  private static void isRefused(DataSet data, String message) {
    assertThatThrownBy(() -> DataSetIterators.read(new SingletonDataSetIterator(data)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aLoaderIsAnIteratorOverEpochs() {
    Dataset data = new ArrayDataset(IMAGES, 1, 0, 2, 1, 1);
    BatchLoader loader = BatchLoader.of(data, 2).seed(1);
    try (BatchIterator iterator = DataSetIterators.of(loader, List.of("a", "b", "c"))) {
      assertThat(iterator.totalOutcomes()).isEqualTo(3);
      assertThat(iterator.inputColumns()).isEqualTo(12);
      assertThat(iterator.batch()).isEqualTo(2);
      String first = order(iterator);
      assertThat(iterator.hasNext()).isFalse();
      iterator.reset();
      assertThat(order(iterator)).isNotEqualTo(first);
    }
  }

  /** The first number of each image, after a check that images and labels still belong together. */
  private static String order(BatchIterator iterator) {
    StringBuilder order = new StringBuilder();
    int images = 0;
    while (iterator.hasNext()) {
      DataSet next = iterator.next();
      for (int i = 0; i < next.numExamples(); i++) {
        int number = (int) next.getFeatures().getFloat(i, 0, 0, 0) / 12;
        order.append(number);
        assertThat(next.getLabels().getRow(i)).isEqualTo(LABELS.getRow(number));
        images++;
      }
    }
    assertThat(images).isEqualTo(5);
    return order.toString();
  }

  @Test
  void whatALoaderGivesCanBeReadBack() {
    Dataset data = new ArrayDataset(IMAGES, 1, 0, 2, 1, 1);
    BatchLoader loader = BatchLoader.of(data, 2).inOrder();
    try (BatchIterator iterator = DataSetIterators.of(loader, List.of("a", "b", "c"));
        Batch batch = DataSetIterators.read(iterator).batch(0, 1, 2, 3, 4)) {
      assertThat(batch.images()).isEqualTo(IMAGES);
      assertThat(batch.labels()).containsExactly(1, 0, 2, 1, 1);
    }
  }
}
