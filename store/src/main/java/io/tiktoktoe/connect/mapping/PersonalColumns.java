package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.Expression.Column;
import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.personal.FixedWords;
import io.tiktoktoe.personal.PersonalData;
import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.FileRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a file whose values are not kept as they came, where rows are kept for people:
 * those with personal names, in the file or in its format, and those that the format hashes.
 */
public final class PersonalColumns {

  private static final int COLUMNS_SHOWN = 20;

  private final FormatFile format;
  private final FileContext file;
  private final Set<String> hashed = new LinkedHashSet<>();
  private final Set<String> fans = new LinkedHashSet<>();

  /** Columns that are one field of {@link FixedWords} as they stand. */
  private final Map<String, String> worded = new HashMap<>();

  private final Map<Set<String>, Set<String>> known = new HashMap<>();

  public PersonalColumns(FormatFile format, FileContext file) {
    this.format = format;
    this.file = file;
    format
        .expressions()
        .flatMap(Expression::all)
        .filter(part -> part instanceof Call call && call.function() == Function.HASH)
        .forEach(part -> addColumns(part, hashed));
    for (EventRule event : format.events()) {
      Stream.of(StageColumn.FAN, StageColumn.OTHER_FAN)
          .flatMap(column -> Stream.ofNullable(event.fields().get(column)))
          .forEach(fan -> addColumns(fan, fans));
      event
          .fields()
          .forEach(
              (field, expression) -> {
                if (expression instanceof Column column) {
                  worded.put(column.name(), field.field());
                }
              });
    }
  }

  /** The columns that an expression reads, also through values with a name. */
  private void addColumns(Expression expression, Set<String> columns) {
    expression
        .columns()
        .filter(columns::add)
        .flatMap(name -> Stream.ofNullable(format.values().get(name)))
        .forEach(value -> addColumns(value, columns));
  }

  /** The row's original text without what is personal. */
  public String raw(FileRow row) {
    Set<String> hidden = new LinkedHashSet<>(hidden(row));
    if (format.json()) {
      hidden.addAll(fans(row));
      return hidden.isEmpty() ? row.raw() : PersonalData.hidden(row.raw(), lastNames(hidden));
    }
    hidden.addAll(fans(row));
    Map<String, String> words = worded(row);
    boolean told = false;
    List<String> cells = new ArrayList<>();
    for (Map.Entry<String, String> cell : row.values().entrySet()) {
      String value = cell.getValue();
      String shown =
          !value.isEmpty()
                  && (hidden.contains(cell.getKey())
                      || !FixedWords.fits(words.getOrDefault(cell.getKey(), ""), value))
              ? PersonalData.HIDDEN
              : PersonalData.hiddenAs(cell.getKey(), value);
      told |= !shown.equals(value);
      cells.add(shown);
    }
    return told
        ? cells.stream().map(PersonalColumns::quoted).collect(Collectors.joining(","))
        : row.raw();
  }

  private static String quoted(String shown) {
    boolean plain = shown.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? shown : '"' + shown.replace("\"", "\"\"") + '"';
  }

  /** The row's columns that say who the fan is. */
  private Set<String> fans(FileRow row) {
    return fans.isEmpty() ? Set.of() : inFile(row, fans);
  }

  private Set<String> inFile(FileRow row, Set<String> names) {
    Map<String, String> resolved = file.resolved(row);
    return names.stream()
        .map(name -> resolved.getOrDefault(name, name))
        .filter(row.values()::containsKey)
        .collect(Collectors.toSet());
  }

  private Map<String, String> worded(FileRow row) {
    Map<String, String> resolved = file.resolved(row);
    Map<String, String> fields = new HashMap<>();
    worded.forEach((name, field) -> fields.put(resolved.getOrDefault(name, name), field));
    return fields;
  }

  /**
   * A row that could not be read: which value stands in which column is unknown, so of a file with
   * persons only the shape is kept.
   */
  public String broken(FileRow row, List<String> header) {
    if (format.json()) {
      Set<String> names = new LinkedHashSet<>(hashed);
      names.addAll(fans);
      return PersonalData.hidden(row.raw(), lastNames(names));
    }
    boolean persons = !fans.isEmpty() || !hidden(file.resolved(row), header).isEmpty();
    return persons ? PersonalData.shape(row.raw()) : PersonalData.hidden(row.raw());
  }

  /** A value of the row as messages show it. */
  public String shown(FileRow row, String value) {
    boolean fan = !value.isEmpty() && fans(row).stream().map(row::get).anyMatch(value::equals);
    return fan || isFrom(hidden(row), row, value) ? PersonalData.HIDDEN : value;
  }

  /** An attribute's value: of one that only repeats what is personal, nothing is kept. */
  public String attribute(Expression expression, FileRow row, String value) {
    Set<String> hidden = hidden(row);
    if (hidden.isEmpty() || expression instanceof Call call && call.function() == Function.HASH) {
      return value;
    }
    Set<String> read = new LinkedHashSet<>();
    addColumns(expression, read);
    Map<String, String> resolved = file.resolved(row);
    Set<String> personal =
        read.stream()
            .map(name -> resolved.getOrDefault(name, name))
            .filter(hidden::contains)
            .collect(Collectors.toSet());
    return isFrom(personal, row, value) ? PersonalData.HIDDEN : value;
  }

  private static boolean isFrom(Set<String> columns, FileRow row, String value) {
    return !value.isEmpty()
        && columns.stream()
            .map(row::get)
            .filter(personal -> !personal.isEmpty())
            .anyMatch(personal -> value.contains(personal) || personal.contains(value));
  }

  private Set<String> hidden(FileRow row) {
    return hidden(file.resolved(row), row.values().keySet());
  }

  private Set<String> hidden(Map<String, String> resolved, Collection<String> columns) {
    if (known.size() > FileContext.MAX_SHAPES) {
      known.clear();
    }
    return known.computeIfAbsent(Set.copyOf(columns), unused -> computed(resolved, columns));
  }

  private Set<String> computed(Map<String, String> resolved, Collection<String> columns) {
    Set<String> hidden = new LinkedHashSet<>();
    columns.stream().filter(PersonalNames::has).forEach(hidden::add);
    hashed.forEach(name -> hidden.add(resolved.getOrDefault(name, name)));
    resolved.forEach(
        (name, column) -> {
          if (PersonalNames.has(name)) {
            hidden.add(column);
          }
        });
    hidden.retainAll(columns);
    return hidden;
  }

  /** Of {@code event.user.email} the name that stands beside its value. */
  private static Set<String> lastNames(Set<String> paths) {
    return paths.stream()
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .filter(name -> !name.chars().allMatch(Character::isDigit))
        .collect(Collectors.toSet());
  }

  /**
   * Columns as messages list them. A file without a header has its first row there: where that
   * holds an address or a number of a person, only its shape is shown.
   */
  public static String listed(List<String> columns) {
    boolean data = columns.stream().anyMatch(column -> !PersonalData.hidden(column).equals(column));
    List<String> shown =
        new ArrayList<>(
            columns.stream()
                .limit(COLUMNS_SHOWN)
                .map(column -> data ? PersonalData.shape(column) : column)
                .toList());
    if (columns.size() > shown.size()) {
      shown.add("...");
    }
    return String.join(", ", shown) + (data ? " (a first row of data, not of names)" : "");
  }
}
