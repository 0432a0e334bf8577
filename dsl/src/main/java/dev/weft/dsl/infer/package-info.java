/** From a declaration to a shaped graph, or to the problems that stand in the way. */
package dev.weft.dsl.infer;
