package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.text.CurrencySigns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions on text, and texts as JSON and digests. */
public final class Texts {

  private static final Map<String, String> COUNTRIES = countries();

  private Texts() {}

  static String compute(Function function, List<String> values) {
    String first = values.getFirst();
    return switch (function) {
      case JOIN ->
          values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(":"));
      case TEXT -> String.join("", values);
      case LOWER -> first.toLowerCase(Locale.ROOT);
      case AFTER -> first.startsWith(values.get(1)) ? first.substring(values.get(1).length()) : "";
      case BEFORE -> {
        int at = first.indexOf(values.get(1));
        yield at < 0 ? first : first.substring(0, at);
      }
      case DIGEST -> digest(values);
      case UNIT -> CurrencySigns.unit(first);
      case COUNTRY -> country(first);
      default -> throw new IllegalStateException(function + " is no function on text.");
    };
  }

  /** Lower case and one encoding of accents, to compare with. */
  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** 128 bits of SHA-256 over the texts and their borders, in hexadecimal. */
  static String digest(Collection<String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256, which all must have.", e);
    }
  }

  /** A JSON object of texts. */
  static String json(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** A code or an English name becomes the code; what is neither stays missing. */
  private static String country(String text) {
    return COUNTRIES.getOrDefault(fold(text), "");
  }

  private static Map<String, String> countries() {
    Map<String, String> countries = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      countries.put(code.toLowerCase(Locale.ROOT), code);
      Locale country = new Locale.Builder().setRegion(code).build();
      countries.put(fold(country.getDisplayCountry(Locale.ENGLISH)), code);
      countries.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
    }
    countries.put("uk", "GB");
    return Map.copyOf(countries);
  }
}
