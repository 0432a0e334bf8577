/** From a shaped graph to the steps and the memory of its passes. */
package dev.weft.dsl.plan;
