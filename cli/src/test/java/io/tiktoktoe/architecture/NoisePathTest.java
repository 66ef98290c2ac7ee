package io.tiktoktoe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoktoe.architecture.fixture.Impure;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.store.PrivacyLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Noise comes from the secure source, through whole numbers alone. */
class NoisePathTest {

  private static final Pattern FLOATING =
      Pattern.compile(
          "\\b(double|float|Double|Float|doubleValue|nextGaussian|Random)\\b"
              + "|\\bMath\\.(exp|log|sqrt|pow|random|floor|ceil|rint|round)\\b"
              + "|\\b\\d+\\.\\d*|\\b\\d+[eE]-?\\d+");

  private static JavaClasses privacy;

  @BeforeAll
  static void read() {
    privacy =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tiktoktoe.privacy", "io.tiktoktoe.store");
  }

  @Test
  void noFloatingPointInTheNoisePath() throws IOException {
    List<Path> sources =
        Repository.mainSources("core").stream()
            .filter(source -> source.toString().contains("/privacy/noise/"))
            .toList();
    assertThat(sources).hasSizeGreaterThan(3);
    for (Path source : sources) {
      assertThat(floating(Files.readString(source))).as(source.toString()).isEmpty();
    }
  }

  @Test
  void floatingPointIsSeen() {
    assertThat(floating("long x = (long) (scale * 0.5);")).isNotEmpty();
    assertThat(floating("var x = Math.log(u);")).isNotEmpty();
    assertThat(floating("double x;")).isNotEmpty();
    assertThat(floating("new Random(7)")).isNotEmpty();
    assertThat(floating("// a double in a comment\nlong x = 1; /* 0.5 */")).isEmpty();
  }

  private static List<String> floating(String source) {
    String code = source.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"\\n]*\"", "");
    return FLOATING.matcher(code).results().map(found -> found.group()).toList();
  }

  @Test
  void noRandomnessThatCanBeGuessed() {
    ArchRule rule = guessable("io.tiktoktoe.privacy..");
    rule.check(privacy);
    JavaClasses planted = new ClassFileImporter().importClasses(Impure.class);
    assertThat(guessable(Impure.class.getPackageName()).evaluate(planted).hasViolation()).isTrue();
  }

  private static ArchRule guessable(String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.random..", "org.apache.commons.rng..")
        .orShould()
        .callMethod(Math.class, "random");
  }

  @Test
  void oneSourceAndOneLedgerInTheProduct() {
    classes()
        .that()
        .implement("io.tiktoktoe.privacy.noise.BitSource")
        .should()
        .haveFullyQualifiedName("io.tiktoktoe.privacy.noise.SecureBits")
        .check(privacy);
    classes().that().implement(BudgetLedger.class).should().be(PrivacyLedger.class).check(privacy);
  }
}
