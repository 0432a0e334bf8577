/** Mistakes in a declaration, as data. */
package dev.weft.dsl.problem;
