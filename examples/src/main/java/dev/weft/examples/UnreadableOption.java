package dev.weft.examples;

import dev.weft.runtime.data.Unreadable;
import picocli.CommandLine.Option;

/** What becomes of files in a folder of images that are none. */
final class UnreadableOption {
  @Option(
      names = "--skip-unreadable",
      description = "Leaves out files that are no images, or damaged ones.")
  private boolean skip;

  Unreadable unreadable() {
    return skip ? Unreadable.SKIP : Unreadable.REFUSE;
  }
}
