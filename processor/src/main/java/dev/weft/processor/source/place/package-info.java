/** Places in source files, found through the compiler's trees. */
package dev.weft.processor.source.place;
