package dev.weft.runtime.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file as a whole or not at all: beside its place first, and then moved there. */
final class AtomicFile {
  private AtomicFile() {}

  /** What the file is to contain. */
  interface Contents {
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Creates or replaces a file; whatever happens, no other file is left behind. */
  static void write(Path file, Contents contents) throws IOException {
    // What a link points to is replaced, and not the link.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path temporary = target.resolveSibling(".weft-" + UUID.randomUUID() + ".tmp");
    // Not `createTempFile`, whose files nobody but their owner may read.
    FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      try (channel) {
        contents.writeTo(channel);
        // A file system may put off the contents to after the move, which a crash could separate.
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable failed) {
      delete(temporary, failed);
      throw failed;
    }
  }

  private static void delete(Path temporary, Throwable failed) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }
}
