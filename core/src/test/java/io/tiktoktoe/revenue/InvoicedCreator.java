package io.tiktoktoe.revenue;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.random.RandomGenerator;

/** A hand-made source of one creator: holds cells and answers from them. */
public final class InvoicedCreator implements RevenueSource {

  static final List<String> COUNTRIES = List.of("US", "BR", "DE", "JP");
  static final List<String> AGES = List.of("18-24", "25-34", "35-44");
  static final List<String> GENDERS = List.of("f", "m");
  static final List<String> PLATFORMS = List.of("youtube", "twitch");

  public final List<RevenueCell> cells = new ArrayList<>();
  final List<SubscriptionMovement> movements = new ArrayList<>();
  FanConcentration fans = FanConcentration.NONE;
  List<ProductSales> products = List.of();
  public FailedPayments failed = FailedPayments.NONE;
  List<Settlement> settlements = List.of();

  public static CreatorProfile profile(String zone) {
    return new CreatorProfile("alice", ZoneId.of(zone), Currency.getInstance("USD"));
  }

  /** A sale with a tenth of fees. */
  public static RevenueCell sale(Instant time, Stream stream, String country, long gross) {
    return cell(time, stream, country, "18-24", "f", gross, 0, 1);
  }

  public static RevenueCell cell(
      Instant time,
      Stream stream,
      String country,
      String age,
      String gender,
      long gross,
      long refunds,
      long count) {
    return new RevenueCell(
        DateRange.bucket(time),
        stream,
        "youtube",
        country,
        age,
        gender,
        State.FINAL,
        gross,
        gross / 10,
        0,
        refunds,
        0,
        0,
        count,
        count);
  }

  /** Random cells of all kinds: missing groups, states, reversals, several platforms. */
  public static InvoicedCreator random(RandomGenerator random, DateRange period, int count) {
    InvoicedCreator creator = new InvoicedCreator();
    long quarters = period.length().toMinutes() / 15;
    for (int at = 0; at < count; at++) {
      Instant time = period.from().plusSeconds(900 * random.nextLong(quarters));
      long gross = random.nextInt(6) == 0 ? 0 : random.nextLong(10_000);
      boolean reversal = random.nextInt(10) == 0;
      creator.cells.add(
          new RevenueCell(
              DateRange.bucket(time),
              Stream.values()[random.nextInt(4)],
              PLATFORMS.get(random.nextInt(2)),
              random.nextInt(4) == 0 ? null : COUNTRIES.get(random.nextInt(4)),
              random.nextInt(3) == 0 ? null : AGES.get(random.nextInt(3)),
              random.nextInt(3) == 0 ? null : GENDERS.get(random.nextInt(2)),
              State.values()[random.nextInt(3)],
              gross,
              gross / (2 + random.nextInt(20)),
              gross / (3 + random.nextInt(20)),
              reversal ? random.nextLong(5_000) : 0,
              random.nextInt(30) == 0 ? random.nextLong(5_000) - 1_000 : 0,
              random.nextInt(20) == 0 ? random.nextLong(3_000) : 0,
              1,
              gross == 0 ? 0 : 1 + random.nextInt(3)));
    }
    return creator;
  }

  /**
   * Steady tips: every hour of the day about as many, of log-normal amounts, from four countries.
   *
   * @param perHour expected tips an hour
   */
  public static InvoicedCreator steady(
      RandomGenerator random, LocalDate first, int days, ZoneId zone, double perHour) {
    InvoicedCreator creator = new InvoicedCreator();
    DateRange period = DateRange.ofDays(first, first.plusDays(days - 1L), zone);
    double chance = perHour / 4;
    for (Instant time = period.from(); time.isBefore(period.to()); time = time.plusSeconds(900)) {
      while (random.nextDouble() < chance / (1 + chance)) {
        long amount = Math.round(500 * Math.exp(0.6 * random.nextGaussian()));
        creator.cells.add(
            cell(
                time,
                Stream.TIPS,
                COUNTRIES.get(random.nextInt(4)),
                AGES.get(random.nextInt(3)),
                GENDERS.get(random.nextInt(2)),
                amount,
                0,
                1));
      }
    }
    return creator;
  }

  /** This creator's cells up to the end of a range, on its zone's clock. */
  public Cells cells(DateRange range) {
    return Cells.of(collect(profile(range.zone().getId()), range).income(), Progress.SILENT);
  }

  @Override
  public RevenueInputs collect(CreatorProfile creator, DateRange range) {
    DateRange history = IncomeCells.history(range, dataFrom(creator));
    List<List<RevenueCell>> streams = new ArrayList<>();
    for (Stream stream : Stream.values()) {
      streams.add(
          cells.stream()
              .filter(cell -> cell.stream() == stream && history.contains(cell.bucket()))
              .sorted(Comparator.comparing(RevenueCell::bucket))
              .toList());
    }
    List<LocalDate> days = history.days();
    return new RevenueInputs(
        new IncomeCells(history, dataFrom(creator), dataThrough(creator), streams),
        movements.stream()
            .filter(
                one -> !one.day().isBefore(days.getFirst()) && !one.day().isAfter(days.getLast()))
            .toList(),
        fans,
        products,
        failed,
        settlements);
  }

  @Override
  public Instant dataFrom(CreatorProfile creator) {
    return cells.stream()
        .map(RevenueCell::bucket)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  @Override
  public Instant dataThrough(CreatorProfile creator) {
    return cells.stream()
        .map(RevenueCell::bucket)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
