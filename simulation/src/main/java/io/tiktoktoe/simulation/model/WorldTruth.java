package io.tiktoktoe.simulation.model;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What moves the simulated economy from behind, and what would have been otherwise. */
public sealed interface WorldTruth extends TruthRecord {

  /**
   * How much one creator is watched on one local day.
   *
   * @param factor level, hiatuses included; 1 is where they began
   * @param audience how many fans are there
   */
  record Level(String creator, LocalDate day, double factor, int audience) implements WorldTruth {}

  /**
   * A mood that many creators share on one day.
   *
   * @param scope {@code world}, {@code platform} or {@code niche}; {@code giving}: everyone's
   *     readiness to give
   * @param name which one
   * @param factor on what people do
   */
  record Shock(String scope, String name, LocalDate day, double factor) implements WorldTruth {}

  /**
   * A step that stays.
   *
   * @param kind {@code algorithm}: how many people are sent; {@code policy}: what advertising pays
   */
  record Break(String source, String kind, LocalDate from, double factor) implements WorldTruth {}

  /** A creator's rest between two local days, the second not included. */
  record Rest(String creator, LocalDate from, LocalDate to) implements WorldTruth {}

  /**
   * A time of unusual giving.
   *
   * @param kind {@code campaign} over days or {@code goal} within one live stream
   * @param content the live stream of a goal
   * @param lift most that tips are multiplied by
   */
  record Campaign(
      String creator,
      String kind,
      LocalDate from,
      LocalDate to,
      @Nullable String content,
      double lift)
      implements WorldTruth {}

  /**
   * What a fan does from a day on: told four times a year and when the segment changes.
   *
   * @param viewRate expected reported views a day
   * @param tipRate expected spontaneous tips a day
   * @param activity factor of the week on both
   * @param away whether they do nothing for a while
   */
  record FanRates(
      String creator,
      String fan,
      LocalDate day,
      String segment,
      double viewRate,
      double tipRate,
      double shareRate,
      double activity,
      boolean away)
      implements WorldTruth {}

  /**
   * What a fan who was shown prices would pay at most for a product, in a usual week.
   *
   * @param minor in minor units of the product's currency
   * @param surveyBias factor by which this fan overstates it in surveys
   */
  record Willingness(String creator, String fan, String product, double minor, double surveyBias)
      implements WorldTruth {}

  /** One person's other id. */
  record Identity(String creator, String fan, String source, String otherFan)
      implements WorldTruth {}

  /**
   * A price that differed from the list for a while.
   *
   * @param reason {@code weak_sales}, {@code season} or {@code rise}
   */
  record PriceChange(
      String creator, String product, LocalDate from, LocalDate to, double factor, String reason)
      implements WorldTruth {}

  /** What rivals of one niche charge on one day, relative to what is usual. */
  record Rival(String niche, String kind, LocalDate day, double index) implements WorldTruth {}

  /** What a creator paid, minor units. */
  record Expense(String creator, LocalDate day, Currency currency, long minor)
      implements WorldTruth {}

  /**
   * What an action would do to a segment while it lasts.
   *
   * @param factor on what the action is for: on leaving and churn for {@code thank}, on conversion
   *     for {@code offer}, on shares for {@code invite}
   * @param fans how many fans of the segment were there at the end
   */
  record ActionEffect(String creator, String segment, String action, double factor, int fans)
      implements WorldTruth {}

  /**
   * What the creator would have lost without one content: the simulation was run again without it,
   * with everything else drawn alike.
   *
   * @param value income before fees in both runs' difference, micro USD
   */
  record ContentValue(String creator, String content, long value) implements WorldTruth {}
}
