/**
 * The JDK's methods that a declaration may call: pure ones, a line for each overload, each with its
 * cost. Collections, streams and builders are the JDK's own objects, so that they behave as such;
 * what would differ from run to run, as the order of a {@code Set.of}, is refused.
 */
package dev.weft.processor.source.interpret.library;
