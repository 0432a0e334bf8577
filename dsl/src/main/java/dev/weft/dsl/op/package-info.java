/** The operations of a shaped graph: each knows its parameters, their shapes and its cost. */
package dev.weft.dsl.op;
