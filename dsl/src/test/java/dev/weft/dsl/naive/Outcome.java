package dev.weft.dsl.naive;

import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;

/**
 * What comes of a network.
 *
 * @param mistake the first mistake, or null if there is none
 * @param shape the output's shape, or null after a mistake
 * @param parameters weights, biases and the like, counted one by one
 * @param macs multiplications of a weight by a pixel, counted one by one
 */
public record Outcome(Code mistake, Shape shape, long parameters, long macs) {}
