package dev.weft.dsl;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.weft.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  @ArchTest
  static final ArchRule importsGoOneWay =
      layeredArchitecture()
          .consideringAllDependencies()
          .withOptionalLayers(false)
          .layer("declaration")
          .definedBy("dev.weft.dsl")
          .layer("annotation")
          .definedBy("dev.weft.dsl.annotation")
          .layer("op")
          .definedBy("dev.weft.dsl.op")
          .layer("problem")
          .definedBy("dev.weft.dsl.problem")
          .layer("graph")
          .definedBy("dev.weft.dsl.graph")
          .layer("infer")
          .definedBy("dev.weft.dsl.infer")
          .layer("plan")
          .definedBy("dev.weft.dsl.plan")
          .layer("report")
          .definedBy("dev.weft.dsl.report")
          .layer("lint")
          .definedBy("dev.weft.dsl.lint")
          .layer("weights")
          .definedBy("dev.weft.dsl.weights")
          .layer("contract")
          .definedBy("dev.weft.dsl.contract")
          .whereLayer("declaration")
          .mayNotAccessAnyLayer()
          .whereLayer("annotation")
          .mayOnlyAccessLayers("declaration")
          .whereLayer("op")
          .mayOnlyAccessLayers("declaration")
          .whereLayer("problem")
          .mayOnlyAccessLayers("declaration")
          .whereLayer("graph")
          .mayOnlyAccessLayers("declaration", "op")
          .whereLayer("infer")
          .mayOnlyAccessLayers("declaration", "op", "problem", "graph")
          .whereLayer("plan")
          .mayOnlyAccessLayers("declaration", "op", "graph")
          .whereLayer("report")
          .mayOnlyAccessLayers("declaration", "op", "problem", "graph", "plan")
          .whereLayer("lint")
          .mayOnlyAccessLayers("declaration", "op", "problem", "graph")
          .whereLayer("weights")
          .mayOnlyAccessLayers("declaration", "problem")
          .whereLayer("contract")
          .mayOnlyAccessLayers("declaration", "op", "problem", "graph", "infer", "plan", "weights")
          .ignoreDependency(
              com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("java.."));
}
