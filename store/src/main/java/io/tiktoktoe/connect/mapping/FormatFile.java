package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.stage.StageColumn;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A format as its file describes it: how it is recognised and what its rows mean. docs/formats.md
 * is the manual.
 *
 * @param name the file's name without ending
 * @param title for people
 * @param json whether it is JSON; CSV otherwise
 * @param columns its columns and how files write them
 * @param needs the columns that must be there to recognise it
 * @param personal whether rows hold names or addresses of persons: then no raw text is kept
 * @param values values with a name, usable like columns
 * @param skips rows that are no events, with the reason that people read
 * @param elsewhere the reasons among them of rows whose amounts the events of other rows hold
 * @param net what a row leaves its owner by its own word, where it says so
 * @param events what one row becomes
 */
public record FormatFile(
    String name,
    String title,
    boolean json,
    ColumnNames columns,
    List<String> needs,
    boolean personal,
    Map<String, Expression> values,
    Map<String, Expression> skips,
    Set<String> elsewhere,
    Optional<NetColumn> net,
    List<EventRule> events) {

  public FormatFile {
    needs = List.copyOf(needs);
    values = new LinkedHashMap<>(values);
    skips = new LinkedHashMap<>(skips);
    elsewhere = Set.copyOf(elsewhere);
    events = List.copyOf(events);
  }

  /** Which of the needed columns are missing; one of {@code a/b} is enough. */
  public List<String> missing(Collection<String> header) {
    Set<String> there = columns.resolve(header).keySet();
    return needs.stream()
        .filter(need -> Arrays.stream(need.split("/")).noneMatch(there::contains))
        .toList();
  }

  /** The columns of a file that neither the format's names nor its expressions use. */
  public Set<String> unused(List<String> header) {
    Set<String> unused = columns.unknown(header);
    expressions().flatMap(Expression::columns).forEach(unused::remove);
    return unused;
  }

  /** Every expression in it. */
  public Stream<Expression> expressions() {
    return Stream.concat(
        Stream.concat(
            Stream.concat(values.values().stream(), skips.values().stream()),
            net.stream().flatMap(column -> Stream.of(column.amount(), column.currency()))),
        events.stream()
            .flatMap(
                rule ->
                    Stream.of(
                            Stream.of(rule.when()),
                            rule.fields().values().stream(),
                            rule.attributes().values().stream())
                        .flatMap(stream -> stream)));
  }

  /**
   * One event of a row.
   *
   * @param type its type on the wire
   * @param when the condition; an absent one always holds
   * @param fields its fields
   * @param attributes its attributes by name
   */
  public record EventRule(
      String type,
      Expression when,
      Map<StageColumn, Expression> fields,
      Map<String, Expression> attributes) {

    /** The condition that always holds. */
    public static final Expression ALWAYS = new Expression.Constant("true");

    public EventRule {
      fields = new LinkedHashMap<>(fields);
      attributes = new LinkedHashMap<>(attributes);
    }
  }
}
