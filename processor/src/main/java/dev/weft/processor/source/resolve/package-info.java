/** What the names in a body mean, found without letting the compiler attribute the body. */
package dev.weft.processor.source.resolve;
