package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

  private static final String SALT = "0123456789abcdef0123456789abcdef";

  /**
   * The first 8 bytes, last one first, of md5sum (GNU coreutils 9.1) of {@code
   * 0123456789abcdef0123456789abcdefc:alice}; rewrite: {@code printf '%s' SALTc:alice | md5sum}.
   */
  private static final String ALICE = "3e0cd20de664a6c8";

  @Test
  void theIdIsTheFirstBytesOfTheDigestAsAnyOtherEngineComputesIt() {
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
