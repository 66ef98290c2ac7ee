package io.tiktoktoe.benchmarks.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Books kept from raw deliveries, lines of the native format, the slow and obvious way: nothing of
 * the program is used. Of several deliveries of one id the later state counts, of estimates the
 * last; else the first. A reversal is of the stream of its sale; one that says neither fee nor tax
 * takes back what belongs to its amount.
 */
final class RawBooks {

  /** Gross, fee, tax, refunds, chargebacks, costs, sales. */
  static final int SUMS = 7;

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> STATES = List.of("estimated", "final", "paid");
  private static final Map<String, String> STREAMS =
      Map.of(
          "tip", "tips",
          "subscription.started", "subscriptions",
          "subscription.renewed", "subscriptions",
          "ad.revenue", "advertising",
          "brand.deal", "advertising",
          "merch.order", "merchandise");

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** One event that moved money, in minor units of its currency. */
  private static final class Entry {
    private final JsonNode line;
    private final long amount;
    private long fee;
    private long tax;
    private String stream = "";

    Entry(JsonNode line) {
      this.line = line;
      this.amount = minor("amount").orElse(0L);
      this.fee = minor("fee").orElse(0L);
      this.tax = minor("tax").orElse(0L);
    }

    String text(String field) {
      String own = RawBooks.text(line, field);
      JsonNode attributes = line.get("attributes");
      return own.isEmpty() && attributes != null ? RawBooks.text(attributes, field) : own;
    }

    Optional<Long> minor(String field) {
      String text = text(field);
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new BigDecimal(text)
                  .movePointRight(Currency.getInstance(text("currency")).getDefaultFractionDigits())
                  .longValueExact());
    }

    String id() {
      return text("source") + '\n' + text("id");
    }

    String target() {
      return text("source") + '\n' + text("refers_to");
    }

    int state() {
      return text("state").isEmpty() ? 1 : STATES.indexOf(text("state"));
    }

    boolean isReversal() {
      return text("type").equals("refund") || text("type").equals("chargeback");
    }

    /** -1 for a chargeback that was won back. */
    long direction() {
      return text("won").equals("true") ? -1 : 1;
    }
  }

  /** A field's text, empty where it is missing. */
  static String text(JsonNode line, String field) {
    JsonNode value = line.get(field);
    return value == null || value.isNull() ? "" : value.asString();
  }

  /** Takes the deliveries of a file, in order. */
  void read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = JSON.readTree(line);
        String type = text(event, "type");
        if (STREAMS.containsKey(type) || List.of("refund", "chargeback", "cost").contains(type)) {
          Entry entry = new Entry(event);
          entries.merge(entry.id(), entry, RawBooks::later);
        }
      }
    }
  }

  private static Entry later(Entry known, Entry came) {
    boolean replaces = came.state() > known.state() || came.state() + known.state() == 0;
    return replaces ? came : known;
  }

  /** Finds streams and what silent reversals take back. */
  void close() {
    Map<Entry, List<Entry>> silent = new HashMap<>();
    for (Entry entry : entries.values()) {
      Optional<Entry> sale = sale(entry);
      entry.stream =
          sale.map(one -> STREAMS.getOrDefault(one.text("type"), ""))
              .orElseGet(() -> entry.text("stream"));
      if (entry.isReversal() && sale.isPresent() && entry.text("fee").isEmpty()) {
        silent.computeIfAbsent(sale.get(), one -> new ArrayList<>()).add(entry);
      }
    }
    silent.forEach(RawBooks::share);
  }

  /** The sale behind a reversal, or a sale itself. */
  private Optional<Entry> sale(Entry entry) {
    Optional<Entry> at = Optional.of(entry);
    while (at.isPresent() && at.get().isReversal()) {
      at = Optional.ofNullable(entries.get(at.get().target()));
    }
    return at.filter(one -> STREAMS.containsKey(one.text("type")));
  }

  private static void share(Entry sale, List<Entry> reversals) {
    reversals.sort(Comparator.comparing(one -> Instant.parse(one.text("time"))));
    long back = 0;
    for (Entry one : reversals) {
      long next = back + one.direction() * one.amount;
      one.fee = one.direction() * (part(sale.fee, next, sale) - part(sale.fee, back, sale));
      one.tax = one.direction() * (part(sale.tax, next, sale) - part(sale.tax, back, sale));
      back = next;
    }
  }

  private static long part(long total, long of, Entry sale) {
    return BigDecimal.valueOf(total)
        .multiply(BigDecimal.valueOf(Math.clamp(of, 0, sale.amount)))
        .divide(BigDecimal.valueOf(sale.amount), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** By creator, stream, state, hour, place and group, in the currency paid. */
  Map<String, long[]> cells() {
    return sums(
        one ->
            key(
                one.text("creator"),
                one.stream,
                STATES.get(one.state()),
                Instant.parse(one.text("time")).truncatedTo(ChronoUnit.HOURS).toString(),
                one.text("source"),
                one.text("country"),
                one.text("age_band"),
                one.text("gender"),
                one.text("device"),
                one.text("currency")));
  }

  /** By creator and person, in the currency paid. */
  Map<String, long[]> persons() {
    return sums(one -> key(one.text("creator"), one.text("fan"), one.text("currency")));
  }

  static String key(String... parts) {
    return String.join("|", parts);
  }

  private Map<String, long[]> sums(Function<Entry, String> key) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Entry entry : entries.values()) {
      book(
          sums.computeIfAbsent(key.apply(entry), absent -> new long[SUMS]),
          entry.text("type"),
          entry.direction(),
          new long[] {entry.amount, entry.fee, entry.tax});
    }
    return sums;
  }

  /** Books amount, fee and tax of an event of this type. */
  static void book(long[] sums, String type, long direction, long[] amounts) {
    long sign = 1;
    switch (type) {
      case "refund" -> {
        sums[3] += amounts[0];
        sign = -1;
      }
      case "chargeback" -> {
        sums[4] += direction * amounts[0];
        sign = -direction;
      }
      case "cost" -> sums[5] += amounts[0];
      default -> {
        sums[0] += amounts[0];
        sums[6]++;
      }
    }
    sums[1] += sign * amounts[1];
    sums[2] += sign * amounts[2];
  }

  int size() {
    return entries.size();
  }
}
