/** The layers as annotations of abstract stages, and what a network promises as a whole. */
package dev.weft.dsl.annotation;
