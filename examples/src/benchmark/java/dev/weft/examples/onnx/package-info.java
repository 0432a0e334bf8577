/**
 * ONNX files from graphs and their weights. {@link dev.weft.examples.onnx.OnnxFile} is the
 * entrance; {@code Translations} says what becomes of each operation, and a new one is a line
 * there.
 */
package dev.weft.examples.onnx;
