package io.tiktoktoe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * SQL lies in files: in {@code shared} what two engines run, in {@code duckdb} what one can do.
 * Every rule is also shown an offence.
 */
class SqlRulesTest {

  private static final Path FOLDER =
      Repository.root().resolve("store").resolve("src/main/resources/sql");

  private static final Pattern PLACE =
      Pattern.compile("\\$\\{([\\w-]+/[\\w/-]+)|=([\\w-]+/[\\w/-]+)");

  /** Types that move money: which they are stands in the table {@code event_types}. */
  private static final Set<String> MOVING =
      Arrays.stream(EventType.values())
          .filter(type -> type.sign() != 0)
          .map(EventType::wireName)
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void javaHoldsNoSqlButShortLines() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : Repository.mainSources("store")) {
      if (source.endsWith("PersonRows.java")) {
        // Conditions on names and forms that only Java knows: its statements are made of parts.
        continue;
      }
      for (String text : SqlTexts.longInJava(Files.readString(source))) {
        found.add(source.getFileName() + ": " + text);
      }
    }
    assertThat(found).as("move these into a file below %s", FOLDER).isEmpty();
  }

  @Test
  void longSqlInJavaIsSeen() {
    assertThat(
            SqlTexts.longInJava(
                """
                /** "SELECT a FROM events WHERE this is a comment and may be as long as it likes" */
                class A {
                  char quote = '"';
                  String fine = "SELECT count(*) FROM chunk";
                  String english = "a sentence that is longer than any short line may ever be, here.";
                  String one =
                      "SELECT one, two, three FROM events WHERE one = 1 AND two = 2 AND three = 3";
                  String two =
                      "SELECT one, two, three FROM events"
                          + " AS event GROUP BY one, two, three";
                  String three = \"""
                      DELETE FROM events
                      \""";
                }
                """))
        .hasSize(3)
        .anyMatch(text -> text.startsWith("SELECT one") && text.endsWith("three = 3"))
        .anyMatch(text -> text.endsWith("AS event GROUP BY one, two, three"))
        .anyMatch(text -> text.contains("DELETE FROM events"));
  }

  @Test
  void sharedSqlIsOfBothEngines() throws IOException {
    assertThat(offences("shared", SqlTexts::notShared))
        .as("move these into sql/duckdb, or ask for them with ${engine/NAME}")
        .isEmpty();
  }

  @Test
  void whatIsNotSharedIsSeen() {
    assertThat(
            SqlTexts.notShared(
                """
                SELECT * EXCLUDE (a), b::BIGINT, list_sort(c), struct_pack(d := 1), arg_max(e, f),
                  CAST(g AS VARCHAR), count(*) FILTER (h), row_number() OVER (ORDER BY i)
                FROM read_parquet('x') QUALIFY j = 1
                ORDER BY coalesce(k, l), m NULLS LAST
                LIMIT 1
                """))
        .containsExactlyInAnyOrder(
            "EXCLUDE",
            "::",
            "list_sort",
            "struct_pack",
            ":=",
            "arg_max",
            "VARCHAR",
            "FILTER (",
            "read_parquet",
            "QUALIFY",
            "ORDER BY i without NULLS FIRST or LAST",
            "ORDER BY coalesce(k, l) without NULLS FIRST or LAST");
    assertThat(SqlTexts.notShared("SELECT 1 FROM a EXCEPT FROM b")).containsExactly("EXCEPT FROM");
    assertThat(SqlTexts.notShared("DELETE FROM a")).containsExactly("DELETE");
    assertThat(
            SqlTexts.notShared(
                "SELECT count(*) FILTER (WHERE a) FROM b ORDER BY c NULLS FIRST, d DESC NULLS"
                    + " LAST"))
        .isEmpty();
  }

  @Test
  void typesOfEventsAreJoinedInsteadOfListed() throws IOException {
    List<String> found = new ArrayList<>(offences("shared", sql -> SqlTexts.lists(sql, MOVING)));
    found.addAll(offences("duckdb", sql -> SqlTexts.lists(sql, MOVING)));
    assertThat(found).as("join event_types").isEmpty();
    assertThat(SqlTexts.lists("e.type IN ('refund', 'chargeback')", MOVING))
        .containsExactly("'refund', 'chargeback'");
    assertThat(SqlTexts.lists("e.type IN ('view', 'tip')", MOVING)).isEmpty();
  }

  @Test
  void filesThatFilesNameAreThere() throws IOException {
    assertThat(missing(texts())).isEmpty();
    assertThat(missing(Stream.of("${shared/a events=duckdb/b} ${engine/c} ${engine/bucket}")))
        .containsExactlyInAnyOrder("shared/a", "duckdb/b", "duckdb/c");
  }

  private static List<String> missing(Stream<String> texts) {
    return texts
        .flatMap(text -> PLACE.matcher(text).results())
        .map(place -> place.group(1) == null ? place.group(2) : place.group(1))
        .map(name -> name.replaceFirst("^engine/", "duckdb/"))
        .filter(name -> !Files.exists(FOLDER.resolve(name + ".sql")))
        .distinct()
        .toList();
  }

  @Test
  void everyFileIsUsed() throws IOException {
    StringBuilder users = new StringBuilder();
    for (Path source : Repository.mainSources("store")) {
      users.append(Files.readString(source));
    }
    texts().forEach(users::append);
    assertThat(unused(files(""), users.toString())).isEmpty();
    assertThat(unused(List.of(FOLDER.resolve("duckdb/forgotten.sql")), users.toString()))
        .containsExactly("duckdb/forgotten.sql");
  }

  private static List<String> unused(List<Path> files, String users) {
    return files.stream()
        .map(file -> FOLDER.relativize(file).toString())
        .filter(
            name -> {
              String last = name.replaceFirst(".*/", "").replace(".sql", "");
              return !Pattern.compile("[\"/]" + last + "[\"} ]").matcher(users).find();
            })
        .toList();
  }

  private static List<String> offences(String folder, Function<String, List<String>> rule)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = FOLDER.relativize(file).toString();
      rule.apply(withoutComments(file)).forEach(offence -> found.add(name + ": " + offence));
    }
    return found;
  }

  private static Stream<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files("")) {
      texts.add(withoutComments(file));
    }
    return texts.stream();
  }

  private static String withoutComments(Path file) throws IOException {
    return Files.readString(file).replaceAll("(?m)^\\s*--.*$", "");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> walked = Files.walk(FOLDER.resolve(folder))) {
      return walked.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
