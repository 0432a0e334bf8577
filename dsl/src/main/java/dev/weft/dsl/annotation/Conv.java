package dev.weft.dsl.annotation;

import dev.weft.dsl.Init;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#conv(int, int)} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv {
  /** Output channels. */
  int filters();

  /** Height and width of the window. */
  int kernel();

  /** Pixels from one window to the next. */
  int stride() default 1;

  /** Zeros added on each side. */
  int padding() default 0;

  /** Pixels from one element of the window to the next. */
  int dilation() default 1;

  /** Independent groups of channels. */
  int groups() default 1;

  /** Whether a bias is added. */
  boolean bias() default true;

  /** How the weights are drawn. */
  Init init() default Init.HE;
}
