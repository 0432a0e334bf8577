package dev.weft.runtime.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files were written by Pillow 12.3, and {@code NAME.expected.png} is what it reads from {@code
 * NAME} after {@code convert("RGB")}; those of 16 bits by hand.
 */
class ImageDecoderTest {
  private static final int HEIGHT = 16;
  private static final int WIDTH = 24;

  private static byte[] file(String name) throws IOException {
    try (InputStream in = ImageDecoderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static Image decode(String name) throws IOException {
    return ImageDecoder.decode(file(name));
  }

  private static void isRefused(byte[] file, String message) {
    assertThatThrownBy(() -> ImageDecoder.decode(file))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageStartingWith(message);
  }

  /** Two decoders may round differently. */
  @ParameterizedTest
  @CsvSource({"baseline,3", "progressive,3", "grey,1", "rgb,3", "cmyk,3", "ycck,3"})
  void jpegsHaveTheColoursOfPil(String name, int channels) throws IOException {
    Image image = decode(name + ".jpg");
    assertThat(image.channels()).isEqualTo(channels);
    Image expected = decode(name + ".expected.png");
    byte[] found = image.withChannels(3).pixels();
    int[] differences =
        IntStream.range(0, found.length)
            .map(i -> Math.abs((found[i] & 0xff) - (expected.withChannels(3).pixels()[i] & 0xff)))
            .toArray();
    assertThat(Arrays.stream(differences).max().orElseThrow()).isLessThanOrEqualTo(3);
    assertThat(Arrays.stream(differences).average().orElseThrow()).isLessThan(0.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.png", "rgba.png", "rgb-16-bits.png", "animated.png"})
  void colouredPngsAreTakenWithoutTheRest(String name) throws IOException {
    Image image = decode(name);
    assertThat(image).hasToString("3x16x24");
    assertThat(image.pixels()).isEqualTo(Patterns.image(HEIGHT, WIDTH).pixels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.png", "grey-alpha.png"})
  void greyPngsHaveOneChannel(String name) throws IOException {
    Image image = decode(name);
    assertThat(image.channels()).isEqualTo(1);
    Image expected = Patterns.image(HEIGHT, WIDTH).withChannels(1);
    assertThat(image.pixels()).isEqualTo(expected.pixels());
  }

  @Test
  void greyOf16BitsKeepsTheUpperEight() throws IOException {
    Image image = decode("grey-16-bits.png");
    assertThat(image).hasToString("1x16x24");
    assertThat(image.value(0, 5, 7)).isEqualTo(Patterns.value(0, 5, 7));
  }

  @Test
  void palettesAreLookedUp() throws IOException {
    assertThat(decode("palette.png").pixels()).isEqualTo(decode("palette.expected.png").pixels());
    Image bilevel = decode("bilevel.png");
    assertThat(bilevel.channels()).isEqualTo(1);
    Image grey = decode("grey.png");
    for (int x = 0; x < WIDTH; x++) {
      assertThat(bilevel.value(0, 3, x)).isEqualTo(grey.value(0, 3, x) > 127 ? 255 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "animated.gif,a GIF file",
    "still.webp,a WebP file",
    "still.bmp,a BMP file",
    "still.tif,a TIFF file"
  })
  void otherFormatsAreNamed(String name, String found) throws IOException {
    isRefused(file(name), "expected a JPEG or PNG image, found " + found);
  }

  @Test
  void whatIsNoImageIsRefused() {
    isRefused(new byte[0], "expected a JPEG or PNG image, found 0 bytes");
    isRefused("Thumbs".getBytes(), "expected a JPEG or PNG image, found something else");
    isRefused(new byte[] {'B'}, "expected a JPEG or PNG image, found something else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "cmyk.jpg", "grey.jpg"})
  void truncatedJpegsAreRefusedWhereverTheyEnd(String name) throws IOException {
    byte[] whole = file(name);
    for (int length = 3; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ImageDecoder.decode(part))
          .as("the first %d bytes", length)
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageStartingWith("expected a ");
    }
    isRefused(Arrays.copyOf(whole, whole.length - 2), "expected a complete JPEG, found its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.png", "palette.png", "rgb-16-bits.png"})
  void truncatedPngsAreRefusedWhereverTheyEnd(String name) throws IOException {
    byte[] whole = file(name);
    for (int length = 8; length < whole.length; length++) {
      isRefused(Arrays.copyOf(whole, length), "expected a complete PNG, found its end missing");
    }
  }

  @Test
  void aFlippedBitOfAPngIsNoticedAnywhere() throws IOException {
    byte[] whole = file("rgb.png");
    for (int at = 8; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      assertThatThrownBy(() -> ImageDecoder.decode(damaged))
          .as("byte %d", at)
          .isInstanceOf(UnreadableImageException.class);
    }
  }

  /** JPEG has no checksums: a damage either shows, or the image has other pixels. */
  @Test
  void aDamagedJpegIsAnImageOrRefusedButNothingElse() throws IOException {
    byte[] whole = file("baseline.jpg");
    for (int at = 2; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (1 << bit);
        try {
          assertThat(ImageDecoder.decode(damaged).width()).isPositive();
        } catch (UnreadableImageException e) {
          assertThat(e.getMessage()).startsWith("expected ");
        }
      }
    }
  }

  @Test
  void aScanThatLosesPixelsIsDamage() throws IOException {
    byte[] damaged = file("baseline.jpg");
    // A marker of the end inside the scan, behind which the JPEG goes on.
    int at = damaged.length - 40;
    damaged[at] = (byte) 0xff;
    damaged[at + 1] = (byte) 0xd9;
    isRefused(damaged, "expected a sound JPEG, found damage (");
  }

  @Test
  void bytesBehindTheEndDoNotMatter() throws IOException {
    byte[] whole = file("baseline.jpg");
    byte[] longer = Arrays.copyOf(whole, whole.length + 100);
    assertThat(ImageDecoder.decode(longer).pixels()).isEqualTo(ImageDecoder.decode(whole).pixels());
  }

  @Test
  void imagesThatNoMemoryHoldsAreRefusedByTheirHeader() throws IOException {
    byte[] jpeg = file("baseline.jpg");
    int frame = 0;
    while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc0) {
      frame++;
    }
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);
    isRefused(jpeg, "expected from 1 to 178956970 pixels, found 65535 x 65535");
  }
}
