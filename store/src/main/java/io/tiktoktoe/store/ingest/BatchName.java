package io.tiktoktoe.store.ingest;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.personal.PersonalData;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A batch's name as a store keeps it. The name of a file may hold an address or a number of a
 * person, which is hidden; a keyed hash behind it tells two such files apart.
 */
public final class BatchName {

  /** Enough to tell the files of one folder apart. */
  private static final int HASH_DIGITS = 8;

  private BatchName() {}

  private static final Pattern HIDDEN =
      Pattern.compile(".*\\[(?:mail|phone|ip|hidden)].*~([0-9a-f]{" + HASH_DIGITS + "})");

  /** The name that is kept; the same as was given unless a person is in it. */
  public static String kept(String name, String salt) {
    String hidden = hidden(name);
    if (hidden.equals(name)) {
      return name;
    }
    long id = KeyedHash.withSalt(salt).id(KeyedHash.Kind.CONTENT, "batch " + name);
    return hidden + "~" + "%016x".formatted(id).substring(0, HASH_DIGITS);
  }

  /** The hash behind a kept name in which something is hidden; no file bears that name. */
  public static Optional<String> hash(String kept) {
    Matcher hidden = HIDDEN.matcher(kept);
    return hidden.matches() ? Optional.of(hidden.group(1)) : Optional.empty();
  }

  /** The name without persons. Folders are looked at one by one: dates in a row are no number. */
  static String hidden(String name) {
    return Arrays.stream(name.split("/", -1))
        .map(PersonalData::hidden)
        .collect(Collectors.joining("/"));
  }
}
