package dev.weft.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a network. The methods of the annotated interface, in source order, are the network's
 * stages: an abstract method with layer annotations, or a {@code default} method that returns a
 * layer made with the factories of {@link Layers}. From {@code LeNet5} the processor makes {@code
 * LeNet5Network} in the same package.
 *
 * <p>Static and private methods are helpers, and so are default methods with parameters, which some
 * method beside them must call. The stages of superinterfaces are stages of the network, too: they
 * come first, in the order of {@code extends}, each once; one that is declared again stays where it
 * was declared first, and one that two of them declare with other annotations must be declared
 * again. What a superinterface has besides, such as a method that returns no layer, is none.
 *
 * <pre>{@code
 * @Network(input = {1, 32, 32})
 * public interface Digits {
 *   @Conv(filters = 6, kernel = 5) @Tanh
 *   Layer c1();
 *
 *   default Layer pool() { return maxPool(2); }
 *
 *   @Dense(10)
 *   Layer output();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
  /** The shape of one input: channels, height, width; or the number of features of a vector. */
  int[] input();
}
