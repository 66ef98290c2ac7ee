package io.tiktoktoe.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Turns text ids into 64-bit keyed hashes that Java, DuckDB and Spark all compute alike: the first
 * 8 bytes, little-endian and without the sign bit (so never negative), of {@code md5(salt || kind
 * || ':' || text)} in UTF-8. Without the salt the ids cannot be linked to a person; erasing the
 * salt of a dimension row erases the person.
 *
 * <p>MD5 serves here as a fast mixing function present on every engine, keyed by a secret salt of
 * at least 128 bits; nothing relies on its collision resistance against someone who knows the salt.
 * Not thread safe; O(length).
 */
public final class KeyedHash {

  /** Fewest characters of a salt: 128 bits in base 64. */
  public static final int MIN_SALT_LENGTH = 22;

  private final MessageDigest md5;
  private final byte[] salt;

  private KeyedHash(byte[] salt, MessageDigest md5) {
    this.salt = salt;
    this.md5 = md5;
  }

  /**
   * What an id names; ids of different kinds never meet even when their texts are equal. Tags are
   * one letter, so that salt, tag and a usual id fit in one block of MD5.
   */
  public enum Kind {
    CREATOR("c"),
    FAN("f"),
    CONTENT("o"),
    PRODUCT("p"),
    EVENT("e");

    private final String tag;

    Kind(String tag) {
      this.tag = tag;
    }

    /** The text that is hashed between salt and id. */
    public String tag() {
      return tag;
    }
  }

  /** A hash keyed by this salt. */
  public static KeyedHash withSalt(String salt) {
    if (salt.length() < MIN_SALT_LENGTH) {
      throw new IllegalArgumentException(
          "salt has %d characters, it needs at least %d. Draw it from a secure generator."
              .formatted(salt.length(), MIN_SALT_LENGTH));
    }
    try {
      return new KeyedHash(salt.getBytes(StandardCharsets.UTF_8), MessageDigest.getInstance("MD5"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks MD5, which every one must have.", e);
    }
  }

  /** The id of {@code text} among all ids of this {@code kind}, 0 to {@link Long#MAX_VALUE}. */
  public long id(Kind kind, String text) {
    // Little-endian is how DuckDB's md5_number reads its bytes; any other order costs it 4x more.
    return ByteBuffer.wrap(digest(kind, text)).order(ByteOrder.LITTLE_ENDIAN).getLong()
        & Long.MAX_VALUE;
  }

  /** All 128 bits for {@code text}, as 16 bytes; used for events. */
  public byte[] digest(Kind kind, String text) {
    md5.update(salt);
    md5.update((kind.tag() + ':').getBytes(StandardCharsets.UTF_8));
    return md5.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
