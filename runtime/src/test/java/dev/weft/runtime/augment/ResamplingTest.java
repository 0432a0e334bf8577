package dev.weft.runtime.augment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.Patterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All expected numbers are of Pillow 12.3: {@code image.resize(size, Image.BILINEAR)}. */
class ResamplingTest {
  @ParameterizedTest
  @CsvSource({
    "22, 22, 1454205233, 4184495126",
    "20, 50, 365765930, 1066293227",
    "37, 31, 3478580270, 4171337872",
    "90, 120, 3376190472, 1346047827",
    "100, 7, 4179501388, 2454091191",
    "1, 1, 3847042676, 1069182125"
  })
  void everyPixelIsThatOfPil(int height, int width, long color, long grey) {
    Image image = Patterns.image(37, 50);
    Extent size = new Extent(height, width);
    assertThat(Patterns.checksum(Resampling.resize(image, size))).isEqualTo(color);
    assertThat(Patterns.checksum(Resampling.resize(image.withChannels(1), size))).isEqualTo(grey);
  }

  @Test
  void photographsShrinkAsInPil() {
    Image image = Patterns.image(375, 500);
    Image square = Resampling.resize(image, new Extent(224, 224));
    assertThat(Patterns.checksum(square)).isEqualTo(2013015222L);
    Image shorter = Resize.shorterSide(image, 256);
    assertThat(shorter).hasToString("3x256x341");
    assertThat(Patterns.checksum(shorter)).isEqualTo(3715055621L);
  }

  @Test
  void aFewPixelsByTheirNumbers() {
    Image small = Resampling.resize(Patterns.image(5, 7), new Extent(3, 4));
    assertThat(small.value(0, 0, 0)).isEqualTo(24);
    assertThat(small.value(1, 0, 1)).isEqualTo(173);
    assertThat(small.value(2, 1, 2)).isEqualTo(99);
    assertThat(small.value(1, 2, 3)).isEqualTo(96);
  }

  @Test
  void nothingOutsideOfAPartCounts() {
    Image part =
        Resampling.resize(Patterns.image(37, 50), 5, 11, new Extent(25, 30), new Extent(22, 22));
    assertThat(Patterns.checksum(part)).isEqualTo(20633591L);
  }
}
