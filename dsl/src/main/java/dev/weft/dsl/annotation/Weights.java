package dev.weft.dsl.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A safetensors file of weights for a network: the build reads its header and fails when a name, a
 * shape or a type does not fit.
 *
 * <pre>{@code
 * @Network(input = {3, 224, 224})
 * @Weights("resnet18.safetensors")
 * public interface ResNet18 { ... }
 * }</pre>
 *
 * <p>Every parameter and running statistic must be there under its name, in PyTorch's layout and in
 * half, single or double precision, and nothing else; {@code num_batches_tracked} does not count.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Weights {
  /**
   * The file as a resource: relative to the network's package or to the root, beside the source, in
   * the {@code resources} folder beside the folder of sources, or on the class path.
   */
  String value();
}
