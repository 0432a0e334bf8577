package dev.weft.processor.source.tree;

import com.sun.source.tree.CompilationUnitTree;
import java.util.Optional;

/**
 * A file as javac's parser read it.
 *
 * @param unit the file's tree; empty if it could not be read
 * @param mistake what is wrong with it, with file and line; empty if nothing is
 */
record ParsedFile(Optional<CompilationUnitTree> unit, Optional<String> mistake) {}
