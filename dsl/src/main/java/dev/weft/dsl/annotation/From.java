package dev.weft.dsl.annotation;

import dev.weft.dsl.Join;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a stage takes its input from, if not from the stage before it: from one or several of the
 * stages above it, or from the network's own input, which is called {@code input}.
 *
 * <pre>{@code
 * @From({"up1", "down1"})                  // U-Net: joined on the channels
 * default Layer level1() { return doubleConv(64); }
 *
 * @From(value = {"left", "right"}, join = Join.ADD) @Relu
 * Layer sum();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface From {
  /** The names of the stages. */
  String[] value();

  /** How several become one. */
  Join join() default Join.CONCAT;
}
