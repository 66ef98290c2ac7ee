package io.tiktoktoe.store.ingest;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.personal.PersonalData;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A batch's name as a store keeps it. The name of a file may hold an address or a number of a
 * person, which is hidden; a keyed hash behind it tells two such files apart.
 */
public final class BatchName {

  /** Enough to tell the files of one folder apart. */
  private static final int HASH_DIGITS = 8;

  private BatchName() {}

  /** The name that is kept; the same as was given unless a person is in it. */
  public static String kept(String name, String salt) {
    String hidden = hidden(name);
    if (hidden.equals(name)) {
      return name;
    }
    long id = KeyedHash.withSalt(salt).id(KeyedHash.Kind.CONTENT, "batch " + name);
    return hidden + "~" + "%016x".formatted(id).substring(0, HASH_DIGITS);
  }

  /** The name without persons. Folders are looked at one by one: dates in a row are no number. */
  static String hidden(String name) {
    return Arrays.stream(name.split("/", -1))
        .map(PersonalData::hidden)
        .collect(Collectors.joining("/"));
  }
}
