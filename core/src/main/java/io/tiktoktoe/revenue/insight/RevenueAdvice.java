package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.answer.Message;
import io.tiktoktoe.stats.Interval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What to do about revenue, with the observations behind it; amounts are minor units. */
public sealed interface RevenueAdvice extends Message {

  /**
   * Be live or publish in an hour in which income is above the average hour.
   *
   * @param day its day of the week; empty when it is strong on any day
   * @param hour of the creator's local day, 0 to 23
   * @param observed how many weeks, or days when {@code day} is empty, it was seen in
   * @param mean income in it
   * @param average income in the average hour
   * @param falseDiscovery chance that it is not strong, a share
   */
  record StrongHours(
      Optional<DayOfWeek> day,
      int hour,
      int observed,
      double mean,
      double average,
      double falseDiscovery)
      implements RevenueAdvice {

    @Override
    public String code() {
      return "strong-hours";
    }
  }

  /**
   * Ask once more for renewals that failed.
   *
   * @param renewals how many failed
   * @param recovered how many of them were paid later
   * @param waiting how many of them their platform still asks for
   * @param open what those ask for
   */
  record AskAgain(long renewals, long recovered, long waiting, long open) implements RevenueAdvice {

    @Override
    public String code() {
      return "failed-payments";
    }
  }

  /**
   * Do again what came before an unusual gain.
   *
   * @param at when it began, on the creator's clock
   * @param cause the groups that made it
   * @param scope {@code total} or the stream in whose income it was found
   * @param actual what came
   * @param expectedRange where it would have been
   */
  record RepeatPeak(
      LocalDateTime at, List<Contribution> cause, String scope, long actual, Interval expectedRange)
      implements RevenueAdvice {

    public RepeatPeak {
      cause = List.copyOf(cause);
    }

    @Override
    public String code() {
      return "repeat-peak";
    }
  }

  /**
   * Mend or withdraw a product that is sent back more than the others.
   *
   * @param product which
   * @param reversals how many of its sales were reversed
   * @param sales how many it had
   * @param reversed what was paid back
   * @param usualShare share of sales that is reversed over all products
   */
  record MendProduct(String product, long reversals, long sales, long reversed, double usualShare)
      implements RevenueAdvice {

    @Override
    public String code() {
      return "reversals";
    }
  }

  /**
   * Correct what a source reports at first.
   *
   * @param name the stream and the source
   * @param days settled days that were seen
   * @param ratio what was settled by what was estimated
   */
  record CorrectEstimates(String name, int days, double ratio) implements RevenueAdvice {

    @Override
    public String code() {
      return "estimate-drift";
    }
  }

  /**
   * Ask subscribers who left why.
   *
   * @param recentRate share of subscriptions that ended in the last 30 days
   * @param usualRate the same per 30 days in the 90 days before
   * @param monthlyAmount recurring income a month
   * @param since the day from which fewer went on paying, which silent ends tell weeks later; empty
   *     when no day stands out
   */
  record AskWhyTheyLeft(
      double recentRate, double usualRate, long monthlyAmount, Optional<LocalDate> since)
      implements RevenueAdvice {

    @Override
    public String code() {
      return "churn";
    }
  }
}
