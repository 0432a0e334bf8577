/** Watches the layers of a network at work; networks without an observer know nothing of it. */
package dev.weft.runtime.observe;
