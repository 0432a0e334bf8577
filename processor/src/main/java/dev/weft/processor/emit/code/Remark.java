package dev.weft.processor.emit.code;

/**
 * A comment behind a statement, in which otherwise alike pieces of code may differ.
 *
 * @param text what it says
 */
public record Remark(String text) {}
