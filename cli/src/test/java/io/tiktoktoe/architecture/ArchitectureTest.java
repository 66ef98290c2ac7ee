package io.tiktoktoe.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Arrows go one way, and each concern lives in one place (docs/architecture.md). */
@AnalyzeClasses(packages = "io.tiktoktoe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE = {
    "io.tiktoktoe.event..",
    "io.tiktoktoe.calendar..",
    "io.tiktoktoe.work..",
    "io.tiktoktoe.metric..",
    "io.tiktoktoe.answer..",
    "io.tiktoktoe.stats..",
    "io.tiktoktoe.series..",
    "io.tiktoktoe.outlook..",
    "io.tiktoktoe.forecast..",
    "io.tiktoktoe.revenue..",
    "io.tiktoktoe.risk.."
  };

  @ArchTest
  static final ArchRule arrowsGoOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("event")
          .definedBy("io.tiktoktoe.event..")
          .layer("stats")
          .definedBy("io.tiktoktoe.stats..")
          .layer("metric")
          .definedBy("io.tiktoktoe.metric..")
          .layer("series")
          .definedBy("io.tiktoktoe.series..")
          .layer("outlook")
          .definedBy("io.tiktoktoe.outlook..")
          .layer("forecast")
          .definedBy("io.tiktoktoe.forecast..")
          .layer("risk")
          .definedBy("io.tiktoktoe.risk..")
          .layer("revenue")
          .definedBy("io.tiktoktoe.revenue..")
          .layer("simulation")
          .definedBy("io.tiktoktoe.simulation..")
          .layer("store")
          .definedBy(
              "io.tiktoktoe.store..",
              "io.tiktoktoe.connect..",
              "io.tiktoktoe.stage..",
              "io.tiktoktoe.sql..",
              "io.tiktoktoe.table..",
              "io.tiktoktoe.text..",
              "io.tiktoktoe.personal..",
              "io.tiktoktoe.file..")
          .layer("cli")
          .definedBy("io.tiktoktoe.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("simulation")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("revenue")
          .mayOnlyBeAccessedByLayers("store", "cli")
          .whereLayer("risk")
          .mayOnlyBeAccessedByLayers("revenue", "store", "cli")
          .whereLayer("outlook")
          .mayOnlyBeAccessedByLayers("forecast", "risk", "revenue", "store", "cli")
          .whereLayer("forecast")
          .mayOnlyBeAccessedByLayers("risk", "revenue", "store", "cli")
          .whereLayer("series")
          .mayOnlyBeAccessedByLayers(
              "outlook", "forecast", "risk", "revenue", "simulation", "store", "cli")
          .whereLayer("metric")
          .mayOnlyBeAccessedByLayers(
              "series", "outlook", "forecast", "risk", "revenue", "simulation", "store", "cli");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.tiktoktoe.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule databaseAccessLivesInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.tiktoktoe.store..",
              "io.tiktoktoe.connect..",
              "io.tiktoktoe.stage..",
              "io.tiktoktoe.sql..",
              "io.tiktoktoe.table..",
              "io.tiktoktoe.text..",
              "io.tiktoktoe.file..",
              "io.tiktoktoe.personal..",
              "io.tiktoktoe.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..");

  /** A JDBC address is text with settings in it: one class judges what becomes part of one. */
  @ArchTest
  static final ArchRule oneClassStartsTheDatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tiktoktoe.benchmarks..")
          .and()
          .doNotHaveFullyQualifiedName("io.tiktoktoe.sql.EngineStart")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.DriverManager");

  @ArchTest
  static final ArchRule jsonLivesAtTheEdges =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.tiktoktoe.cli..",
              "io.tiktoktoe.connect..",
              "io.tiktoktoe.table..",
              "io.tiktoktoe.text..",
              "io.tiktoktoe.store..",
              "io.tiktoktoe.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule coreIsPure =
      noClasses()
          .that(resideInAnyPackage(CORE))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "java.net..",
              "java.util.logging..",
              "org.slf4j..",
              "tools.jackson..",
              "org.duckdb..");

  @ArchTest
  static final ArchRule coreTakesTimeAsAnArgument =
      noClasses()
          .that(resideInAnyPackage(CORE))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule coreTakesRandomnessAsAnArgument =
      noClasses()
          .that(resideInAnyPackage(CORE))
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current");

  @ArchTest
  static final ArchRule coreIsSilent =
      noClasses()
          .that(resideInAnyPackage(CORE))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule programsStartAtTheCommandLine =
      methods()
          .that()
          .haveName("main")
          .and()
          .areStatic()
          .should()
          .beDeclaredInClassesThat()
          .resideInAnyPackage("io.tiktoktoe.cli..", "io.tiktoktoe.benchmarks..");
}
