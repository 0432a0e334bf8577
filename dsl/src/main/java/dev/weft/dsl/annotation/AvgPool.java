package dev.weft.dsl.annotation;

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
  /** Height and width of the window. */
  int kernel();

  /** Pixels from one window to the next; 0 stands for the kernel. */
  int stride() default 0;

  /** Padding on each side. */
  int padding() default 0;
}
