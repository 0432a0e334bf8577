package dev.weft.runtime.model;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an auxiliary head put out in a forward pass of training; see {@link
 * dev.weft.dsl.AuxiliaryLayer}.
 *
 * @param values the head's output, batch first
 * @param weight by which its loss counts in that of the network
 */
public record SideOutput(INDArray values, double weight) {}
