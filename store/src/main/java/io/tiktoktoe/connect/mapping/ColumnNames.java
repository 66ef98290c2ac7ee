package io.tiktoktoe.connect.mapping;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a format calls its columns and how files write them in any language. {@code (*)} in a header
 * stands for a unit such as {@code (USD)}, found under the column's name and {@code .unit}.
 */
public final class ColumnNames {

  private static final String UNIT = "(*)";

  /** Headings of one column that a message shows: the first ones, which are English. */
  private static final int MOST_HEADINGS = 2;

  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]*)\\)\\s*$");

  private final Map<String, List<String>> aliases = new LinkedHashMap<>();

  public ColumnNames(Map<String, List<String>> aliases) {
    aliases.forEach(
        (name, texts) -> this.aliases.put(name, texts.stream().map(ColumnNames::plain).toList()));
  }

  /** Whether the format gives this name to a column. */
  boolean knows(String name) {
    return aliases.containsKey(name)
        || name.endsWith(".unit") && aliases.containsKey(name.substring(0, name.length() - 5));
  }

  /** The headings under which a needed column {@code one} or {@code one/other} is found. */
  public String headings(String need) {
    return Arrays.stream(need.split("/"))
        .flatMap(
            name ->
                aliases.getOrDefault(name, List.of(name)).stream()
                    .map(heading -> heading.replace(UNIT, "").strip())
                    .distinct()
                    .limit(MOST_HEADINGS))
        .collect(Collectors.joining(" or "));
  }

  /** Which column of a file is which of the format; what the format does not know is left out. */
  public Map<String, String> resolve(Collection<String> header) {
    Map<String, String> byText = new HashMap<>();
    for (String column : header) {
      byText.putIfAbsent(plain(column), column);
      byText.putIfAbsent(withoutUnit(plain(column)), column);
    }
    Map<String, String> resolved = new LinkedHashMap<>();
    aliases.forEach(
        (name, texts) ->
            texts.stream()
                .filter(byText::containsKey)
                .findFirst()
                .ifPresent(text -> resolved.put(name, byText.get(text))));
    return resolved;
  }

  /** The columns of a file that the format does not know. */
  Set<String> unknown(Collection<String> header) {
    Set<String> unknown = new LinkedHashSet<>(header);
    Map<String, String> resolved = resolve(header);
    unknown.removeAll(resolved.values());
    Set<String> known = new LinkedHashSet<>();
    aliases.values().forEach(known::addAll);
    unknown.removeIf(
        column -> known.contains(plain(column)) || known.contains(withoutUnit(plain(column))));
    return unknown;
  }

  /** What stands in the parentheses at the end of a header, or the empty text. */
  static String unit(String header) {
    Matcher matcher = IN_PARENTHESES.matcher(header);
    return matcher.find() ? matcher.group(1).strip() : "";
  }

  private static String withoutUnit(String plain) {
    Matcher matcher = IN_PARENTHESES.matcher(plain);
    return matcher.find() ? matcher.replaceFirst(Matcher.quoteReplacement(UNIT)) : plain;
  }

  /** Case, accents' encoding and kinds of spaces do not matter. */
  private static String plain(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\uFEFF]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
