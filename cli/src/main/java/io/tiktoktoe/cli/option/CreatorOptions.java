package io.tiktoktoe.cli.option;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose data an analysis is about, from when to when, and how they read it. */
public final class CreatorOptions {

  /** Days of the default period. */
  private static final int DEFAULT_DAYS = 30;

  /** Days of the longest period: a century. Memory and time grow with them. */
  private static final int MAX_DAYS = 36_525;

  /** A day whose data ends less than this before midnight counts as over. */
  private static final Duration NEARLY_OVER = Duration.ofHours(1);

  private static final int SUGGESTIONS = 5;

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "The creator; may be left out when the store has one only.")
  private Optional<String> creator = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day of the period; 30 days up to --to when absent.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day of the period; the newest whole day of data when absent.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "IANA zone that days are counted in; the creator's own, else UTC.")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency to report in; the creator's own, else their most usual one.")
  private Optional<String> currency = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of random draws (${DEFAULT-VALUE}); the same seed, the same answer.")
  private long seed;

  @Mixin private CalendarOptions calendar = new CalendarOptions();

  /** The analysis of a store's revenue under these options. */
  public RevenueInsights analyze(Store store, Surroundings surroundings, Progress progress) {
    CreatorProfile profile = profile(store);
    Instant now = surroundings.clock().instant();
    Instant oldest = store.revenue().dataFrom(profile);
    LocalDate first = LocalDate.ofInstant(oldest.isBefore(now) ? oldest : now, profile.zone());
    LocalDate last = LocalDate.ofInstant(now, profile.zone()).plusYears(1);
    RevenueContext context =
        RevenueContext.at(now, seed)
            .withCalendar(calendar.from(first, last, surroundings))
            .withProgress(progress);
    return RevenueAnalytics.of(store.revenue())
        .analyzeRevenueStreams(profile, period(store, profile), context);
  }

  /** Whom it is for: what the store knows, changed by the options. */
  CreatorProfile profile(Store store) {
    CreatorProfile known = known(store, creator.orElseGet(() -> only(store)));
    Currency shown = currency.map(CreatorOptions::currency).orElse(known.currency());
    return new CreatorProfile(known.creator(), zone.map(Days::zone).orElse(known.zone()), shown);
  }

  /** The period asked for; whole local days. */
  DateRange period(Store store, CreatorProfile profile) {
    LocalDate last =
        to.map(text -> Days.parse("--to", text)).orElseGet(() -> lastWholeDay(store, profile));
    LocalDate first =
        from.map(text -> Days.parse("--from", text)).orElse(last.minusDays(DEFAULT_DAYS - 1));
    if (first.isAfter(last)) {
      throw new UsageException(
          "--from (%s) is after --to (%s). Swap them, or leave one out".formatted(first, last));
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days > MAX_DAYS) {
      throw new UsageException(
          "--from (%s) to --to (%s) are %,d days, at most %,d can be analysed. Ask for less"
              .formatted(first, last, days, MAX_DAYS));
    }
    return DateRange.ofDays(first, last, profile.zone());
  }

  /**
   * What the store knows of a creator with events; a failure that names others if there are none.
   */
  public static CreatorProfile known(Store store, String name) {
    List<String> creators = store.settings().creators();
    if (!creators.contains(name)) {
      throw creators.isEmpty()
          ? new FailureException("%s has no events. Ingest some first.".formatted(store.file()))
          : new FailureException(
              "creator %s has no events in %s. It has %,d creators, such as %s."
                  .formatted(name, store.file(), creators.size(), examples(creators, name)));
    }
    return store.settings().profileOrGuess(name);
  }

  private static String only(Store store) {
    List<String> creators = store.settings().creators();
    if (creators.size() > 1) {
      throw new UsageException(
          "--creator is missing; the store has %,d, such as %s"
              .formatted(creators.size(), examples(creators, "")));
    }
    return creators.isEmpty() ? "" : creators.getFirst();
  }

  private static String examples(List<String> creators, String wanted) {
    return creators.stream()
        .sorted(
            Comparator.comparing((String name) -> !name.equalsIgnoreCase(wanted))
                .thenComparing(name -> !name.startsWith(wanted)))
        .limit(SUGGESTIONS)
        .collect(Collectors.joining(", "));
  }

  private static LocalDate lastWholeDay(Store store, CreatorProfile profile) {
    Instant newest = store.revenue().dataThrough(profile);
    return newest.equals(Instant.MIN)
        ? LocalDate.EPOCH
        : LocalDate.ofInstant(newest.plus(NEARLY_OVER), profile.zone()).minusDays(1);
  }

  private static Currency currency(String code) {
    try {
      return Money.zero(Money.currency(code)).currency();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
