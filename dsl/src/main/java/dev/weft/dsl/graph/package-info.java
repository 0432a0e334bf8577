/** A network whose every shape is known. */
package dev.weft.dsl.graph;
