package io.tiktoktoe.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * JSON texts of every shape: spaces, escapes, all kinds of numbers, nested. No name comes twice.
 */
public final class RandomJson {

  private RandomJson() {}

  public static String value(SplittableRandom random, int depth) {
    int kind = random.nextInt(depth > 0 ? 8 : 6);
    return switch (kind) {
      case 0 -> "null";
      case 1 -> random.nextInt(2) == 0 ? "true" : "false";
      case 2, 3 -> number(random);
      case 4, 5 -> string(random);
      case 6 -> {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(space(random) + value(random, depth - 1) + space(random));
        }
        yield "[" + String.join(",", values) + "]";
      }
      default -> {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          String name = string(random);
          String distinct = name.substring(0, name.length() - 1) + i + "\"";
          members.add(space(random) + distinct + space(random) + ":" + value(random, depth - 1));
        }
        yield "{" + String.join(",", members) + "}";
      }
    };
  }

  private static String space(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> " ";
      case 1 -> "\t";
      default -> "";
    };
  }

  static String number(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(random.nextInt());
      case 1 -> Long.toString(random.nextLong());
      case 2 -> String.format(Locale.ROOT, "%.2f", random.nextDouble(-1_000, 1_000));
      case 3 -> Double.toString(random.nextDouble());
      case 4 ->
          String.format(Locale.ROOT, "%." + random.nextInt(18) + "e", random.nextDouble(-10, 10))
                  .replaceFirst("e.*", "")
              + (random.nextInt(2) == 0 ? "e" : "E")
              + random.nextInt(-40, 40);
      default -> random.nextInt(-3, 3) + "." + "0".repeat(random.nextInt(1, 4));
    };
  }

  static String string(SplittableRandom random) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(9); i > 0; i--) {
      switch (random.nextInt(9)) {
        case 0 -> text.append("\\").append("\"\\/bfnrt".charAt(random.nextInt(8)));
        case 1 -> text.append(String.format(Locale.ROOT, "\\u%04x", random.nextInt(1, 0x80)));
        case 2 -> text.append(String.format(Locale.ROOT, "\\u%04X", random.nextInt(0x80, 0xd800)));
        case 3 -> text.append("\\ud83d\\ude").append("0" + random.nextInt(10));
        case 4 -> text.append("é").append("漢").appendCodePoint(0x1f600 + random.nextInt(50));
        case 5 -> text.append("{[,:]} ");
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.append('"').toString();
  }
}
