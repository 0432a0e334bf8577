/**
 * The parts of a Java source that generated code is made of, and how they are printed.
 *
 * <p>The names and formats are those of JavaPoet, which prints any Java there is; it prints each
 * source twice, splits each piece with a regular expression, and so took most of the time that the
 * processor needed for a deep network. Here each part is printed once, as a person would set it.
 */
package dev.weft.processor.emit.code;
