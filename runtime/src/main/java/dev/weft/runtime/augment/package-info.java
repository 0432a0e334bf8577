/** Transforms of images, with torchvision's names and results, and what to make of them. */
package dev.weft.runtime.augment;
