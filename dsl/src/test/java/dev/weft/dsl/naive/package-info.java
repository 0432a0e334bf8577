/**
 * A second opinion on shapes: what the Javadoc of the layers and their papers say, computed in the
 * most simple-minded way, by listing pixels. It shares nothing with inference but the declaration.
 */
package dev.weft.dsl.naive;
