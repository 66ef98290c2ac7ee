package io.tiktoktoe.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes odd inputs of sound ones: the same seed, the same input. */
final class Mutation {

  /** What trips readers of text: borders of numbers, quotes, controls, nesting, formulas, names. */
  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          "'",
          ",",
          ";",
          "\t",
          "|",
          "\n",
          "\r\n",
          "\r",
          "\u0000",
          "\u0001",
          "\u001b[31m",
          "\uFEFF",
          "\ud83d",
          "\u202e",
          "{",
          "}",
          "[",
          "]",
          ":",
          "\\u0000",
          "\\ud800",
          "NaN",
          "-Infinity",
          "null",
          "true",
          "-0",
          "1e999999999",
          "-1e-999999999",
          "9".repeat(400),
          "9223372036854775808",
          "0.1",
          "1.234,56",
          "1,234.56",
          "9999-12-31T23:59:59Z",
          "-999999999-01-01",
          "+999999999-12-31",
          "2026-02-30",
          "24:00",
          "=1+1",
          "\n=1",
          "divide(1,0)",
          "cumulative(a,b)",
          "time(When, 'yyyyMMdd')",
          "(".repeat(40),
          "{\"a\":".repeat(600),
          "[".repeat(600),
          "data=%7B",
          "EUR",
          "XXX",
          "USD 5",
          "type:tip",
          "# ",
          "[event tip]",
          " = ");

  private final SplittableRandom random;

  Mutation(long seed) {
    this.random = new SplittableRandom(seed);
  }

  SplittableRandom random() {
    return random;
  }

  /** One of these. */
  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A text with some of its bytes, tokens and lines changed. */
  byte[] ofText(byte[] sound, byte[] other) {
    byte[] bytes = sound;
    int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes, other);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes, byte[] other) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes);
      case 1 -> spliced(bytes, from, new byte[0], to);
      case 2, 3, 4 -> spliced(bytes, from, one(TOKENS).getBytes(StandardCharsets.UTF_8), from);
      case 5 -> spliced(bytes, from, one(TOKENS).getBytes(StandardCharsets.UTF_8), to);
      case 6 -> spliced(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
      default -> {
        int cut = random.nextInt(other.length + 1);
        int end = Math.min(other.length, cut + random.nextInt(200));
        yield spliced(bytes, from, Arrays.copyOfRange(other, cut, end), to);
      }
    };
  }

  private static byte[] spliced(byte[] bytes, int from, byte[] between, int to) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, from);
    all.write(between, 0, between.length);
    all.write(bytes, to, bytes.length - to);
    return all.toByteArray();
  }

  /** Packed or columnar bytes with bits flipped, numbers blown up, ranges copied or cut. */
  byte[] ofBinary(byte[] sound, int tailBytes) {
    byte[] bytes = sound.clone();
    int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 3);
    for (int i = 0; i < changes; i++) {
      // What says how large everything is stands at the end of a Parquet file.
      int at =
          random.nextBoolean()
              ? bytes.length - 1 - random.nextInt(Math.min(bytes.length, tailBytes))
              : random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> {
          int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
          Arrays.fill(bytes, at, end, (byte) 0xff);
          bytes[end - 1] = 0x0f;
        }
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    return random.nextInt(12) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private byte[] flipped(byte[] sound) {
    byte[] bytes = sound.clone();
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }
}
