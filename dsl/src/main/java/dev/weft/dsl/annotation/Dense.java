package dev.weft.dsl.annotation;

import dev.weft.dsl.Init;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The layer {@link dev.weft.dsl.Layers#dense(int)} as an annotation of a stage. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dense {
  /** Output features. */
  int value();

  /** Whether a bias is added. */
  boolean bias() default true;

  /** How the weights are drawn. */
  Init init() default Init.HE;

  /** The input features that it must get, if they are declared: others are an error. */
  int[] inFeatures() default {};
}
