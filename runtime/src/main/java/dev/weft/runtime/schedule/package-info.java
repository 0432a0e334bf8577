/** How large the steps of a training are. */
package dev.weft.runtime.schedule;
