/** Runs the bodies of stages: a tree-walking interpreter for the Java of declarations. */
package dev.weft.processor.source.interpret;
