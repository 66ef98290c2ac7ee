package io.tiktoktoe.cli.option;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Period;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
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

  /** The analysis of a store's revenue under these options, all of it of one commit. */
  public RevenueInsights analyze(Store store, Surroundings surroundings, Progress progress) {
    CreatorProfile profile = profile(store);
    LearnedModel learned = store.models().newest();
    return store.snapshot(source -> analyze(source, profile, learned, surroundings, progress));
  }

  private RevenueInsights analyze(
      RevenueSource source,
      CreatorProfile profile,
      LearnedModel learned,
      Surroundings surroundings,
      Progress progress) {
    Instant now = surroundings.clock().instant();
    Instant oldest = source.dataFrom(profile);
    LocalDate first = LocalDate.ofInstant(oldest.isBefore(now) ? oldest : now, profile.zone());
    LocalDate last = LocalDate.ofInstant(now, profile.zone()).plusYears(1);
    RevenueContext context =
        RevenueContext.at(now, seed)
            .withCalendar(calendar.from(first, last, surroundings))
            .withLearned(learned)
            .withProgress(progress);
    return RevenueAnalytics.of(source)
        .analyzeRevenueStreams(profile, period(source, profile), context);
  }

  /** Whom it is for: what the store knows, changed by the options. */
  CreatorProfile profile(Store store) {
    CreatorProfile known = known(store, creator.orElseGet(() -> only(store)));
    Currency shown = currency.map(CreatorOptions::currency).orElse(known.currency());
    return new CreatorProfile(known.creator(), zone.map(Days::zone).orElse(known.zone()), shown);
  }

  /** The period asked for; whole local days. */
  Period period(RevenueSource source, CreatorProfile profile) {
    LocalDate last =
        to.map(text -> Days.parse("--to", text)).orElseGet(() -> lastWholeDay(source, profile));
    LocalDate first =
        from.map(text -> Days.parse("--from", text)).orElse(last.minusDays(DEFAULT_DAYS - 1));
    if (first.isAfter(last)) {
      throw new UsageException(
          "--from (%s) is after --to (%s). Swap them, or leave one out".formatted(first, last));
    }
    return Period.ofDays(first, last, profile.zone());
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

  private static LocalDate lastWholeDay(RevenueSource source, CreatorProfile profile) {
    Instant newest = source.dataThrough(profile);
    return newest.equals(Instant.MIN) ? LocalDate.EPOCH : WholeDays.last(newest, profile.zone());
  }

  private static Currency currency(String code) {
    try {
      return Money.zero(Money.currency(code)).currency();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
