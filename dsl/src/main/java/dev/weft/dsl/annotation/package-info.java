/** The layers as annotations of a network's abstract stages. */
package dev.weft.dsl.annotation;
