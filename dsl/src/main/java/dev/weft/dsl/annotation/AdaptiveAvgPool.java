package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#adaptiveAvgPool(int)} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdaptiveAvgPool {
  /** Height and width of the output: one number for both, or {@code {height, width}}. */
  int[] value();
}
