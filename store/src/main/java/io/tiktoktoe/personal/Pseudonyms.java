package io.tiktoktoe.personal;

import io.tiktoktoe.event.KeyedHash;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names that cannot be traced to persons without a secret: the same person is the same pseudonym
 * under one key, whatever the case and the encoding of the accents. Not thread safe; O(length).
 */
public final class Pseudonyms {

  private final KeyedHash hash;

  private Pseudonyms(KeyedHash hash) {
    this.hash = hash;
  }

  /** Those under this secret. */
  public static Pseudonyms under(String key) {
    return new Pseudonyms(KeyedHash.withSalt(key));
  }

  /** The pseudonym of a person: 32 hexadecimal digits. */
  public String of(String person) {
    String plain =
        Normalizer.normalize(person, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    return HexFormat.of().formatHex(hash.digest(KeyedHash.Kind.FAN, plain));
  }
}
