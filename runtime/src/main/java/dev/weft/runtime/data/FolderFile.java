package dev.weft.runtime.data;

/**
 * A file of an {@link ImageFolder}.
 *
 * @param path from the folder on; a string takes less memory than a path
 * @param label the class
 */
record FolderFile(String path, int label) {}
