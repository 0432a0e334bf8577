/**
 * What a file of weights says that it contains: read, written, and compared with a network. The
 * numbers themselves are no concern of this package.
 */
package dev.weft.dsl.weights;
