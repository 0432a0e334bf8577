package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileTest {
  private static final byte[] GOOD = IdxBytes.file(0x802, new int[] {2, 3}, 1, 2, 3, 4, 5, 255);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("numbers");
  }

  private void isRefused(byte[] contents, String problem) throws IOException {
    Files.write(file, contents);
    isRefused(problem);
  }

  private void isRefused(String problem) {
    assertThatThrownBy(() -> IdxFile.read(file, 2))
        .isInstanceOf(BadDataException.class)
        .hasMessage(file + ": expected " + problem);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void contentsTellWhetherAFileIsGzipped(boolean gzipped) throws IOException {
    Files.write(file, gzipped ? IdxBytes.gzip(GOOD) : GOOD);
    IdxFile idx = IdxFile.read(file, 2);
    assertThat(idx.dim(0)).isEqualTo(2);
    assertThat(idx.dim(1)).isEqualTo(3);
    assertThat(idx.data()).containsExactly(1, 2, 3, 4, 5, -1);
  }

  @Test
  void gzipDataMayComeInSeveralMembers() throws IOException {
    byte[] start = IdxBytes.gzip(Arrays.copyOf(GOOD, 7));
    byte[] end = IdxBytes.gzip(Arrays.copyOfRange(GOOD, 7, GOOD.length));
    Files.write(file, IdxBytes.concat(start, end));
    assertThat(IdxFile.read(file, 2).data()).containsExactly(1, 2, 3, 4, 5, -1);
  }

  @Test
  void aMissingFileIsRefused() {
    isRefused("an IDX file, found nothing");
  }

  @Test
  void aDirectoryIsRefused() throws IOException {
    Files.createDirectory(file);
    isRefused("an IDX file, found a directory");
  }

  @Test
  void anotherMagicNumberIsRefused() throws IOException {
    String expected = "the magic number 0x00000802 of an IDX file of rank 2, found ";
    isRefused(IdxBytes.file(0x801, new int[] {2}, 1, 2), expected + "0x00000801");
    isRefused(IdxBytes.file(0xD02, new int[] {1, 1}, 1, 2, 3, 4), expected + "0x00000d02");
    isRefused(IdxBytes.file(0x01000802, new int[] {1, 1}, 1), expected + "0x01000802");
    isRefused("<html>not found</html>".getBytes(), expected + "0x3c68746d");
  }

  @Test
  void anIncompleteHeaderIsRefused() throws IOException {
    isRefused(new byte[0], "an IDX header of 12 bytes, found 0 bytes");
    isRefused(new byte[3], "an IDX header of 12 bytes, found 3 bytes");
    isRefused(Arrays.copyOf(GOOD, 11), "an IDX header of 12 bytes, found 11 bytes");
  }

  @Test
  void truncatedDataIsRefused() throws IOException {
    byte[] truncated = Arrays.copyOf(GOOD, GOOD.length - 1);
    isRefused(truncated, "6 bytes of data for 2 x 3, found 5");
    isRefused(IdxBytes.gzip(truncated), "6 bytes of data for 2 x 3, found 5");
  }

  @Test
  void trailingBytesAreRefused() throws IOException {
    byte[] longer = Arrays.copyOf(GOOD, GOOD.length + 2);
    isRefused(longer, "6 bytes of data for 2 x 3, found 8");
    isRefused(IdxBytes.gzip(longer), "6 bytes of data for 2 x 3, found 8");
  }

  @Test
  void damagedGzipDataIsRefused() throws IOException {
    byte[] gzipped = IdxBytes.gzip(GOOD);
    isRefused(
        Arrays.copyOf(gzipped, gzipped.length - 3), "complete gzip data, found its end missing");
    isRefused(Arrays.copyOf(gzipped, 5), "complete gzip data, found its end missing");
    byte[] wrongSum = gzipped.clone();
    wrongSum[gzipped.length - 6] ^= 1;
    isRefused(wrongSum, "sound gzip data, found damage (Corrupt GZIP trailer)");
    for (int extra : new int[] {1, 10, 100}) {
      isRefused(
          Arrays.copyOf(gzipped, gzipped.length + extra),
          "the end of the gzip data, found " + extra + " more bytes");
    }
  }

  @Test
  void dimensionsThatNoFileHoldsAreRefusedWithoutMemoryForThem() throws IOException {
    isRefused(
        IdxBytes.file(0x802, new int[] {2_000_000_000, 1}, 1, 2),
        "2000000000 bytes of data for 2000000000 x 1, found 2");
    isRefused(
        IdxBytes.gzip(IdxBytes.file(0x802, new int[] {1, 2_000_000_000}, 1, 2)),
        "2000000000 bytes of data for 1 x 2000000000, found 2");
    isRefused(
        IdxBytes.file(0x802, new int[] {65536, 65536}, 1),
        "at most 2147483639 bytes of data, found dimensions of 65536 x 65536");
    isRefused(
        IdxBytes.file(0x802, new int[] {0, -1}),
        "at most 2147483639 bytes of data, found dimensions of 0 x 4294967295");
  }

  @Test
  void theMessageIsOneLineWhateverTheFileIsCalled() {
    assertThat(new BadDataException("a\nb", "c", "d")).hasMessage("a?b: expected c, found d");
  }
}
