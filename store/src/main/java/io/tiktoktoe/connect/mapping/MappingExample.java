package io.tiktoktoe.connect.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Schema matching by names: which columns of an unknown file may be time, amount, currency and fan,
 * as the text of a mapping that a user can take up and correct. Nothing is read by it.
 */
public final class MappingExample {

  /** Words in headings, by the field that they mean; the first heading that has one is taken. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "time",
          Set.of("time", "timestamp", "date", "when", "day", "datum", "zeit", "fecha", "data"),
          "amount",
          Set.of(
              "amount",
              "sum",
              "total",
              "gross",
              "price",
              "paid",
              "earned",
              "earnings",
              "gift",
              "revenue",
              "donation",
              "tip",
              "betrag",
              "summe",
              "importe",
              "montant",
              "valor"),
          "currency",
          Set.of("currency", "ccy", "moneda", "devise", "waehrung", "valuta"),
          "fan",
          Set.of(
              "fan",
              "from",
              "user",
              "username",
              "donor",
              "supporter",
              "buyer",
              "customer",
              "member",
              "viewer",
              "follower"));

  private static final List<String> FIELDS = List.of("time", "amount", "currency", "fan");

  /** Names that stand in a mapping and between double quotes of a shell as they are. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.]([\\p{L}\\p{N} _.-]*)");

  private MappingExample() {}

  /** The mapping; columns that nothing points to are named by capitals. */
  public static String of(List<String> header) {
    List<String> parts = new ArrayList<>();
    for (String field : FIELDS) {
      Optional<String> column = header.stream().filter(name -> means(name, field)).findFirst();
      switch (field) {
        case "fan" -> column.ifPresent(name -> parts.add(name + "=fan"));
        case "currency" -> parts.add(column.map(name -> name + "=currency").orElse("currency:USD"));
        default ->
            parts.add(column.orElse(field.toUpperCase(Locale.ROOT) + "-COLUMN") + "=" + field);
      }
    }
    parts.add("type:tip");
    parts.add("creator:NAME");
    return String.join(",", parts);
  }

  private static boolean means(String column, String field) {
    return PLAIN.matcher(column).matches()
        && Arrays.stream(column.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .anyMatch(WORDS.getOrDefault(field, Set.of())::contains);
  }
}
