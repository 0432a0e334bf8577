/**
 * The benchmark: how fast Weft computes its networks beside libtorch, ONNX Runtime and DL4J. {@link
 * dev.weft.examples.speed.SpeedBenchmark} is the entrance. Each contestant has a JVM of its own, so
 * that none disturbs another's threads and each one's memory can be told; they take turns.
 */
package dev.weft.examples.speed;
