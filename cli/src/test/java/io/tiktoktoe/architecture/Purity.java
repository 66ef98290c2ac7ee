package io.tiktoktoe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoktoe.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Rules about what classes of some packages leave to others; packages as ArchUnit writes them. */
final class Purity {

  private static final Set<String> STORE_DOORS =
      Set.of(
          "io.tiktoktoe.store",
          "io.tiktoktoe.connect",
          "io.tiktoktoe.stage",
          "io.tiktoktoe.personal");

  private Purity() {}

  static ArchRule databaseOnlyIn(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..");
  }

  /** A path that becomes part of a JDBC address can carry settings: one class judges it. */
  static ArchRule databaseStartsIn(String starter, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .and()
        .doNotHaveFullyQualifiedName(starter)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.DriverManager");
  }

  static ArchRule jsonOnlyIn(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");
  }

  /** Doors of the store are for the service: others may open and close a store, and no more. */
  static ArchRule storeIsOnlyOpenedIn(String... packages) {
    DescribedPredicate<JavaClass> door =
        DescribedPredicate.describe(
            "doors of the store",
            type ->
                STORE_DOORS.contains(type.getPackageName()) && type.getEnclosingClass().isEmpty());
    DescribedPredicate<JavaMethodCall> use =
        DescribedPredicate.describe(
            "calls of doors of the store but to open and close it",
            call ->
                door.test(call.getTargetOwner())
                    && !(call.getTargetOwner().isEquivalentTo(Store.class)
                        && Set.of("open", "close").contains(call.getName())));
    return noClasses().that().resideInAnyPackage(packages).should().callMethodWhere(use);
  }

  static ArchRule noEdges(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "java.net..",
            "java.util.logging..",
            "org.slf4j..",
            "tools.jackson..",
            "org.duckdb..");
  }

  static ArchRule timeIsAnArgument(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
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
  }

  static ArchRule randomnessIsAnArgument(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current");
  }

  static ArchRule silent(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  static ArchRule programsStartIn(String... packages) {
    return methods()
        .that()
        .haveName("main")
        .and()
        .areStatic()
        .should()
        .beDeclaredInClassesThat()
        .resideInAnyPackage(packages);
  }
}
