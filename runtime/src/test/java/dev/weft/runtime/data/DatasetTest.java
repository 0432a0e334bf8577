package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.Shape;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DatasetTest {
  @Test
  void bytesBecomeNumbersFromZeroToOne() {
    byte[] pixels = {0, 51, (byte) 255, 102, 0, 0, 0, (byte) 204};
    ByteDataset data = new ByteDataset(Shape.of(2, 1, 2), pixels, new int[] {4, 6});
    Batch batch = data.batch(1, 0, 1);
    assertThat(batch.labels()).containsExactly(6, 4, 6);
    assertThat(batch.images().shape()).containsExactly(3, 2, 1, 2);
    assertThat(batch.images().ravel().toFloatVector())
        .containsExactly(0, 0, 0, 0.8f, 0, 0.2f, 1, 0.4f, 0, 0, 0, 0.8f);
  }

  @Test
  void paddingSurroundsEachChannel() {
    ByteDataset data =
        new ByteDataset(Shape.of(2, 1, 1), new byte[] {(byte) 255, 51}, new int[] {0})
            .padded(1)
            .scaled(1, 0.5);
    assertThat(data.imageShape()).isEqualTo(Shape.of(2, 3, 3));
    assertThat(data.batch(0).images().ravel().toFloatVector())
        .containsExactly(-2, -2, -2, -2, 0, -2, -2, -2, -2, -2, -2, -2, -2, -1.6f, -2, -2, -2, -2);
  }

  @Test
  void bytesMustFitTheLabels() {
    assertThatThrownBy(() -> new ByteDataset(Shape.of(1, 2, 2), new byte[7], new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 images of 1x2x2 do not fit 7 bytes");
    assertThatThrownBy(() -> new ByteDataset(Shape.of(4), new byte[8], new int[2]))
        .hasMessage("2 images of 4 do not fit 8 bytes");
  }

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
