/** What tests compare with: libtorch, finite differences, and layers run on plain arrays. */
package dev.weft.runtime.testing;
