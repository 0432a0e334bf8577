package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a stage as it is in training; see {@link dev.weft.dsl.FrozenLayer}. For stages of both
 * forms.
 *
 * <pre>{@code
 * @Frozen @Conv(filters = 64, kernel = 3) @BatchNorm @Relu Layer stem();
 * @Frozen default Layer backbone() { return network(ResNet18.class).until("fc"); }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Frozen {}
