/** Reads what a file of weights says that it contains; the numbers themselves stay in the file. */
package dev.weft.dsl.weights;
