package dev.weft.runtime.data;

/** What becomes of files of a folder that are no images, or damaged ones. */
public enum Unreadable {
  /**
   * They are an error: an empty file when the folder is opened, another one when it is decoded. The
   * message names it.
   */
  REFUSE,
  /**
   * They are left out. All files are decoded once when the folder is opened, on all processors, so
   * that the number of images is known; {@link ImageFolder#skipped} names the others.
   */
  SKIP
}
