/** The command line that trains the example networks. */
package dev.weft.examples;
