/** Finds and reads the files of weights that declarations name. */
package dev.weft.processor.source.weights;
