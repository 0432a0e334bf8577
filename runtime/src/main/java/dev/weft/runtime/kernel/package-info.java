/** What makes layers and memory; every way to compute a network implements it. */
package dev.weft.runtime.kernel;
