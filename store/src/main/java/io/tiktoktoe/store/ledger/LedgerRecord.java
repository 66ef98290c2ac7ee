package io.tiktoktoe.store.ledger;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Price;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A line of the ledger: fields between tabs, and at its end the SHA-256 of the line before and
 * these fields, which chains it to all before.
 */
public sealed interface LedgerRecord {

  /** What the first line is chained to. */
  String START = "0".repeat(64);

  /** When it was written. */
  Instant time();

  /** Fields, without the chain. */
  String fields();

  /** A price was taken. */
  record Charged(
      Instant time, BudgetAccount account, String key, String about, String by, Price price)
      implements LedgerRecord {

    @Override
    public String fields() {
      return String.join(
          "\t",
          "charge",
          time.toString(),
          coded(account.tenant()),
          coded(account.purpose()),
          coded(key),
          coded(about),
          coded(by),
          Long.toString(price.microEpsilon()),
          Long.toString(price.picoDelta()));
    }
  }

  /**
   * An answer was kept.
   *
   * @param stream whose step it answers, and under whose name its price was taken; empty for a
   *     question by itself
   */
  record Kept(
      Instant time, BudgetAccount account, Optional<String> stream, String key, String answer)
      implements LedgerRecord {

    /** From bytes. */
    public static Kept of(
        Instant time, BudgetAccount account, Optional<String> stream, String key, byte[] answer) {
      return new Kept(time, account, stream, key, Base64.getEncoder().encodeToString(answer));
    }

    /** The answer's bytes. */
    public byte[] bytes() {
      return Base64.getDecoder().decode(answer);
    }

    /** Under which its price was taken. */
    public String charged() {
      return stream.orElse(key);
    }

    @Override
    public String fields() {
      String kind = stream.isPresent() ? "step" : "answer";
      String name = stream.map(one -> coded(one) + "\t").orElse("") + coded(key);
      return String.join(
          "\t",
          kind,
          time.toString(),
          coded(account.tenant()),
          coded(account.purpose()),
          name,
          answer);
    }
  }

  /**
   * A purpose was given a share of its tenant's budget.
   *
   * @param share millionths; 0 takes an earlier share away
   */
  record Shared(Instant time, BudgetAccount account, long share) implements LedgerRecord {

    @Override
    public String fields() {
      return String.join(
          "\t",
          "share",
          time.toString(),
          coded(account.tenant()),
          coded(account.purpose()),
          Long.toString(share));
    }
  }

  /** The ledger began anew: everybody's budget counts as spent from then on. */
  record Renewed(Instant time) implements LedgerRecord {

    @Override
    public String fields() {
      return "renewed\t" + time;
    }
  }

  /** The line, chained to the one before. */
  default String line(String before) {
    return fields() + "\t" + chain(before, fields());
  }

  /** The chain's next link. */
  static String chain(String before, String fields) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(fields.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256. Use a complete JDK.", e);
    }
  }

  /** Reads a line; empty if it is no record or not chained to the one before. */
  static Optional<LedgerRecord> of(String line, String before) {
    int cut = line.lastIndexOf('\t');
    if (cut < 0 || !chain(before, line.substring(0, cut)).equals(line.substring(cut + 1))) {
      return Optional.empty();
    }
    List<String> fields = List.of(line.substring(0, cut).split("\t", -1));
    Instant time = Instant.parse(fields.get(1));
    return switch (fields.getFirst()) {
      case "charge" ->
          Optional.of(
              new Charged(
                  time,
                  account(fields),
                  decoded(fields.get(4)),
                  decoded(fields.get(5)),
                  decoded(fields.get(6)),
                  new Price(Long.parseLong(fields.get(7)), Long.parseLong(fields.get(8)))));
      case "answer" ->
          Optional.of(
              new Kept(
                  time, account(fields), Optional.empty(), decoded(fields.get(4)), fields.get(5)));
      case "step" ->
          Optional.of(
              new Kept(
                  time,
                  account(fields),
                  Optional.of(decoded(fields.get(4))),
                  decoded(fields.get(5)),
                  fields.get(6)));
      case "share" -> Optional.of(new Shared(time, account(fields), Long.parseLong(fields.get(4))));
      case "renewed" -> Optional.of(new Renewed(time));
      default -> Optional.empty();
    };
  }

  private static BudgetAccount account(List<String> fields) {
    return new BudgetAccount(decoded(fields.get(2)), decoded(fields.get(3)));
  }

  /** Text without tabs and line ends, readable otherwise. */
  private static String coded(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String decoded(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> text.charAt(i);
            });
      } else {
        plain.append(one);
      }
    }
    return plain.toString();
  }
}
