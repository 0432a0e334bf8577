/** Graphs of networks at run time, read from the reports that the processor writes. */
package dev.weft.examples.graph;
