/** How much memory there still is for networks, and what bounds it. */
package dev.weft.runtime.memory;
