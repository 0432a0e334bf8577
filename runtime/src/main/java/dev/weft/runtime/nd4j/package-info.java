/**
 * Kernels made of ND4J's operations alone, so that they run on each of its backends. No class here
 * reads or writes single elements of activations, which may lie in a device's memory.
 */
package dev.weft.runtime.nd4j;
