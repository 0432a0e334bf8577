package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#batchNorm()} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNorm {
  /** Added to the variance. */
  double epsilon() default 1e-5;

  /** The weight of the newest batch in the running statistics. */
  double momentum() default 0.1;

  /** The channels that it must get, if they are declared: others are an error. */
  int[] channels() default {};
}
