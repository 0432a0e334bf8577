package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The published figures of a network: the build fails when the declared network has others.
 *
 * <pre>{@code
 * @Network(input = {3, 224, 224})
 * @Expect(parameters = 25_557_032, macs = 4_089_184_256L, receptiveField = 427)
 * public interface ResNet50 { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Expect {
  /** Trainable elements; a batch norm's running mean and variance are not. */
  long parameters() default -1;

  /** Multiply-adds of convolutions and dense layers for one image; half of what FLOPs count. */
  long macs() default -1;

  /**
   * The pixels of the input that one element of the last feature map sees, not cut off at the
   * image's border; or its rows and columns, {@code {14, 20}}. The last feature map is the last
   * value in front of the output that is an image of more than one pixel: in a classifier, what the
   * global pooling or the first dense layer gets.
   */
  int[] receptiveField() default {};
}
