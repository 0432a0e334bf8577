package dev.weft.runtime.train;

/**
 * What came of one pass over the training data.
 *
 * @param number counted from 1
 * @param loss the mean over the images, each with the weights of its own step
 * @param accuracy the fraction of images classified rightly, in training mode
 * @param imagesPerSecond the speed, steps and data together
 * @param seconds the time taken
 */
public record Epoch(
    int number, double loss, double accuracy, double imagesPerSecond, double seconds) {}
