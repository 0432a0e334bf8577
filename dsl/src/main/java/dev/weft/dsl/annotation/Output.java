package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The shape of a network's output: the build fails when it is another.
 *
 * <pre>{@code
 * @Network(input = {3, 224, 224})
 * @Output(1000)
 * public interface ResNet18 { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Output {
  /** Channels, height, width; or the number of features of a vector. */
  int[] value();
}
