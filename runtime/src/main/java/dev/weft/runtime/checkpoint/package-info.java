/** A training on the disk, so that it can go on where it was stopped. */
package dev.weft.runtime.checkpoint;
