/** Images of 8-bit pixels, and the JPEG and PNG files they come from. */
package dev.weft.runtime.image;
