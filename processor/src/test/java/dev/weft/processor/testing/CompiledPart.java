package dev.weft.processor.testing;

/**
 * A record that declarations in tests see as a class file only.
 *
 * @param width its only component
 */
public record CompiledPart(int width) {}
