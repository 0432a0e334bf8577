/**
 * The networks of the collection once more, written by hand on libtorch, from the papers or from
 * torchvision, and compared with what Weft generates.
 */
package dev.weft.examples.byhand;
