package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.privacy.release.ContributionBounds;
import io.tiktoktoe.privacy.release.Measure;
import io.tiktoktoe.privacy.release.Partitions;
import io.tiktoktoe.privacy.release.ReleaseRequest;
import io.tiktoktoe.privacy.release.Statistic;
import java.util.List;

/**
 * The statistics of a release about a platform. Nearly all count people, each in one cell: one
 * person then moves a table of any size by 1, so that noise is small beside what it shows.
 */
final class ReleaseQuestions {

  static final String PEOPLE = "people";
  static final String HOURS = "viewing hours";
  static final String WEEKDAYS = "viewing weekdays";
  static final String RUNS = "viewing sequences";
  static final String NEXT = "next views";
  static final String LADDER = "interaction distribution";
  static final String SESSIONS = "session durations";
  static final String MINUTES = "minutes watched";
  static final String CONTENTS = "content selections";
  static final String LENGTHS = "category preferences";
  static final String CREATORS = "creator preferences";
  static final String COUNTRIES = "countries";
  static final String DAYS = "user returns";
  static final String CHURN = "churn indicators";
  static final String LOYALTY = "loyalty metrics";
  static final String COMPLETION = "completion";
  static final String PLATFORMS = "platforms";
  static final String PAYERS = "payers";
  static final String SPEND = "spend";
  static final String REVENUE = "revenue";

  static final String ACTIVE = "active";
  static final String WATCHING = "watching";
  static final String PAYING = "paying";

  /**
   * In so many creators and contents a person counts: each more would raise what it takes to be
   * named.
   */
  static final int FAVOURITES = 1;

  private static final int TOP = 20;

  /** Minutes of half a month. */
  private static final long MOST_MINUTES = 20_000;

  /** A person's payments count up to so many major units. */
  private static final long MOST_PAID = 5_000;

  /** A sum is taken to be so many times the most of one person. */
  private static final double TYPICAL = 300;

  private ReleaseQuestions() {}

  /** What is asked. */
  static ReleaseRequest of(AnalyticsConfig config) {
    return new ReleaseRequest(
        config.account(), config.data(), config.period(), config.budget(), statistics(config));
  }

  private static List<Statistic> statistics(AnalyticsConfig config) {
    long paid = MOST_PAID * (long) Math.pow(10, config.currency().getDefaultFractionDigits());
    return List.of(
        one(PEOPLE, List.of(ACTIVE)),
        one(HOURS, Cells.HOURS),
        one(WEEKDAYS, Cells.WEEKDAYS),
        one(RUNS, Cells.RUNS),
        one(NEXT, Cells.NEXT),
        one(LADDER, Cells.LADDER),
        one(SESSIONS, Cells.SESSIONS),
        mean(MINUTES, WATCHING, MOST_MINUTES),
        top(CONTENTS),
        one(LENGTHS, Cells.LENGTHS),
        top(CREATORS),
        one(COUNTRIES, Cells.COUNTRIES),
        one(DAYS, Cells.DAYS),
        one(CHURN, Cells.churn()),
        one(LOYALTY, Cells.LOYALTY),
        one(COMPLETION, Cells.COMPLETION),
        one(PLATFORMS, platforms(config)),
        one(PAYERS, Cells.streams()),
        mean(SPEND, PAYING, paid),
        Statistic.of(
                REVENUE,
                new Measure.Total(),
                new Partitions.Known(Cells.streams()),
                ContributionBounds.adaptive(1, paid))
            .withExpected(TYPICAL * paid));
  }

  private static Statistic one(String name, List<String> cells) {
    return Statistic.of(
        name, new Measure.People(), new Partitions.Known(cells), ContributionBounds.people(1));
  }

  /** The platforms that are connected: its operator's names, not persons'. */
  private static List<String> platforms(AnalyticsConfig config) {
    return config.platforms().isEmpty() ? List.of(Cells.NOT_TOLD) : config.platforms();
  }

  private static Statistic top(String name) {
    return Statistic.of(
        name,
        new Measure.Top(TOP),
        new Partitions.Selected(),
        ContributionBounds.people(FAVOURITES));
  }

  private static Statistic mean(String name, String cell, long most) {
    return Statistic.of(
        name,
        new Measure.Mean(),
        new Partitions.Known(List.of(cell)),
        ContributionBounds.adaptive(1, most));
  }
}
