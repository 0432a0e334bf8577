/** The example networks; the processor makes a class of each. */
package dev.weft.examples.networks;
