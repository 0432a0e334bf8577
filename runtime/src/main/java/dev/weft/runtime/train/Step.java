package dev.weft.runtime.train;

/**
 * Where an epoch stands after a step.
 *
 * @param number of this step in its epoch, counted from 1
 * @param images images seen in this epoch
 * @param loss their mean loss
 * @param accuracy the fraction of them classified rightly
 * @param rate the learning rate of this step
 */
public record Step(int number, int images, double loss, double accuracy, double rate) {}
