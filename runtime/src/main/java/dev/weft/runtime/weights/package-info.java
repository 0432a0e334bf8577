/** A network's parameters and running statistics in safetensors files. */
package dev.weft.runtime.weights;
