/** Labelled images and the files they come from. */
package dev.weft.runtime.data;
