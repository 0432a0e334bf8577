/** Training and evaluation: losses, optimisers, the loop over a data set and its display. */
package dev.weft.runtime.train;
