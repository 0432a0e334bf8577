package dev.weft.runtime.augment;

import static dev.weft.runtime.augment.Transforms.centerCrop;
import static dev.weft.runtime.augment.Transforms.colorJitter;
import static dev.weft.runtime.augment.Transforms.pad;
import static dev.weft.runtime.augment.Transforms.pcaNoise;
import static dev.weft.runtime.augment.Transforms.randomCrop;
import static dev.weft.runtime.augment.Transforms.randomHorizontalFlip;
import static dev.weft.runtime.augment.Transforms.randomResize;
import static dev.weft.runtime.augment.Transforms.randomResizedCrop;
import static dev.weft.runtime.augment.Transforms.resize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.Patterns;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformsTest {
  private final RandomGenerator random = new Random(1);

  /** Red is the column and green the row, so that a crop tells where it comes from. */
  private static Image map(int height, int width) {
    byte[] pixels = new byte[3 * height * width];
    for (int i = 0; i < height * width; i++) {
      pixels[3 * i] = (byte) (i % width);
      pixels[3 * i + 1] = (byte) (i / width);
      pixels[3 * i + 2] = (byte) 255;
    }
    return new Image(3, height, width, pixels);
  }

  private static Image uniform(int red, int green, int blue) {
    byte[] pixels = new byte[3 * 100];
    for (int i = 0; i < pixels.length; i += 3) {
      pixels[i] = (byte) red;
      pixels[i + 1] = (byte) green;
      pixels[i + 2] = (byte) blue;
    }
    return new Image(3, 10, 10, pixels);
  }

  /** Compares each pixel with one of a map, or black outside of it. */
  private static void isPart(Image part, int top, int left, int height, int width) {
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        int fromY = top + y;
        int fromX = left + x;
        boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
        assertThat(List.of(part.value(0, y, x), part.value(1, y, x), part.value(2, y, x)))
            .isEqualTo(inside ? List.of(fromX, fromY, 255) : List.of(0, 0, 0));
      }
    }
  }

  @Test
  void randomCropsComeFromEveryPlaceEquallyOften() {
    int[][] counts = new int[4][3];
    for (int i = 0; i < 12_000; i++) {
      Image crop = randomCrop(5, 6).apply(map(8, 8), random);
      int top = crop.value(1, 0, 0);
      int left = crop.value(0, 0, 0);
      counts[top][left]++;
      if (i < 50) {
        isPart(crop, top, left, 8, 8);
      }
    }
    // Each of the 12 places 1,000 times, with a deviation of 30.
    for (int[] row : counts) {
      for (int count : row) {
        assertThat(count).isCloseTo(1000, within(130));
      }
    }
  }

  @Test
  void paddedCropsReachOverEverySide() {
    boolean[] seen = new boolean[9 * 9];
    for (int i = 0; i < 3000; i++) {
      Image crop = randomCrop(32).padding(4).apply(map(32, 32), random);
      int left = crop.value(0, 16, 16) - 16;
      int top = crop.value(1, 16, 16) - 16;
      if (!seen[(top + 4) * 9 + left + 4]) {
        isPart(crop, top, left, 32, 32);
        seen[(top + 4) * 9 + left + 4] = true;
      }
    }
    assertThat(seen).doesNotContain(false);
  }

  @ParameterizedTest
  @CsvSource({"8,9,4,4,2,2", "9,8,4,4,2,2", "10,11,5,4,2,4", "3,9,6,4,-1,2", "5,5,8,8,-1,-1"})
  void theMiddleIsThatOfTorchvision(int h, int w, int height, int width, int top, int left) {
    isPart(centerCrop(height, width).apply(map(h, w), random), top, left, h, w);
  }

  @Test
  void paddingSurroundsTheImage() {
    isPart(pad(2).apply(map(3, 4), random), -2, -2, 3, 4);
    assertThat(pad(2).apply(map(3, 4), random)).hasToString("3x7x8");
  }

  @Test
  void halfOfAllImagesAreFlipped() {
    int flipped = 0;
    for (int i = 0; i < 10_000; i++) {
      Image image = randomHorizontalFlip().apply(map(2, 5), random);
      flipped += image.value(0, 1, 0) == 4 ? 1 : 0;
    }
    assertThat(flipped).isCloseTo(5000, within(200));
    Image mirror = randomHorizontalFlip(1).apply(map(2, 5), random);
    for (int x = 0; x < 5; x++) {
      assertThat(mirror.value(0, 1, x)).isEqualTo(4 - x);
      assertThat(mirror.value(1, 1, x)).isEqualTo(1);
    }
    Image same = map(2, 5);
    assertThat(randomHorizontalFlip(0).apply(same, random)).isSameAs(same);
  }

  /** Crops of a map show its corners, from which follow area, proportions and place. */
  @Test
  void resizedCropsHaveTheAreasAndProportionsAskedFor() {
    int count = 4000;
    double areas = 0;
    double logarithms = 0;
    double lefts = 0;
    Image map = map(200, 200);
    for (int i = 0; i < count; i++) {
      Image crop = randomResizedCrop(40).apply(map, random);
      // The first and last pixel stand for the middle of a fortieth of the part.
      double width = (crop.value(0, 0, 39) - crop.value(0, 0, 0)) * 40 / 39.0;
      double height = (crop.value(1, 39, 0) - crop.value(1, 0, 0)) * 40 / 39.0;
      assertThat(width / height).isBetween(0.7, 1.43);
      areas += width * height / 40_000;
      logarithms += Math.log(width / height);
      lefts += (crop.value(0, 0, 0) + crop.value(0, 0, 39)) / 2.0;
    }
    // Of areas from 0.08 to 1, those that fit: a little less than the mean of all, 0.54.
    assertThat(areas / count).isBetween(0.46, 0.54);
    assertThat(logarithms / count).isCloseTo(0, within(0.02));
    assertThat(lefts / count).isCloseTo(99.5, within(2.0));
  }

  @Test
  void aResizedCropThatNeverFitsIsTheMiddle() {
    Image narrow = map(200, 10);
    Image crop = randomResizedCrop(10).scale(1, 1).apply(narrow, random);
    // Of a width of 10, 3:4 is a height of 13: rows 93 to 105.
    assertThat(crop.value(0, 0, 0)).isZero();
    assertThat(crop.value(1, 0, 0)).isCloseTo(93, within(1));
    assertThat(crop.value(1, 9, 0)).isCloseTo(105, within(1));
    assertThat(randomResizedCrop(10).apply(map(1, 1), random)).hasToString("3x10x10");
  }

  @Test
  void jitteredScalesAreAllOfThem() {
    boolean[] seen = new boolean[5];
    for (int i = 0; i < 200; i++) {
      Image image = randomResize(20, 24).apply(map(40, 60), random);
      seen[image.height() - 20] = true;
      assertThat(image.width()).isEqualTo(image.height() * 60 / 40);
    }
    assertThat(seen).doesNotContain(false);
  }

  @Test
  void theShorterSideIsScaledToALength() {
    assertThat(resize(256).apply(map(100, 75), random)).hasToString("3x341x256");
    assertThat(resize(256).apply(map(75, 100), random)).hasToString("3x256x341");
    assertThat(resize(5, 9).apply(map(75, 100), random)).hasToString("3x5x9");
  }

  /** Of Pillow 12.3: {@code ImageEnhance.Brightness} and {@code Contrast}. */
  @ParameterizedTest
  @CsvSource({
    "0.6, 711092889, 882013590",
    "1.0, 2759041003, 2759041003",
    "1.37, 3922740376, 2563544973",
    "0.0, 284051363, 3051052685"
  })
  void brightnessAndContrastAreThoseOfPil(double factor, long brightness, long contrast) {
    Image image = Patterns.image(37, 50);
    assertThat(Patterns.checksum(ColorJitter.brightness(image, factor))).isEqualTo(brightness);
    assertThat(Patterns.checksum(ColorJitter.contrast(image, factor))).isEqualTo(contrast);
  }

  @Test
  void jitterIsUniformAroundOne() {
    double sum = 0;
    double squares = 0;
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      double factor = colorJitter(0.4, 0).apply(uniform(100, 100, 100), random).value(1, 0, 0);
      sum += factor;
      squares += factor * factor;
      assertThat(factor).isBetween(60.0, 140.0);
    }
    double mean = sum / count;
    assertThat(mean).isCloseTo(99.5, within(1.0));
    // The deviation of a uniform distribution: its length by the square root of 12.
    assertThat(Math.sqrt(squares / count - mean * mean)).isCloseTo(80 / Math.sqrt(12), within(0.5));
    Image image = Patterns.image(5, 5);
    assertThat(colorJitter(0, 0).apply(image, random).pixels()).isEqualTo(image.pixels());
  }

  @Test
  void colourNoiseHasTheCovarianceOfThePaper() {
    int count = 20_000;
    double[] sums = new double[3];
    double[][] products = new double[3][3];
    for (int i = 0; i < count; i++) {
      Image image = pcaNoise(0.1).apply(uniform(128, 128, 128), random);
      for (int a = 0; a < 3; a++) {
        sums[a] += image.value(a, 0, 0) - 128;
        for (int b = 0; b < 3; b++) {
          products[a][b] += (image.value(a, 0, 0) - 128) * (image.value(b, 0, 0) - 128);
        }
      }
    }
    // sum over k of p_ak p_bk (25.5 l_k)^2, with the published eigenvalues and eigenvectors.
    double[][] expected = {
      {10.028, 10.134, 10.075}, {10.134, 10.385, 10.423}, {10.075, 10.423, 10.590}
    };
    for (int a = 0; a < 3; a++) {
      assertThat(sums[a] / count).isCloseTo(0, within(0.1));
      for (int b = 0; b < 3; b++) {
        // Rounding to whole colours adds a twelfth to each variance.
        double rounding = a == b ? 1 / 12.0 : 0;
        assertThat(products[a][b] / count).isCloseTo(expected[a][b] + rounding, within(0.4));
      }
    }
  }

  @Test
  void colourNoiseStopsAtBlackAndWhiteAndNeedsColours() {
    for (int i = 0; i < 100; i++) {
      Image image = pcaNoise(3).apply(uniform(0, 255, 128), random);
      assertThat(image.value(0, 0, 0)).isBetween(0, 255);
    }
    Image grey = map(2, 2).withChannels(1);
    assertThatThrownBy(() -> pcaNoise(0.1).apply(grey, random))
        .isInstanceOf(UnsuitableImageException.class)
        .hasMessage("expected 3 channels for pcaNoise(0.1), found 1");
  }

  @Test
  void tenCropsAreTheCornersTheMiddleAndTheirMirrorImages() {
    List<Image> crops = TenCrop.of(4).apply(map(7, 9));
    assertThat(crops).hasSize(10);
    int[][] places = {{0, 0}, {0, 5}, {3, 0}, {3, 5}, {2, 2}};
    for (int i = 0; i < 5; i++) {
      isPart(crops.get(i), places[i][0], places[i][1], 7, 9);
    }
    Image mirrorsTopLeft = crops.get(5);
    assertThat(mirrorsTopLeft.value(0, 0, 0)).isEqualTo(8);
    assertThat(mirrorsTopLeft.value(0, 0, 3)).isEqualTo(5);
    assertThat(crops.get(8).value(0, 3, 3)).isZero();
    assertThat(crops.get(8).value(1, 3, 3)).isEqualTo(6);
    assertThatThrownBy(() -> TenCrop.of(8).apply(map(7, 9)))
        .hasMessage("expected an image of at least 8x8 for tenCrop(8), found 7x9");
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> randomCrop(0))
        .hasMessage("randomCrop: the size must be at least 1, but is 0");
    assertThatThrownBy(() -> randomCrop(5).padding(-1))
        .hasMessage("randomCrop: the padding must be at least 0, but is -1");
    assertThatThrownBy(() -> randomResizedCrop(5).scale(0, 1))
        .hasMessage(
            "randomResizedCrop: the scale must be two positive numbers in ascending order, but is"
                + " 0 and 1");
    assertThatThrownBy(() -> randomResizedCrop(5).scale(0.5, 2))
        .hasMessage("randomResizedCrop: the scale must be at most 1, but is 2");
    assertThatThrownBy(() -> randomResize(9, 8)).hasMessageContaining("but is 9 and 8");
    assertThatThrownBy(() -> randomHorizontalFlip(1.5)).hasMessageContaining("but is 1.5");
    assertThatThrownBy(() -> colorJitter(-1, 0)).hasMessageContaining("but are -1 and 0");
    assertThatThrownBy(() -> pcaNoise(0.1).eigenvalues(1, 2))
        .hasMessage("pcaNoise: expected 3 eigenvalues, found [1.0, 2.0]");
  }
}
