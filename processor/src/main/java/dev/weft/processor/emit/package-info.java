/** From the plan of a network to the Java source of its class. */
package dev.weft.processor.emit;
