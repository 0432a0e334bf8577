package dev.weft.dsl.graph;

/**
 * One part of the name of a layer in a network.
 *
 * @param key as it stands in a parameter's name: {@code conv1}, or the index {@code 0}
 * @param accessor as a Java method: {@code conv1}, or the kind and the index, {@code block0}
 */
public record Name(String key, String accessor) {}
