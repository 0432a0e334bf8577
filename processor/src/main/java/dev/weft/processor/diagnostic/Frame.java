package dev.weft.processor.diagnostic;

/**
 * One of the calls that led to a place.
 *
 * @param call the call with the values of its arguments, {@code block(128, 2)}; or a stage's name
 * @param place where the call stands, or null for a stage, which nobody calls
 */
public record Frame(String call, Place place) {}
