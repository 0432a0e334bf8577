package dev.weft.processor.source.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.FileObject;

/** A file that a declaration names, wherever it was found. */
interface Resource {
  InputStream open() throws IOException;

  /** Its bytes in all. */
  long size() throws IOException;

  /** A file on disk; empty if it is none, or something other than data. */
  static Optional<Resource> of(Path path) {
    return Files.isRegularFile(path) ? Optional.of(new OnDisk(path)) : Optional.empty();
  }

  /** A file that the compiler manages; empty if it is not there. */
  static Optional<Resource> of(FileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.read() < 0 ? Optional.empty() : Optional.of(new Managed(file));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  /**
   * A file on disk.
   *
   * @param path where
   */
  record OnDisk(Path path) implements Resource {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public long size() throws IOException {
      return Files.size(path);
    }
  }

  /**
   * A file that the compiler manages, in a jar perhaps.
   *
   * @param file the file
   */
  record Managed(FileObject file) implements Resource {
    @Override
    public InputStream open() throws IOException {
      return file.openInputStream();
    }

    /** Reads to the end: nothing else says how large a file in a jar is. */
    @Override
    public long size() throws IOException {
      try (InputStream in = file.openInputStream()) {
        return in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }
}
