package dev.weft.runtime.data;

import static dev.weft.runtime.augment.Transforms.pad;
import static dev.weft.runtime.augment.Transforms.pcaNoise;
import static dev.weft.runtime.augment.Transforms.randomCrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Augmentation;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.Patterns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageDatasetTest {
  private static final byte[] PIXELS = {0, 51, (byte) 255, 102, 0, 0, 0, (byte) 204};

  private static LabelledImages grey() {
    return new ImagesInMemory("grey", List.of("a", "b"), Shape.of(1, 2, 2), PIXELS, 1, 0);
  }

  private static float[] floats(Batch batch) {
    return batch.images().ravel().toFloatVector();
  }

  @Test
  void pixelsBecomeNumbersFromZeroToOne() {
    Batch batch = ImageDataset.of(grey(), Shape.of(1, 2, 2)).batch(1, 0, 1);
    assertThat(batch.labels()).containsExactly(0, 1, 0);
    assertThat(batch.images().shape()).containsExactly(3, 1, 2, 2);
    assertThat(floats(batch)).containsExactly(0, 0, 0, 0.8f, 0, 0.2f, 1, 0.4f, 0, 0, 0, 0.8f);
  }

  @Test
  void channelsComeOneAfterTheOtherEachWithItsMeanAndDeviation() {
    byte[] pixels = {0, 51, 102, (byte) 255, 0, (byte) 204};
    Shape shape = Shape.of(3, 1, 2);
    Normalization normalization =
        Normalization.of(new double[] {0, 0.2, 1}, new double[] {1, 0.5, 0.1});
    Dataset data =
        ImageDataset.of(new ImagesInMemory("x", List.of("a"), shape, pixels, 0), shape)
            .normalized(normalization);
    assertThat(floats(data.batch(0))).containsExactly(0, 1, 0, -0.4f, -6, -2);
  }

  @Test
  void imagesGetTheChannelsOfTheNetworkBeforeTheyAreAugmented() {
    Dataset coloured =
        ImageDataset.of(grey(), Shape.of(3, 2, 2)).augmented(Augmentation.of(pcaNoise(0)));
    assertThat(floats(coloured.batch(1)))
        .containsExactly(0, 0, 0, 0.8f, 0, 0, 0, 0.8f, 0, 0, 0, 0.8f);
  }

  @Test
  void anImageOfAnotherSizeThanTheNetworksIsNamed() {
    Dataset data = ImageDataset.of(grey(), Shape.of(1, 4, 4));
    assertThatThrownBy(() -> data.batch(1))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(BadDataException.class)
        .hasMessage("grey, image 1: expected an image of 1x4x4, found 1x2x2");
    Dataset padded = ImageDataset.of(grey(), Shape.of(1, 4, 4)).augmented(Augmentation.of(pad(2)));
    assertThatThrownBy(() -> padded.batch(0))
        .cause()
        .hasMessage("grey, image 0: expected an image of 1x4x4 after pad(2), found 1x6x6");
  }

  @Test
  void anImageThatCannotBeAugmentedIsNamed() {
    Dataset data =
        ImageDataset.of(grey(), Shape.of(1, 4, 4)).augmented(Augmentation.of(randomCrop(4)));
    assertThatThrownBy(() -> data.batch(1))
        .cause()
        .hasMessage(
            "grey, image 1: expected an image of at least 4x4 for randomCrop(4), found 2x2");
  }

  @Test
  void whatIsRandomDependsOnSeedEpochAndIndexOnly() {
    ImageDataset wide =
        ImageDataset.of(new OnePattern(), Shape.of(3, 8, 8))
            .augmented(Augmentation.of(randomCrop(8)));
    float[] first = floats(wide.inEpoch(1, 1).batch(0));
    assertThat(floats(wide.inEpoch(1, 1).batch(0))).isEqualTo(first);
    assertThat(floats(wide.inEpoch(2, 1).batch(0))).isNotEqualTo(first);
    assertThat(floats(wide.inEpoch(1, 2).batch(0))).isNotEqualTo(first);
    assertThat(floats(wide.inEpoch(1, 1).batch(1))).isNotEqualTo(first);
  }

  /** The same large image at each index. */
  private static final class OnePattern implements LabelledImages {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public List<String> classes() {
      return List.of("pattern");
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public String name(int index) {
      return "pattern " + index;
    }

    @Override
    public Image image(int index) {
      return Patterns.image(100, 100);
    }
  }

  @Test
  void tenCropsAreTenImagesWithTheLabelOfOne() throws IOException {
    ImageDataset data = ImageDataset.of(new OnePattern(), Shape.of(3, 60, 50)).tenCropped();
    assertThat(data.views()).isEqualTo(10);
    Batch batch = data.batch(1, 0);
    assertThat(batch.images().shape()).containsExactly(20, 3, 60, 50);
    assertThat(batch.labels()).hasSize(20).containsOnly(0);
    List<Image> views = data.views(0);
    assertThat(views).hasSize(10);
    double value = batch.images().getDouble(3, 2, 7, 9) * 255;
    assertThat(Math.round(value)).isEqualTo(views.get(3).value(2, 7, 9));
    assertThat(views.get(3).value(2, 7, 9)).isEqualTo(Patterns.value(2, 40 + 7, 50 + 9));
  }

  @Test
  void aNormalisationForOtherChannelsIsRefused() {
    assertThatThrownBy(
            () -> ImageDataset.of(grey(), Shape.of(1, 2, 2)).normalized(Normalization.IMAGENET))
        .hasMessageContaining("is none for 1 channels");
    assertThatThrownBy(() -> ImageDataset.of(grey(), Shape.of(4, 2, 2)))
        .hasMessage("expected 1 or 3 channels, height and width, found 4 x 2 x 2");
  }

  @Test
  void bytesMustFitTheLabelsAndLabelsTheClasses() {
    List<String> classes = List.of("a", "b");
    assertThatThrownBy(() -> new ImagesInMemory("x", classes, Shape.of(1, 2, 2), new byte[7], 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 images of 1x2x2 do not fit 7 bytes");
    assertThatThrownBy(() -> new ImagesInMemory("x", classes, Shape.of(1, 1, 1), new byte[1], 2))
        .hasMessage("the label 2 is none of the 2 classes");
  }
}
