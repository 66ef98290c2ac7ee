package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

  private static final String SALT = "0123456789abcdef0123456789abcdef";

  /**
   * md5sum (GNU coreutils 9.1) of {@code 0123456789abcdef0123456789abcdefcreator:alice} starts with
   * these 16 hexadecimal digits; rewrite: {@code printf '%s' SALTcreator:alice | md5sum}.
   */
  private static final String ALICE = "e8d7bc943d620205";

  @Test
  void theIdIsTheFirst64BitsOfTheDigestAsAnyOtherEngineComputesIt() {
    long id = KeyedHash.withSalt(SALT).id(KeyedHash.Kind.CREATOR, "alice");
    assertThat(Long.toHexString(id)).isEqualTo(ALICE);
  }

  @Test
  void kindAndSaltSeparateEqualTexts() {
    KeyedHash hash = KeyedHash.withSalt(SALT);
    long creator = hash.id(KeyedHash.Kind.CREATOR, "alice");
    assertThat(hash.id(KeyedHash.Kind.FAN, "alice")).isNotEqualTo(creator);
    assertThat(KeyedHash.withSalt(SALT + "x").id(KeyedHash.Kind.CREATOR, "alice"))
        .isNotEqualTo(creator);
    assertThat(hash.id(KeyedHash.Kind.CREATOR, "alice")).isEqualTo(creator);
  }

  @Test
  void aShortSaltIsRefused() {
    assertThatThrownBy(() -> KeyedHash.withSalt("short")).hasMessageContaining("5 characters");
  }
}
