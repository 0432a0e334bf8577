package dev.weft.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.weft.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  @ArchTest
  static final ArchRule IMPORTS_GO_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.weft.runtime..")
          .layer("tensor")
          .definedBy("..runtime.tensor..")
          .layer("memory")
          .definedBy("..runtime.memory..")
          .layer("layer")
          .definedBy("..runtime.layer..")
          .layer("kernel")
          .definedBy("..runtime.kernel..")
          .layer("nd4j")
          .definedBy("..runtime.nd4j..")
          .layer("onednn")
          .definedBy("..runtime.onednn..")
          .layer("observe")
          .definedBy("..runtime.observe..")
          .layer("weights")
          .definedBy("..runtime.weights..")
          .layer("model")
          .definedBy("..runtime.model..")
          .layer("image")
          .definedBy("..runtime.image..")
          .layer("augment")
          .definedBy("..runtime.augment..")
          .layer("data")
          .definedBy("..runtime.data..")
          .layer("optimize")
          .definedBy("..runtime.optimize..")
          .layer("schedule")
          .definedBy("..runtime.schedule..")
          .layer("checkpoint")
          .definedBy("..runtime.checkpoint..")
          .layer("train")
          .definedBy("..runtime.train..")
          .layer("recipe")
          .definedBy("..runtime.recipe..")
          .whereLayer("recipe")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("recipe")
          .whereLayer("optimize")
          .mayOnlyBeAccessedByLayers("train", "recipe")
          .whereLayer("schedule")
          .mayOnlyBeAccessedByLayers("train", "recipe")
          .whereLayer("checkpoint")
          .mayOnlyBeAccessedByLayers("train")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("train")
          .whereLayer("augment")
          .mayOnlyBeAccessedByLayers("data", "recipe")
          .whereLayer("image")
          .mayOnlyBeAccessedByLayers("augment", "data")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("train")
          .whereLayer("observe")
          .mayOnlyBeAccessedByLayers("model", "train")
          .whereLayer("memory")
          .mayOnlyBeAccessedByLayers("model")
          .whereLayer("weights")
          .mayOnlyBeAccessedByLayers("model", "checkpoint")
          .whereLayer("onednn")
          .mayOnlyBeAccessedByLayers("model")
          .whereLayer("nd4j")
          .mayOnlyBeAccessedByLayers("onednn", "model", "optimize")
          .whereLayer("kernel")
          .mayOnlyBeAccessedByLayers("nd4j", "onednn", "observe", "model")
          .whereLayer("layer")
          .mayOnlyBeAccessedByLayers(
              "kernel",
              "nd4j",
              "onednn",
              "observe",
              "weights",
              "model",
              "optimize",
              "checkpoint",
              "train",
              "recipe")
          .ensureAllClassesAreContainedInArchitecture();

  @ArchTest
  static final ArchRule RUNTIME_KNOWS_NO_PROCESSOR =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.weft.processor..",
              "javax.annotation.processing..",
              "javax.lang.model..",
              "com.sun.source..");

  @ArchTest
  static final ArchRule TENSORS_NEED_NO_DECLARATION =
      noClasses()
          .that()
          .resideInAnyPackage("..runtime.tensor..", "..runtime.layer..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.weft.dsl..");
}
