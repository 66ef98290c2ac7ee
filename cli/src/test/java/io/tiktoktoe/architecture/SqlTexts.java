package io.tiktoktoe.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with SQL, by the rules of {@code sql/README.md}. */
final class SqlTexts {

  /** More characters than this are no short line. */
  private static final int SHORT = 64;

  private static final Pattern SQL =
      Pattern.compile(
          "\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|COPY|FROM|WHERE|JOIN|CASE WHEN)\\s");

  /** A comment, a character, a text block or a string, whichever comes first. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*(?s:.*?)\\*/|'(?:[^'\\\\]|\\\\.)+'|\"\"\"(?s:(?:[^\\\\]|\\\\.)*?)\"\"\""
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  private static final Pattern CHANGES =
      Pattern.compile("\\b(INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|COPY|ATTACH|SET)\\b");

  /** What Spark does not know, or understands otherwise. */
  private static final Pattern DUCKDB_ONLY =
      Pattern.compile(
          "::|:=|//|\\b(?i:EXCLUDE|QUALIFY|LAMBDA|MACRO|PRAGMA|VARCHAR|UUID|U?HUGEINT"
              + "|U(?:TINY|SMALL|BIG)?INT(?:EGER)?|rowid|unnest|read_\\w+|list_\\w+|struct_pack"
              + "|arg_m(?:in|ax)|time_bucket|md5_number|epoch\\w*|make_timestamp|strftime|json_\\w+"
              + "|to_json|starts_with|strlen|regexp_\\w+|enum_\\w+|duckdb_\\w+|getvariable"
              + "|information_schema)\\b|\\bCOLUMNS\\s*\\(|\\bFILTER\\s*\\((?!\\s*WHERE)"
              + "|(?:\\(|EXCEPT|UNION ALL)\\s*FROM\\b|\\bREPLACE\\s*\\(");

  private static final Pattern LIST = Pattern.compile("\\bIN\\s*\\(([^()]*'[^()]*)\\)");

  private static final Pattern ORDER = Pattern.compile("\\bORDER BY\\s");

  private SqlTexts() {}

  /** Strings of a Java source that are SQL and more than a short line. */
  static List<String> longInJava(String source) {
    List<String> found = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    int end = -1;
    for (Matcher token = TOKEN.matcher(source); token.find(); ) {
      String text = token.group();
      if (!text.startsWith("\"")) {
        continue;
      }
      if (end < 0 || !source.substring(end, token.start()).matches("\\s*\\+\\s*")) {
        joined.setLength(0);
      }
      end = token.end();
      joined.append(text, 1, text.length() - 1);
      boolean tooLong = text.startsWith("\"\"\"") || joined.length() > SHORT;
      if (tooLong && SQL.matcher(joined.toString()).find()) {
        found.add(joined.toString());
      }
    }
    return found;
  }

  /** What is not of the shared dialect in a text without comments, and what changes anything. */
  static List<String> notShared(String sql) {
    List<String> found = new ArrayList<>();
    for (Pattern pattern : List.of(DUCKDB_ONLY, CHANGES)) {
      pattern.matcher(sql).results().forEach(match -> found.add(match.group().strip()));
    }
    for (Matcher order = ORDER.matcher(sql); order.find(); ) {
      for (String key : keys(sql.substring(order.end()))) {
        if (!key.contains("NULLS")) {
          found.add("ORDER BY " + key + " without NULLS FIRST or LAST");
        }
      }
    }
    return found;
  }

  /** The keys of an ORDER BY, up to the end of its query. */
  private static List<String> keys(String rest) {
    List<String> keys = new ArrayList<>();
    int depth = 0;
    int start = 0;
    int at = 0;
    for (; at < rest.length() && depth >= 0 && !rest.startsWith("\nLIMIT", at); at++) {
      char c = rest.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        keys.add(rest.substring(start, at).strip());
        start = at + 1;
      }
    }
    keys.add(rest.substring(start, depth < 0 ? at - 1 : at).strip());
    return keys;
  }

  /** Lists of at least two of these names, which a join would say better. */
  static List<String> lists(String sql, Set<String> names) {
    return LIST.matcher(sql)
        .results()
        .map(match -> match.group(1))
        .filter(list -> names.stream().filter(name -> list.contains("'" + name + "'")).count() > 1)
        .toList();
  }
}
