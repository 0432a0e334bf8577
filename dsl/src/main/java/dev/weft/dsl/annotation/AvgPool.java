package dev.weft.dsl.annotation;

import dev.weft.dsl.PaddingMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#avgPool(int)} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AvgPool {
  /** Height and width of the window: one number for both, or {@code {height, width}}. */
  int[] kernel();

  /**
   * Pixels from one window to the next: one number, or {@code {height, width}}; the kernel if none
   * is given.
   */
  int[] stride() default {};

  /**
   * Pixels added on each side: one number, {@code {height, width}}, or {@code {top, left, bottom,
   * right}}.
   */
  int[] padding() default {};

  /** Padding by its outcome, in place of {@code padding}. */
  PaddingMode autoPad() default PaddingMode.VALID;

  /** Whether a last window counts that the input fills only in part. */
  boolean ceilMode() default false;

  /** Whether padding counts in the average. */
  boolean countIncludePad() default true;
}
