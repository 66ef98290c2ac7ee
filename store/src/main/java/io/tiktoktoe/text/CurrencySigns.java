package io.tiktoktoe.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Signs of currencies as people write them beside amounts ({@code CA$}, {@code kr}, {@code
 * z\u0142}), and amounts taken apart into number and unit. Many signs are of one currency only;
 * {@code $}, {@code kr} and others are of several, which only the file around them can tell apart.
 */
public final class CurrencySigns {

  /** {@code sign = CODE CODE ...}, one a line. */
  private static final String TABLE = "currency-signs.txt";

  /** What may stand around a number and is neither its digits nor its unit. */
  private static final String FRAME = "+-\u2212\u2013()%'\u2019";

  private static final Map<String, List<String>> SIGNS = read();

  private static final Set<String> CODES = codes();

  private CurrencySigns() {}

  /** The currencies that {@code text} may be a sign or the code of, most likely first. */
  public static List<String> currencies(String text) {
    String sign = plain(text);
    String code = sign.toUpperCase(Locale.ROOT);
    if (CODES.contains(code)) {
      return List.of(code);
    }
    // USD$ and EUR€ say it twice.
    if (code.length() == 4
        && CODES.contains(code.substring(0, 3))
        && SIGNS.containsKey(code.substring(3))) {
      return List.of(code.substring(0, 3));
    }
    return SIGNS.getOrDefault(sign, SIGNS.getOrDefault(sign.toLowerCase(Locale.ROOT), List.of()));
  }

  /**
   * Whether {@code text} names its country, as {@code CA$} and {@code CN\u00a5} do: where such
   * signs are used, the bare one is that of the United States, of Japan, of Great Britain.
   */
  public static boolean isQualified(String text) {
    String sign = plain(text);
    return sign.length() > 1
        && Character.isLetter(sign.charAt(0))
        && "$\u00a5\u00a3".indexOf(sign.charAt(sign.length() - 1)) >= 0
        && SIGNS.getOrDefault(sign, List.of()).size() == 1;
  }

  /** The currency of a bare sign in a text that marks the others. */
  public static String unqualified(String sign) {
    return switch (plain(sign)) {
      case "$" -> "USD";
      case "\u00a5" -> "JPY";
      case "\u00a3" -> "GBP";
      default -> "";
    };
  }

  /** What stands beside the number in {@code amount}: its code, else its sign, else nothing. */
  public static String unit(String amount) {
    List<String> units = new ArrayList<>(Amount.of(amount).units());
    return units.stream()
        .filter(unit -> CODES.contains(unit.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(() -> String.join("", units));
  }

  /** The number in {@code amount} without codes and signs; the same text where they are none. */
  static String bare(String amount) {
    if (isBare(amount)) {
      return amount;
    }
    Amount parts = Amount.of(amount);
    boolean known = parts.units().stream().allMatch(unit -> !currencies(unit).isEmpty());
    return known && !parts.isShortened() ? parts.bare() : amount;
  }

  /** As most are. */
  private static boolean isBare(String amount) {
    for (int i = 0; i < amount.length(); i++) {
      char c = amount.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-' && c != ' ') {
        return false;
      }
    }
    return true;
  }

  private static String plain(String text) {
    String sign = text.strip().replace('\uffe5', '\u00a5').replace('\uff04', '$');
    return sign.endsWith(".") ? sign.substring(0, sign.length() - 1) : sign;
  }

  /** A number with what stands before and after it. */
  private record Amount(String before, String digits, String after) {

    static Amount of(String text) {
      int first = 0;
      while (first < text.length() && !Character.isDigit(text.charAt(first))) {
        first++;
      }
      int end = text.length();
      while (end > first && !Character.isDigit(text.charAt(end - 1))) {
        end--;
      }
      // The sign of .50 is of the number, that of Rs.50 is not.
      if (first < end && first > 0 && ".,".indexOf(text.charAt(first - 1)) >= 0) {
        boolean abbreviation =
            first > 1
                && (Character.isLetter(text.charAt(first - 2)) || text.charAt(first - 2) == '/');
        first -= abbreviation ? 0 : 1;
      }
      return new Amount(text.substring(0, first), text.substring(first, end), text.substring(end));
    }

    List<String> units() {
      List<String> units = new ArrayList<>();
      for (String side : List.of(before, after)) {
        String unit = only(side, false);
        if (!unit.isEmpty()) {
          units.add(unit);
        }
      }
      return units;
    }

    /** Whether it is 5K or 2M: thousands and millions, no kwachas and no malotis. */
    boolean isShortened() {
      String behind = only(after, false);
      return behind.equals("K") || behind.equals("M");
    }

    String bare() {
      return only(before, true) + digits + only(after, true);
    }

    /** Of one side the frame of the number, or all but that. */
    private static String only(String side, boolean frame) {
      StringBuilder kept = new StringBuilder();
      side.chars()
          .filter(c -> (FRAME.indexOf(c) >= 0) == frame)
          .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c))
          .forEach(c -> kept.append((char) c));
      return kept.toString().replace('\u2013', '-');
    }
  }

  private static Set<String> codes() {
    Set<String> codes = new HashSet<>();
    Currency.getAvailableCurrencies().forEach(currency -> codes.add(currency.getCurrencyCode()));
    return Set.copyOf(codes);
  }

  private static Map<String, List<String>> read() {
    try (InputStream table = CurrencySigns.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException("The program's table of currencies is missing from it.");
      }
      Map<String, List<String>> signs = new HashMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" = "))
          .forEach(
              line -> {
                String[] parts = line.split(" = ", 2);
                signs.put(parts[0].strip(), List.of(parts[1].strip().split(" ")));
              });
      return Map.copyOf(signs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
