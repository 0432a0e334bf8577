package dev.weft.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Imports go one way. */
@AnalyzeClasses(packages = "dev.weft", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String PROCESSOR = "dev.weft.processor";

  @ArchTest
  static final ArchRule diagnosticsKnowNothingOfTheRest =
      noClasses()
          .that()
          .resideInAPackage(PROCESSOR + ".diagnostic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROCESSOR, PROCESSOR + ".source..", PROCESSOR + ".emit..");

  @ArchTest
  static final ArchRule readingKnowsNothingOfWriting =
      noClasses()
          .that()
          .resideInAPackage(PROCESSOR + ".source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROCESSOR, PROCESSOR + ".emit..");

  @ArchTest
  static final ArchRule onlyTheReaderKnowsTheCompilersTrees =
      noClasses()
          .that()
          .resideOutsideOfPackage(PROCESSOR + ".source..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.source..");

  @ArchTest
  static final ArchRule processorNeverLoadsTheRuntime =
      noClasses()
          .that()
          .resideInAPackage(PROCESSOR + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.weft.runtime..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      SlicesRuleDefinition.slices().matching(PROCESSOR + ".(**)").should().beFreeOfCycles();
}
