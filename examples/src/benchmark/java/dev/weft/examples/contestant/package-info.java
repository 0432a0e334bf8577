/**
 * What the benchmark compares: Weft, libtorch, ONNX Runtime and DL4J, each computing the same
 * network from the same file of weights.
 */
package dev.weft.examples.contestant;
