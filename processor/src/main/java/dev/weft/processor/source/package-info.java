/**
 * Reads declarations: from an annotated interface to layers, origins and the mistakes in between.
 */
package dev.weft.processor.source;
