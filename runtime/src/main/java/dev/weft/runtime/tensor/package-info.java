/** Values and the memory they live in, as the rest of the runtime sees them. */
package dev.weft.runtime.tensor;
