package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import io.tiktoktoe.stage.StageColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a format's file: sections in brackets, lines {@code name = value}, comments after #. */
public final class FormatFileParser {

  private static final String EVERY = "every event";
  private static final String ELSEWHERE = "counted elsewhere";

  private final String name;
  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  private final List<String> eventSections = new ArrayList<>();

  private FormatFileParser(String name) {
    this.name = name;
  }

  /**
   * The format of this text.
   *
   * @throws BadMapping naming the line that cannot be understood
   */
  public static FormatFile parse(String name, String text) {
    FormatFileParser parser = new FormatFileParser(name);
    parser.readLines(text);
    return parser.build();
  }

  private void readLines(String text) {
    Map<String, String> section = sections.computeIfAbsent("", key -> new LinkedHashMap<>());
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        String title = line.substring(1, line.length() - 1).strip();
        if (title.startsWith("event ")) {
          // The same type may occur twice, under two conditions.
          title = title + '#' + eventSections.size();
          eventSections.add(title);
        }
        section = sections.computeIfAbsent(title, key -> new LinkedHashMap<>());
        continue;
      }
      int equals = line.indexOf(" = ");
      if (equals < 1) {
        throw bad("line " + number + " (" + line + ") is neither [section] nor name = value");
      }
      section.put(line.substring(0, equals).strip(), line.substring(equals + 3).strip());
    }
  }

  private FormatFile build() {
    Map<String, String> head = section("");
    Map<String, List<String>> columns = new LinkedHashMap<>();
    section("columns").forEach((column, texts) -> columns.put(column, split(texts, "\\|")));
    List<EventRule> events = new ArrayList<>();
    for (String title : eventSections) {
      events.add(rule(title));
    }
    if (events.isEmpty()) {
      throw bad("has no [event ...] section");
    }
    return new FormatFile(
        name,
        head.getOrDefault("title", name),
        head.getOrDefault("kind", "csv").equals("json"),
        new ColumnNames(columns),
        split(head.getOrDefault("needs", ""), ","),
        head.getOrDefault("personal", "no").equals("yes"),
        expressions(section("values")),
        skips(),
        section(ELSEWHERE).keySet(),
        net(expressions(section("net"))),
        events);
  }

  private Map<String, Expression> skips() {
    Map<String, Expression> skips = expressions(section(ELSEWHERE));
    skips.putAll(expressions(section("skip")));
    return skips;
  }

  private Optional<NetColumn> net(Map<String, Expression> lines) {
    Expression amount = lines.get("amount");
    Expression currency = lines.get("currency");
    if (amount == null && currency == null) {
      return Optional.empty();
    }
    if (amount == null || currency == null) {
      throw bad("says in [net] not both amount and currency");
    }
    return Optional.of(new NetColumn(amount, currency));
  }

  private EventRule rule(String title) {
    String type = title.substring("event ".length(), title.indexOf('#')).strip();
    if (EventType.ofWireName(type).isEmpty()) {
      throw bad("has the event (" + type + "), which is no type of event");
    }
    Map<String, String> lines = new LinkedHashMap<>(section(EVERY));
    lines.putAll(section(title));
    Expression when = EventRule.ALWAYS;
    Map<StageColumn, Expression> fields = new LinkedHashMap<>();
    Map<String, Expression> attributes = new LinkedHashMap<>();
    fields.put(StageColumn.TYPE, new Expression.Constant(type));
    for (Map.Entry<String, String> line : lines.entrySet()) {
      Expression expression = expression(line.getKey(), line.getValue());
      if (line.getKey().equals("when")) {
        when = expression;
      } else if (line.getKey().startsWith("attributes.")) {
        attributes.put(line.getKey().substring("attributes.".length()), expression);
      } else {
        fields.put(field(line.getKey()), expression);
      }
    }
    return new EventRule(type, when, fields, attributes);
  }

  private StageColumn field(String field) {
    return StageColumn.ofField(field)
        .orElseThrow(() -> bad("sets (" + field + "), which is none of: " + StageColumn.fields()));
  }

  private Map<String, Expression> expressions(Map<String, String> lines) {
    Map<String, Expression> expressions = new LinkedHashMap<>();
    lines.forEach((key, value) -> expressions.put(key, expression(key, value)));
    return expressions;
  }

  private Expression expression(String key, String text) {
    try {
      return ExpressionParser.parse(text);
    } catch (IllegalArgumentException e) {
      throw bad("says of " + key + ": " + String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
    }
  }

  private Map<String, String> section(String title) {
    return sections.getOrDefault(title, Map.of());
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private BadMapping bad(String problem) {
    return new BadMapping("format " + name, problem, "See docs/formats.md.");
  }
}
