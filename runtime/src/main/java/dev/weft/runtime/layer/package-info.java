/** The layers that kernels offer to generated code: each computes forward and backward. */
package dev.weft.runtime.layer;
