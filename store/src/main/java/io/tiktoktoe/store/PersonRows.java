package io.tiktoktoe.store;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.personal.Pseudonyms;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.text.JsonText;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything in a store's tables that tells of one fan, inside the caller's transaction. */
public final class PersonRows {

  /** Shorter ids occur by chance in texts of others. */
  private static final int LEAST_LENGTH = 4;

  /** So do shorter numbers. */
  private static final int LEAST_DIGITS = 6;

  private static final String THESE_REJECTS = "reject IN (SELECT reject FROM person_reject)";

  /** What a reject keeps as text of its sender's own. */
  private static final List<String> STAGE_TEXTS =
      List.of(
          "id",
          "refers_to",
          "content",
          "product",
          "attributes",
          "age_band",
          "gender",
          "device",
          "error_value");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Writer.Session session;
  private final Erasure.Request request;
  private final KeyedHash hash;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Long> fans = new LinkedHashSet<>();

  /** Stands where the name stood; another in every erasure. */
  private final String instead = "erased-" + Long.toHexString(RANDOM.nextLong());

  public PersonRows(Store store, Writer.Session session, Erasure.Request request)
      throws SQLException {
    this.session = session;
    this.request = request;
    this.hash = KeyedHash.withSalt(store.salt());
    addName(request.fan());
    addName(Pseudonyms.under(store.settings().pseudonymKey()).of(request.fan()));
    // The same address in another case is the same person.
    for (String name : texts("SELECT name FROM fan WHERE lower(name) = lower(?)", request.fan())) {
      if (name.contains("@") || name.equals(request.fan())) {
        addName(name);
      }
    }
  }

  private void addName(String name) {
    names.add(name);
    fans.add(hash.id(KeyedHash.Kind.FAN, name));
  }

  /** Erases, and says what. */
  public Erasure.Report erase() throws SQLException {
    long rejects = rejects();
    List<String> files = files();
    ownTexts(files);
    long events = events();
    long gone = session.update("DELETE FROM fan WHERE fan IN (" + listed() + ") AND " + unused());
    long attributes = texts("events", "attributes", scope());
    long texts = 0;
    for (String table : List.of("content", "product")) {
      texts += texts(table, "name", "true");
    }
    for (String column : List.of("name", "product")) {
      texts += texts("experiment", column, "true");
    }
    for (String column : List.of("name", "tier")) {
      texts += texts("experiment_arm", column, "true");
    }
    for (String column : List.of("batch", "description")) {
      texts += texts("chunk", column, "true");
    }
    texts += texts("rejects", "batch", "true");
    return new Erasure.Report(events, gone, attributes, rejects, texts, files);
  }

  private String listed() {
    return fans.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String unused() {
    return "fan NOT IN (SELECT unnest([fan, coalesce(other_fan, fan)]) FROM events WHERE fan IN (%1$s) OR other_fan IN (%1$s)) AND fan NOT IN (SELECT fan FROM experiment_log WHERE fan IN (%1$s))"
        .formatted(listed());
  }

  /** A condition on events. */
  private String scope() {
    String creator =
        request
            .creator()
            .map(name -> " AND creator = " + hash.id(KeyedHash.Kind.CREATOR, name))
            .orElse("");
    String source =
        request
            .source()
            .map(
                name ->
                    " AND audience IN (SELECT audience FROM audience WHERE source = "
                        + SqlText.literal(name)
                        + ")")
            .orElse("");
    return "true" + creator + source;
  }

  private String ownEvents() {
    return "(fan IN (%1$s) OR other_fan IN (%1$s)) AND %2$s".formatted(listed(), scope());
  }

  private List<String> files() throws SQLException {
    return texts(
        "SELECT DISTINCT batch FROM chunk WHERE chunk IN (SELECT chunk FROM events WHERE "
            + ownEvents()
            + ") UNION SELECT batch FROM rejects WHERE "
            + THESE_REJECTS
            + " ORDER BY batch");
  }

  /**
   * What was written with the fan's own events goes whole; there, and in the names of the files
   * that brought the fan, short ids are looked for too.
   */
  private void ownTexts(List<String> files) throws SQLException {
    String own = ownEvents();
    String theirs = own + " OR refers_to IN (SELECT id FROM events WHERE " + own + ")";
    session.run(
        "UPDATE events SET attributes = without_free_text(attributes) WHERE attributes IS NOT NULL"
            + " AND (%s) AND without_free_text(attributes) <> attributes".formatted(theirs));
    replace(names, "events", "attributes", "%s", own);
    String these =
        "batch IN ('', %s)"
            .formatted(files.stream().map(SqlText::literal).collect(Collectors.joining(", ")));
    List<String> brief = brief();
    if (brief.isEmpty() || files.isEmpty()) {
      return;
    }
    // Of a path only the file's own name: folders bear names of others.
    String file = "regexp_extract(%s, '[^/]*$')";
    replace(brief, "chunk", "description", file, these);
    replace(brief, "rejects", "batch", file, these);
    replace(brief, "chunk", "batch", file, these);
  }

  /** The fan's events go on under random numbers, one for each of the old. */
  private long events() throws SQLException {
    long events = 0;
    for (long fan : fans) {
      long other = RANDOM.nextLong() & Long.MAX_VALUE;
      long moved =
          session.update(
              ("UPDATE events SET fan = CASE WHEN fan = %2$d THEN %1$d ELSE fan END,"
                      + " other_fan = CASE WHEN other_fan = %2$d THEN %1$d ELSE other_fan END"
                      + " WHERE (fan = %2$d OR other_fan = %2$d) AND %3$s")
                  .formatted(other, fan, scope()));
      long tested = tested(fan, other);
      if (moved + tested > 0) {
        session.run("INSERT INTO erased VALUES (" + other + ")");
      }
      events += moved;
    }
    return events;
  }

  /** Price tests go on as of somebody unknown; they are of no platform. */
  private long tested(long fan, long other) throws SQLException {
    if (request.source().isPresent()) {
      return 0;
    }
    String creator =
        request
            .creator()
            .map(name -> " AND creator = " + hash.id(KeyedHash.Kind.CREATOR, name))
            .orElse("");
    return session.update(
        ("UPDATE experiment_log SET fan = %d WHERE fan = %d AND experiment IN"
                + " (SELECT experiment FROM experiment WHERE true%s)")
            .formatted(other, fan, creator));
  }

  /** Rejects can be tried again, as of somebody unknown; their original text goes. */
  private long rejects() throws SQLException {
    String creator = restricted("creator", request.creator());
    String source = restricted("source", request.source());
    String own = rejectsNaming("fan");
    String linked = rejectsNaming("other_fan");
    session.run(
        "CREATE OR REPLACE TEMP TABLE person_reject AS SELECT reject FROM rejects WHERE (("
            + own
            + " OR "
            + linked
            + ")"
            + told(List.of("raw", "value", "stage"))
            + ")"
            + creator
            + source);
    session.run(
        "UPDATE rejects SET stage = json_merge_patch(stage, json_object('attributes',"
            + " without_free_text(json_extract_string(stage, '$.attributes')))) WHERE "
            + THESE_REJECTS
            + " AND json_extract_string(stage, '$.attributes') IS NOT NULL AND (%s OR %s)"
                .formatted(own, linked));
    texts("rejects", "stage", THESE_REJECTS);
    for (String field : STAGE_TEXTS) {
      briefly(field);
    }
    session.run(renamed("fan", THESE_REJECTS, own));
    session.run(renamed("other_fan", THESE_REJECTS, linked));
    return session.update("UPDATE rejects SET raw = NULL, value = '' WHERE " + THESE_REJECTS);
  }

  /** Takes short ids out of one text of the rejects; amounts and dates may be the same digits. */
  private void briefly(String field) throws SQLException {
    String text = "json_extract_string(stage, '$." + field + "')";
    for (String form : brief().stream().flatMap(PersonRows::forms).toList()) {
      String pattern = SqlText.literal(expression(form));
      String once = "regexp_replace(%s, %s, '\\1%s\\2', 'g')";
      String without = once.formatted(once.formatted(text, pattern, instead), pattern, instead);
      session.run(
          "UPDATE rejects SET stage = json_merge_patch(stage, json_object('%s', %s)) WHERE %s AND regexp_matches(%s, %s)"
              .formatted(field, without, THESE_REJECTS, text, pattern));
    }
  }

  /** Names that others' texts hold by chance. */
  private List<String> brief() {
    return names.stream().filter(name -> !isTelling(name)).toList();
  }

  private String renamed(String field, String these, String own) {
    return "UPDATE rejects SET stage = json_merge_patch(stage, '%s') WHERE %s AND (%s)"
        .formatted("{\"" + field + "\":\"" + instead + "\"}", these, own);
  }

  /** A condition on rejects: this field of theirs is the fan, by name or sealed. */
  private String rejectsNaming(String field) {
    return Stream.concat(names.stream(), fans.stream().map(fan -> "\u001fsealed:" + fan))
        .map(SqlText::literal)
        .collect(
            Collectors.joining(", ", "json_extract_string(stage, '$." + field + "') IN (", ")"));
  }

  private static String restricted(String field, Optional<String> name) {
    return name.map(
            one ->
                " AND coalesce(json_extract_string(stage, '$.%s'), %s) = %s"
                    .formatted(field, SqlText.literal(one), SqlText.literal(one)))
        .orElse("");
  }

  /** Or any of these columns tells of the fan. */
  private String told(List<String> columns) {
    return names.stream()
        .filter(name -> name.length() > 1)
        .flatMap(
            name ->
                forms(name)
                    .flatMap(
                        form ->
                            columns.stream()
                                .map(
                                    column ->
                                        " OR regexp_matches(%s, %s)"
                                            .formatted(column, SqlText.literal(expression(form))))))
        .collect(Collectors.joining());
  }

  /** As it is, and as JSON writes it, once and within a text of JSON. */
  private static Stream<String> forms(String name) {
    String json = JsonText.object(Map.of("", name));
    String quoted = json.substring(json.indexOf(':') + 2, json.length() - 2);
    String twice = quoted.replace("\\", "\\\\").replace("\"", "\\\"");
    return Stream.of(name, quoted, twice).distinct();
  }

  /** The text as a word of its own in any case, for RE2. */
  private static String expression(String form) {
    StringBuilder quoted = new StringBuilder("(?i)(^|[^\\pL\\pN])");
    form.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append("\\x{%x}".formatted(c));
              }
            });
    return quoted.append("($|[^\\pL\\pN])").toString();
  }

  /** Whether a name is no word that others' texts hold by chance. */
  private static boolean isTelling(String name) {
    return name.length() >= LEAST_DIGITS
        || name.length() >= LEAST_LENGTH && name.chars().anyMatch(Character::isLetter);
  }

  /** Replaces the fan's names in a column of texts, and says in how many rows. */
  private long texts(String table, String column, String where) throws SQLException {
    return replace(
        names.stream().filter(PersonRows::isTelling).toList(), table, column, "%s", where);
  }

  /** The same for these names, within the part of a text that {@code part} gives of it. */
  private long replace(
      Collection<String> which, String table, String column, String part, String where)
      throws SQLException {
    String within = part.formatted(column);
    long changed = 0;
    for (String form : which.stream().flatMap(PersonRows::forms).toList()) {
      String pattern = SqlText.literal(expression(form));
      String update =
          "UPDATE %1$s SET %2$s = left(%2$s, length(%2$s) - length(%3$s)) || regexp_replace(%3$s, %4$s, '\\1%5$s\\2', 'g')"
                  .formatted(table, column, within, pattern, instead)
              + " WHERE (%s) AND regexp_matches(%s, %s)".formatted(where, within, pattern);
      changed += session.update(update);
      // Two words that share the sign between them.
      session.update(update);
    }
    return changed;
  }

  private List<String> texts(String sql, String... parameters) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(result.getString(1));
        }
      }
    }
    return found;
  }
}
