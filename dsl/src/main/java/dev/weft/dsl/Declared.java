package dev.weft.dsl;

/**
 * Something that a declaration says, so that a message can point at the place where it says it: a
 * {@link Layer}, or where a stage takes its input from. Told apart by identity.
 */
public interface Declared {}
