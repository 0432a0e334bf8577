package dev.weft.processor.emit;

import dev.weft.processor.emit.code.ClassName;
import java.util.List;

/**
 * The types of the runtime that generated code names. By name only: the processor never loads the
 * runtime.
 */
final class Types {
  static final ClassName MODEL = ClassName.get("dev.weft.runtime.model", "Model");
  static final ClassName MODEL_OPTIONS = ClassName.get("dev.weft.runtime.model", "ModelOptions");
  static final ClassName NETWORK_TYPE = ClassName.get("dev.weft.runtime.model", "NetworkType");
  static final ClassName TRAINING_PASS = ClassName.get("dev.weft.runtime.model", "TrainingPass");
  static final ClassName SIDE_TENSORS = TRAINING_PASS.nestedClass("SideTensors");
  static final ClassName INFERENCE_PASS = ClassName.get("dev.weft.runtime.model", "InferencePass");
  static final ClassName KERNELS = ClassName.get("dev.weft.runtime.kernel", "Kernels");
  static final ClassName TENSOR = ClassName.get("dev.weft.runtime.tensor", "Tensor");
  static final ClassName BUFFER = ClassName.get("dev.weft.runtime.tensor", "Buffer");
  static final ClassName ADD = layer("Add");
  static final ClassName FUSED = layer("Fused");

  /** Simple names that generated code uses, and the roots of qualified ones. */
  static final List<String> NAMES =
      List.of(
          "Model",
          "ModelOptions",
          "NetworkType",
          "TrainingPass",
          "InferencePass",
          "Kernels",
          "Tensor",
          "Buffer",
          "Fused",
          "Shape",
          "Extent",
          "Sides",
          "List",
          "Window",
          "Activation",
          "Init",
          "String",
          "Override",
          "Generated",
          "IllegalStateException",
          "dev",
          "java",
          "javax");

  private Types() {}

  static ClassName layer(String name) {
    return ClassName.get("dev.weft.runtime.layer", name);
  }
}
