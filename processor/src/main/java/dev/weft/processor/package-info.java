/** The annotation processor: from a declaration in source to its generated network class. */
package dev.weft.processor;
