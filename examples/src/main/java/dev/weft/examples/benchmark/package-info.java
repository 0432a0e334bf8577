/** What Weft costs a build. */
package dev.weft.examples.benchmark;
