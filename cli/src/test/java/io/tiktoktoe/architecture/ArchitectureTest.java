package io.tiktoktoe.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoktoe.architecture.fixture.Impure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Arrows go one way, doors are used, and each concern lives in one place (docs/architecture.md).
 * Doors are those of the {@code module-info.java} files. Every rule is also shown an offence, so
 * that one which cannot fail is found out.
 */
class ArchitectureTest {

  private static final String[] CORE = {
    "io.tiktoktoe.event..",
    "io.tiktoktoe.stats..",
    "io.tiktoktoe.work..",
    "io.tiktoktoe.calendar..",
    "io.tiktoktoe.metric..",
    "io.tiktoktoe.answer..",
    "io.tiktoktoe.series..",
    "io.tiktoktoe.outlook..",
    "io.tiktoktoe.forecast..",
    "io.tiktoktoe.pricing..",
    "io.tiktoktoe.privacy..",
    "io.tiktoktoe.risk..",
    "io.tiktoktoe.revenue..",
    "io.tiktoktoe.audience..",
    "io.tiktoktoe.content.."
  };

  private static final String[] STORE = {
    "io.tiktoktoe.store..",
    "io.tiktoktoe.connect..",
    "io.tiktoktoe.stage..",
    "io.tiktoktoe.sql..",
    "io.tiktoktoe.table..",
    "io.tiktoktoe.text..",
    "io.tiktoktoe.file..",
    "io.tiktoktoe.personal..",
    "io.tiktoktoe.benchmarks.."
  };

  private static final String[] JSON = {
    "io.tiktoktoe.cli..",
    "io.tiktoktoe.service..",
    "io.tiktoktoe.store..",
    "io.tiktoktoe.connect..",
    "io.tiktoktoe.table..",
    "io.tiktoktoe.text..",
    "io.tiktoktoe.personal..",
    "io.tiktoktoe.benchmarks.."
  };

  private static final String[] PROGRAMS = {"io.tiktoktoe.cli..", "io.tiktoktoe.benchmarks.."};

  private static JavaClasses classes;
  private static List<Use> uses;
  private static House house;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tiktoktoe");
    uses = new ArrayList<>(Use.namedIn(Repository.mainSources()));
    uses.addAll(Use.compiled(classes));
    house = House.read();
  }

  @Test
  void modulesUseDoorsOnly() {
    assertThat(house.pastDoors(uses))
        .as("uses of packages that module-info.java does not export")
        .isEmpty();
  }

  @Test
  void aDoorThatIsClosedIsSeenToBePassed() {
    List<House.Module> closed =
        house.modules().stream()
            .map(
                module -> {
                  Map<String, Set<String>> exports = new TreeMap<>(module.exports());
                  exports.remove("io.tiktoktoe.outlook");
                  exports.replace("io.tiktoktoe.forecast.network", Set.of("io.tiktoktoe.other"));
                  return new House.Module(module.name(), module.packages(), exports);
                })
            .toList();
    assertThat(new House(closed).pastDoors(uses))
        .anyMatch(use -> use.startsWith("io.tiktoktoe.cli") && use.contains("io.tiktoktoe.outlook"))
        .anyMatch(use -> use.startsWith("io.tiktoktoe.training"))
        .noneMatch(use -> use.startsWith("io.tiktoktoe.forecast"));
    assertThat(
            house.pastDoors(
                List.of(
                    Use.of("io.tiktoktoe.cli.Main", "io.tiktoktoe.forecast.blend.Blend"),
                    Use.of("io.tiktoktoe.benchmarks.Input", "io.tiktoktoe.store.query.Dimensions"),
                    Use.of("io.tiktoktoe.cli.Main", "io.tiktoktoe.store.Store"))))
        .containsExactly(
            "io.tiktoktoe.cli.Main -> io.tiktoktoe.forecast.blend.Blend",
            "io.tiktoktoe.benchmarks.Input -> io.tiktoktoe.store.query.Dimensions");
  }

  @Test
  void descriptorsAreReadAsTheCompilerReadsThem() {
    House.Module module =
        House.module(
            """
            /** exports nothing.at.all; */
            @Marked
            module a.b {
              requires c; // exports nor.this;
              exports a.b.door;
              exports a.b.room to
                  c,
                  d;
            }
            """,
            Set.of());
    assertThat(module.name()).isEqualTo("a.b");
    assertThat(module.exports())
        .isEqualTo(Map.of("a.b.door", Set.of(), "a.b.room", Set.of("c", "d")));
  }

  @Test
  void arrowsGoOneWay() {
    assertThat(Arrows.OF_THE_HOUSE.upward(uses)).as("uses of the same or a higher level").isEmpty();
  }

  @Test
  void everyPackageHasALevel() {
    assertThat(
            Repository.mainSources().stream().map(source -> Use.nameOf(source).area()).distinct())
        .isSubsetOf(Arrows.OF_THE_HOUSE.levels().stream().flatMap(Set::stream).toList());
  }

  @Test
  void arrowsThatPointTheOtherWayAreSeen() {
    assertThat(new Arrows(Arrows.OF_THE_HOUSE.levels().reversed()).upward(uses))
        .anyMatch(
            use ->
                use.startsWith("io.tiktoktoe.forecast") && use.contains("-> io.tiktoktoe.series"));
    assertThat(
            Arrows.OF_THE_HOUSE.upward(
                List.of(
                    Use.of("io.tiktoktoe.stats.Interval", "io.tiktoktoe.event.Money"),
                    Use.of("io.tiktoktoe.store.Store", "io.tiktoktoe.revenue.Revenue"))))
        .containsExactly("io.tiktoktoe.stats.Interval -> io.tiktoktoe.event.Money");
    Use nowhere = Use.of("io.tiktoktoe.attic.Box", "io.tiktoktoe.event.Money");
    assertThatThrownBy(() -> Arrows.OF_THE_HOUSE.upward(List.of(nowhere)))
        .hasMessageContaining("area attic has no level");
  }

  @Test
  void packagesHaveNoCircles() {
    assertThat(Arrows.onCircles(uses)).as("uses on circles of packages").isEmpty();
  }

  @Test
  void aCircleIsSeen() {
    JavaClasses circle = new ClassFileImporter().importPackages(Impure.class.getPackageName());
    assertThat(Arrows.onCircles(Use.compiled(circle)))
        .containsExactly(
            "io.tiktoktoe.architecture.fixture.one.Here"
                + " -> io.tiktoktoe.architecture.fixture.other.There",
            "io.tiktoktoe.architecture.fixture.other.There"
                + " -> io.tiktoktoe.architecture.fixture.one.Here");
    assertThat(
            Arrows.onCircles(
                List.of(
                    Use.of("io.tiktoktoe.a.A", "io.tiktoktoe.a.b.B"),
                    Use.of("io.tiktoktoe.a.b.B", "io.tiktoktoe.c.C"),
                    Use.of("io.tiktoktoe.c.C", "io.tiktoktoe.a.A"),
                    Use.of("io.tiktoktoe.c.C", "io.tiktoktoe.d.D"))))
        .hasSize(3)
        .noneMatch(use -> use.contains("io.tiktoktoe.d.D"));
  }

  @Test
  void noNameIsBorneTwice() {
    assertThat(Rooms.namesBorneTwice(Repository.mainSources())).isEmpty();
    assertThat(
            Rooms.namesBorneTwice(
                List.of(
                    Path.of("/core/src/main/java/io/tiktoktoe/a/Row.java"),
                    Path.of("/store/src/main/java/io/tiktoktoe/b/Row.java"),
                    Path.of("/store/src/main/java/io/tiktoktoe/b/Rows.java"))))
        .containsExactly("[io.tiktoktoe.a.Row, io.tiktoktoe.b.Row]");
  }

  @Test
  void largePackagesSayWhy() {
    assertThat(Rooms.tooLarge(Rooms.folders(Repository.mainSources())))
        .as("split into rooms, or give the reason in package-info.java: %s ...", Rooms.REASON)
        .isEmpty();
    assertThat(
            Rooms.tooLarge(
                Map.of(
                    Path.of("full"), new Rooms.Folder(31, "What it is."),
                    Path.of("wide"), new Rooms.Folder(31, Rooms.REASON + " its files are alike."),
                    Path.of("small"), new Rooms.Folder(30, "What it is."))))
        .containsExactly("full has 31 files");
  }

  @Test
  void databaseAccessLivesInTheStore() {
    Purity.databaseOnlyIn(STORE).check(classes);
    assertOffends(Purity.databaseOnlyIn(STORE));
  }

  @Test
  void oneClassStartsTheDatabase() {
    String starter = "io.tiktoktoe.sql.EngineStart";
    Purity.databaseStartsIn(starter, "io.tiktoktoe.benchmarks..").check(classes);
    assertOffends(Purity.databaseStartsIn(starter, "io.tiktoktoe.benchmarks.."));
  }

  @Test
  void commandsAskTheService() {
    Purity.storeIsOnlyOpenedIn("io.tiktoktoe.cli..").check(classes);
    assertOffends(Purity.storeIsOnlyOpenedIn(Impure.class.getPackageName()));
  }

  @Test
  void jsonLivesAtTheEdges() {
    Purity.jsonOnlyIn(JSON).check(classes);
    assertOffends(Purity.jsonOnlyIn(JSON));
  }

  @Test
  void programsStartAtTheCommandLine() {
    Purity.programsStartIn(PROGRAMS).check(classes);
    assertOffends(Purity.programsStartIn(PROGRAMS));
  }

  @Test
  void coreIsPure() {
    Purity.noEdges(CORE).check(classes);
    Purity.timeIsAnArgument(CORE).check(classes);
    Purity.randomnessIsAnArgument(CORE).check(classes);
    Purity.silent(CORE).check(classes);
  }

  @Test
  void whatIsNotPureIsSeen() {
    String planted = Impure.class.getPackageName();
    assertOffends(Purity.noEdges(planted));
    assertOffends(Purity.timeIsAnArgument(planted));
    assertOffends(Purity.randomnessIsAnArgument(planted));
    assertOffends(Purity.silent(planted));
  }

  private static void assertOffends(ArchRule rule) {
    JavaClasses planted = new ClassFileImporter().importClasses(Impure.class);
    assertThat(rule.evaluate(planted).hasViolation()).as(rule.getDescription()).isTrue();
  }

  /** The list of pure packages is that of the core module: none is forgotten. */
  @Test
  void everyPackageOfTheCoreIsHeldPure() {
    assertThat(
            Repository.mainSources("core").stream()
                .map(source -> Use.ROOT + Use.nameOf(source).area() + "..")
                .distinct())
        .containsExactlyInAnyOrder(CORE);
  }
}
