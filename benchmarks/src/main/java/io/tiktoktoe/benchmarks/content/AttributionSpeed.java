package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.ContentMetrics;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.insight.AttributionTotals;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.metric.Stream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Time and memory of attribution: a million views and 100,000 payments over 10,000 contents.
 *
 * <p>Usage: {@code AttributionSpeed [VIEWS]}; payments are a tenth, contents a hundredth of them.
 */
public final class AttributionSpeed {

  private static final long START = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
  private static final long YEAR = 365 * 86_400L;
  private static final double MEGABYTE = 1 << 20;

  private AttributionSpeed() {}

  /** Runs it and prints what it took. */
  public static void main(String[] arguments) {
    int views = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    ContentHistory history = history(views, views / 10, views / 100, views / 25);
    CreatorProfile creator =
        new CreatorProfile("made", ZoneOffset.UTC, Currency.getInstance("USD"));
    long begin = System.nanoTime();
    double cpu = cpuSeconds();
    ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
    ContentMetrics metrics = assessor.metrics(creator, history);
    AttributionTotals totals =
        assessor
            .rank(creator, LocalDate.parse("2026-01-01"), metrics, Optional.empty(), 20)
            .totals();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%,d views, %,d payments, %,d contents: %.1f s, %.1f CPU-s, heap %.0f MB in use, %.0f MB"
            + " taken; %,d touched, %,d sampled, direct %,d of %,d%n",
        views,
        totals.payments(),
        history.contents().size(),
        (System.nanoTime() - begin) / 1e9,
        cpuSeconds() - cpu,
        (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
        runtime.totalMemory() / MEGABYTE,
        totals.touched(),
        totals.sampled(),
        totals.direct().getOrDefault(Stream.TIPS, 0L),
        totals.ledger().getOrDefault(Stream.TIPS, 0L));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }

  private static ContentHistory history(int views, int payments, int contents, int fans) {
    SplittableRandom random = new SplittableRandom(1);
    List<CreatorContent> items = new ArrayList<>();
    long[] published = new long[contents];
    for (int i = 0; i < contents; i++) {
      published[i] = START + YEAR * i / contents;
      items.add(
          new CreatorContent(
              "content-" + i,
              ContentKind.values()[i % 4],
              Instant.ofEpochSecond(published[i]),
              i % 4 == 3 ? 0 : 60_000L * (1 + i % 17),
              List.of("youtube"),
              List.of(),
              false,
              ""));
    }
    long[] times = random.longs(views, START, START + YEAR).sorted().toArray();
    int[] content = new int[views];
    int[] fan = new int[views];
    int[] ones = new int[views];
    Arrays.fill(ones, 1);
    for (int i = 0; i < views; i++) {
      long newest = (times[i] - START) * contents / YEAR;
      double back = -Math.log(1 - random.nextDouble()) * 60;
      content[i] = (int) Math.max(0, newest - (long) back);
      fan[i] = (int) (fans * Math.pow(random.nextDouble(), 2));
    }
    ContentActs acts =
        new ContentActs(
            views,
            times,
            content,
            fan,
            new short[views],
            new byte[views],
            ones,
            new long[views],
            new int[views]);
    ContentPayments paid = payments(payments, acts, random);
    Map<Stream, Long> ledger = new EnumMap<>(Stream.class);
    ledger.put(Stream.TIPS, Arrays.stream(paid.net()).sum());
    return new ContentHistory(
        items, fans, List.of("youtube"), acts, paid, ledger, Instant.ofEpochSecond(START + YEAR));
  }

  /** Half soon after a view, half at any time. */
  private static ContentPayments payments(int count, ContentActs acts, SplittableRandom random) {
    long[][] rows = new long[count][];
    for (int i = 0; i < count; i++) {
      int view = random.nextInt(acts.size());
      long after = (long) (-Math.log(1 - random.nextDouble()) * 3_600);
      long at = i % 2 == 0 ? acts.seconds()[view] + after : random.nextLong(START, START + YEAR);
      rows[i] = new long[] {Math.min(START + YEAR, at), acts.fan()[view], acts.content()[view]};
    }
    Arrays.sort(rows, (a, b) -> Long.compare(a[0], b[0]));
    int[] own = new int[count];
    int[] terms = new int[count];
    long[] net = new long[count];
    for (int i = 0; i < count; i++) {
      own[i] = i;
      terms[i] = 30;
      net[i] = 100 + random.nextInt(2_000);
    }
    return new ContentPayments(
        count,
        Arrays.stream(rows).mapToLong(row -> row[0]).toArray(),
        Arrays.stream(rows).mapToInt(row -> (int) row[1]).toArray(),
        Arrays.stream(rows).mapToInt(row -> (int) row[2]).toArray(),
        new byte[count],
        new byte[count],
        net,
        terms,
        own);
  }
}
