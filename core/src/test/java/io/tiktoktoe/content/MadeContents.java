package io.tiktoktoe.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.metric.Stream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A history of contents made by hand. Times are hours since the beginning of 2026. */
public final class MadeContents {

  public static final CreatorProfile ADA =
      new CreatorProfile("ada", ZoneOffset.UTC, Currency.getInstance("USD"));

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<CreatorContent> contents = new ArrayList<>();
  private final List<long[]> acts = new ArrayList<>();
  private final List<long[]> payments = new ArrayList<>();
  private double end;

  private static long seconds(double hour) {
    return START.getEpochSecond() + Math.round(3_600 * hour);
  }

  public MadeContents content(String id, ContentKind kind, double hour, long durationMs) {
    return content(
        new CreatorContent(
            id,
            kind,
            Instant.ofEpochSecond(seconds(hour)),
            durationMs,
            List.of("youtube"),
            List.of(),
            false,
            ""));
  }

  public MadeContents content(CreatorContent one) {
    contents.add(one);
    return this;
  }

  public MadeContents view(int fan, int content, double hour) {
    return act(fan, content, hour, ContentActs.Kind.VIEW, 1, 0);
  }

  public MadeContents act(
      int fan, int content, double hour, ContentActs.Kind kind, int quantity, int platform) {
    acts.add(new long[] {seconds(hour), content, fan, platform, kind.ordinal(), quantity, 0, 0});
    end = Math.max(end, hour);
    return this;
  }

  public MadeContents watched(int fan, int content, double hour, double share) {
    long length = contents.get(content).durationMs();
    acts.add(
        new long[] {
          seconds(hour), content, fan, 0, 0, 1, Math.round(share * length), share >= 1 ? 1 : 0
        });
    end = Math.max(end, hour);
    return this;
  }

  public MadeContents tip(int fan, int named, double hour, long cents) {
    return pay(fan, named, hour, cents, Stream.TIPS, ContentPayments.Kind.TIP);
  }

  public MadeContents pay(
      int fan, int named, double hour, long cents, Stream stream, ContentPayments.Kind kind) {
    payments.add(
        new long[] {seconds(hour), fan, named, stream.ordinal(), kind.ordinal(), cents, 30, -1});
    end = Math.max(end, hour);
    return this;
  }

  /** A subscription paid again, of the payment that was told so many payments before. */
  public MadeContents renewal(int fan, double hour, long cents, int before) {
    pay(fan, -1, hour, cents, Stream.SUBSCRIPTIONS, ContentPayments.Kind.RENEWAL);
    payments.getLast()[7] = payments.size() - 1L - before;
    return this;
  }

  public MadeContents until(double hour) {
    end = Math.max(end, hour);
    return this;
  }

  public ContentHistory history() {
    acts.sort(Comparator.comparingLong(row -> row[0]));
    Map<Stream, Long> ledger = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      ledger.put(stream, 0L);
    }
    for (int i = 0; i < payments.size(); i++) {
      long[] row = payments.get(i);
      row[7] = row[7] < 0 ? i : row[7];
      ledger.merge(Stream.values()[(int) row[3]], row[5], Long::sum);
    }
    int fans = 1 + (int) Math.max(most(acts, 2), most(payments, 1));
    int platforms = 1 + (int) Math.max(0, most(acts, 3));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < platforms; i++) {
      names.add("platform-" + i);
    }
    return new ContentHistory(
        contents,
        Math.max(0, fans),
        names,
        actColumns(),
        paymentColumns(),
        ledger,
        Instant.ofEpochSecond(seconds(end)));
  }

  private static long most(List<long[]> rows, int column) {
    return rows.stream().mapToLong(row -> row[column]).max().orElse(-1);
  }

  private static int[] ints(List<long[]> rows, int column) {
    return rows.stream().mapToInt(row -> (int) row[column]).toArray();
  }

  private static long[] longs(List<long[]> rows, int column) {
    return rows.stream().mapToLong(row -> row[column]).toArray();
  }

  private static byte[] bytes(List<long[]> rows, int column) {
    byte[] all = new byte[rows.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) rows.get(i)[column];
    }
    return all;
  }

  private ContentActs actColumns() {
    short[] platforms = new short[acts.size()];
    for (int i = 0; i < platforms.length; i++) {
      platforms[i] = (short) acts.get(i)[3];
    }
    return new ContentActs(
        acts.size(),
        longs(acts, 0),
        ints(acts, 1),
        ints(acts, 2),
        platforms,
        bytes(acts, 4),
        ints(acts, 5),
        longs(acts, 6),
        ints(acts, 7));
  }

  private ContentPayments paymentColumns() {
    return new ContentPayments(
        payments.size(),
        longs(payments, 0),
        ints(payments, 1),
        ints(payments, 2),
        bytes(payments, 3),
        bytes(payments, 4),
        longs(payments, 5),
        ints(payments, 6),
        ints(payments, 7));
  }
}
