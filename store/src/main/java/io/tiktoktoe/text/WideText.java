package io.tiktoktoe.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells UTF-16 without a byte order mark by its zeros: nearly every second byte is one. */
final class WideText {

  private static final int LEAST_PAIRS = 8;

  /** Of so many characters one at most is of another script than Latin. */
  private static final int LATIN = 10;

  private WideText() {}

  /** The encoding of a text that begins so, where it is clear. */
  static Optional<Charset> of(byte[] head) {
    int pairs = head.length / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < 2 * pairs; i += 2) {
      first += head[i] == 0 ? 1 : 0;
      second += head[i + 1] == 0 ? 1 : 0;
    }
    if (pairs < LEAST_PAIRS || Math.min(first, second) > 0) {
      return Optional.empty();
    }
    int most = pairs - pairs / LATIN;
    return second >= most
        ? Optional.of(StandardCharsets.UTF_16LE)
        : first >= most ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }
}
