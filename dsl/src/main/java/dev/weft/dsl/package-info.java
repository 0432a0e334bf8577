/**
 * What a user writes: the {@link dev.weft.dsl.Network} annotation, the factories in {@link
 * dev.weft.dsl.Layers}, and the layers they return.
 */
package dev.weft.dsl;
