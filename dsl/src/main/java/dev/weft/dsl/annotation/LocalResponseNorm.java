package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#localResponseNorm(int)} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LocalResponseNorm {
  /** Channels in the sum. */
  int value();

  /** The factor of the sum, before its division by the size. */
  double alpha() default 1e-4;

  /** The exponent. */
  double beta() default 0.75;

  /** What is added to the sum. */
  double k() default 1;
}
