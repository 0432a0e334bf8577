package dev.weft.runtime.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImageTest {
  @Test
  void pixelsHaveTheirChannelsSideBySide() {
    Image image = Patterns.image(3, 5);
    assertThat(image).hasToString("3x3x5");
    assertThat(image.value(2, 1, 4)).isEqualTo(Patterns.value(2, 1, 4));
  }

  @Test
  void greyIsTheLumaOfPil() {
    Image grey = Patterns.image(37, 50).withChannels(1);
    // Of Pillow 12.3: image.convert("L").
    assertThat(Patterns.checksum(grey)).isEqualTo(2799410617L);
    Image again = grey.withChannels(3).withChannels(1);
    assertThat(again.pixels()).isEqualTo(grey.pixels());
  }

  @Test
  void awtSeesTheSameColours() {
    Image image = Patterns.image(4, 3);
    BufferedImage awt = image.toBufferedImage();
    int expected = 0xff << 24 | image.value(0, 2, 1) << 16;
    expected |= image.value(1, 2, 1) << 8 | image.value(2, 2, 1);
    assertThat(awt.getRGB(1, 2)).isEqualTo(expected);
    BufferedImage grey = image.withChannels(1).toBufferedImage();
    assertThat(grey.getRaster().getSample(1, 2, 0)).isEqualTo(image.withChannels(1).value(0, 2, 1));
  }

  @Test
  void pixelsMustFit() {
    assertThatThrownBy(() -> new Image(3, 2, 2, new byte[11]))
        .hasMessage("11 bytes are no image of 3x2x2");
    assertThatThrownBy(() -> new Image(4, 2, 2, new byte[16]))
        .hasMessage("an image has 1 or 3 channels, but not 4");
  }
}
