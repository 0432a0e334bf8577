package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DatasetTest {
  @Test
  void anArrayGivesItsRowsInAnyOrder() {
    INDArray images = Nd4j.arange(12).castTo(DataType.DOUBLE).reshape(3, 2, 2);
    ArrayDataset data = new ArrayDataset(images, 5, 6, 7);
    try (Batch batch = data.batch(2, 0)) {
      assertThat(batch.labels()).containsExactly(7, 5);
      assertThat(batch.images().dataType()).isEqualTo(DataType.DOUBLE);
      assertThat(batch.images().ravel().toDoubleVector()).containsExactly(8, 9, 10, 11, 0, 1, 2, 3);
    }
    assertThat(images.getDouble(2, 0, 0)).isEqualTo(8);
  }

  @Test
  void anArrayMustHaveALabelForEachImage() {
    assertThatThrownBy(() -> new ArrayDataset(Nd4j.zeros(3, 4), 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the images have the shape [3, 4], but there are 2 labels");
  }
}
