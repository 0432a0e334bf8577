package dev.weft.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type whose static methods, constants, records and enums are parts for the networks of
 * other builds. Declarations are read, not run, so a class file is of no use to them: the processor
 * packs the source of the type beside its class file, together with the source of whatever in the
 * same build it refers to.
 *
 * <pre>{@code
 * @NetworkParts
 * public final class Blocks {
 *   private Blocks() {}
 *
 *   public static Layer bottleneck(int channels) {
 *     return residual(conv1x1(channels / 4), relu(), conv3x3(channels / 4), relu(), conv1x1(channels));
 *   }
 * }
 * }</pre>
 *
 * <p>The jar then holds {@code Blocks.class} and {@code Blocks.weftsrc}, and a network of any build
 * that has it on its class path or module path can call {@code Blocks.bottleneck(256)}. Networks
 * themselves, which other networks may contain, are packed without this annotation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NetworkParts {}
