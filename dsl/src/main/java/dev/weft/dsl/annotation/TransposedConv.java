package dev.weft.dsl.annotation;

import dev.weft.dsl.Init;
import dev.weft.dsl.PaddingMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#transposedConv(int, int)} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TransposedConv {
  /** Output channels. */
  int filters();

  /** Height and width of the window: one number for both, or {@code {height, width}}. */
  int[] kernel();

  /** Pixels from one window to the next: one number, or {@code {height, width}}. */
  int[] stride() default 1;

  /**
   * Pixels added on each side: one number, {@code {height, width}}, or {@code {top, left, bottom,
   * right}}.
   */
  int[] padding() default {};

  /** Padding by its outcome, in place of {@code padding}. */
  PaddingMode autoPad() default PaddingMode.VALID;

  /**
   * Rows and columns added to the output: one number, or {@code {height, width}}; none beside
   * {@link PaddingMode#SAME}.
   */
  int[] outputPadding() default 0;

  /** Pixels from one element of the window to the next: one number, or {@code {height, width}}. */
  int[] dilation() default 1;

  /** Independent groups of channels. */
  int groups() default 1;

  /** Whether a bias is added. */
  boolean bias() default true;

  /** How the weights are drawn. */
  Init init() default Init.HE;
}
