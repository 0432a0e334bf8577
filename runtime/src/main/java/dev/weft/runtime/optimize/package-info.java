/** Optimisers, and what belongs to their steps. */
package dev.weft.runtime.optimize;
