package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.Currency;
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

  /**
   * A person's minutes and payments count up to this, payments in major units. A bound that the
   * data choose would err less and could not be told: fixed ones are part of every sentence.
   */
  private static final long MOST_MINUTES = 1_200;

  private static final long MOST_PAID = 200;

  /** A sum is taken to be so many times the most of one person. */
  private static final double TYPICAL = 150;

  private ReleaseQuestions() {}

  /** What is asked. */
  static ReleaseRequest of(AnalyticsConfig config) {
    return new ReleaseRequest(
        config.account(), config.about(), config.period(), config.budget(), statistics(config));
  }

  private static List<Statistic> statistics(AnalyticsConfig config) {
    long paid = mostPaid(config.currency());
    return List.of(
        one(PEOPLE, List.of(ACTIVE)),
        one(HOURS, KnownCells.HOURS),
        one(WEEKDAYS, KnownCells.WEEKDAYS),
        one(RUNS, KnownCells.RUNS),
        one(NEXT, KnownCells.NEXT),
        one(LADDER, KnownCells.LADDER),
        one(SESSIONS, KnownCells.SESSIONS),
        mean(MINUTES, WATCHING, MOST_MINUTES),
        top(CONTENTS),
        one(LENGTHS, KnownCells.LENGTHS),
        top(CREATORS),
        one(COUNTRIES, KnownCells.COUNTRIES),
        one(DAYS, KnownCells.DAYS),
        one(CHURN, KnownCells.churn()),
        one(LOYALTY, KnownCells.LOYALTY),
        one(COMPLETION, KnownCells.COMPLETION),
        one(PLATFORMS, platforms(config)),
        one(PAYERS, KnownCells.payers()),
        mean(SPEND, PAYING, paid),
        Statistic.of(
                REVENUE,
                new Measure.Total(),
                new Partitions.Known(KnownCells.streams()),
                ContributionBounds.amounts(1, 0, paid))
            .withExpected(TYPICAL * paid));
  }

  private static Statistic one(String name, List<String> cells) {
    return Statistic.of(
        name, new Measure.People(), new Partitions.Known(cells), ContributionBounds.people(1));
  }

  /** Up to so much of what a person paid counts, minor units. */
  static long mostPaid(Currency currency) {
    return MOST_PAID * (long) Math.pow(10, currency.getDefaultFractionDigits());
  }

  /** Those that the caller says everybody knows, else those that everybody does. */
  static List<String> platforms(AnalyticsConfig config) {
    return config.platforms().isEmpty() ? KnownCells.PLATFORMS : config.platforms();
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
        ContributionBounds.amounts(1, 0, most));
  }
}
