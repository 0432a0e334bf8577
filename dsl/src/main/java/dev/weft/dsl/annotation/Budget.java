package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most that a network may cost: the build fails when it outgrows one of the limits, and names
 * the layers that cost most.
 *
 * <pre>{@code
 * @Network(input = {3, 224, 224})
 * @Budget(parameters = 12_000_000, macs = 2_000_000_000, activationMegabytes = 10)
 * public interface ResNet18 { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Budget {
  /** Trainable elements, those of auxiliary heads included. */
  long parameters() default Long.MAX_VALUE;

  /** Multiply-adds of convolutions and dense layers for one image. */
  long macs() default Long.MAX_VALUE;

  /**
   * The memory of inference for one image besides parameters, in units of 1,000,000 bytes: all
   * buffers that the generated code plans, the input's among them, in float32. A batch of {@code n}
   * images needs {@code n} times as much; a kernel's own scratch memory does not count.
   */
  long activationMegabytes() default Long.MAX_VALUE;
}
