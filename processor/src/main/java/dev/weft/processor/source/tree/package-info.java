/**
 * The source trees of declarations, wherever they come from: from javac itself, from files that
 * javac's parser reads, or from jars.
 */
package dev.weft.processor.source.tree;
