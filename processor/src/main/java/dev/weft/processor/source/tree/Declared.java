package dev.weft.processor.source.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/**
 * A declaration's source.
 *
 * @param unit the file
 * @param tree the class, method or variable in it
 */
public record Declared(CompilationUnitTree unit, Tree tree) {}
