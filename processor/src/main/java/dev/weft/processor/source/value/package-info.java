/** The values that declarations compute with, and Java's arithmetic on them. */
package dev.weft.processor.source.value;
