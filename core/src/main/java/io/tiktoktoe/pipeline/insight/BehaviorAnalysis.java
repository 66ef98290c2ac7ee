package io.tiktoktoe.pipeline.insight;

import java.util.List;

/**
 * How people behave, in numbers of people: each counts in one cell of each table unless it says
 * otherwise.
 *
 * @param people who were there
 * @param engagement how they watch and take part
 * @param preferences what they choose
 * @param retention who comes back
 */
public record BehaviorAnalysis(
    NoisyNumber people, Engagement engagement, Preferences preferences, Retention retention) {

  /**
   * How they watch and take part.
   *
   * @param viewingHours the hour of the day at which each watches most
   * @param viewingWeekdays the weekday on which each watches most, Monday first
   * @param viewingSequences how many views each usually strings together
   * @param nextViews whether the next view of a string is mostly of the same creator
   * @param interactionDistribution the furthest that each goes from watching to paying
   * @param sessionDurations the usual session of each
   * @param minutesWatched mean of those who watched, their number and the sum
   */
  public record Engagement(
      List<NoisyNumber> viewingHours,
      List<NoisyNumber> viewingWeekdays,
      List<NoisyNumber> viewingSequences,
      List<NoisyNumber> nextViews,
      List<NoisyNumber> interactionDistribution,
      List<NoisyNumber> sessionDurations,
      List<NoisyNumber> minutesWatched) {}

  /**
   * What they choose.
   *
   * @param contentSelections the contents with most people, each in the one watched most
   * @param categoryPreferences the length of content that each watches most
   * @param creatorPreferences the creators with most people, each with the one watched most
   * @param countries where they are
   */
  public record Preferences(
      List<NoisyNumber> contentSelections,
      List<NoisyNumber> categoryPreferences,
      List<NoisyNumber> creatorPreferences,
      List<NoisyNumber> countries) {}

  /**
   * Who comes back.
   *
   * @param userReturns on how many days each was there
   * @param churnIndicators of those who were there in the period's first half: whether they came
   *     again in the second, by what was seen of them before
   * @param loyaltyMetrics which part of each one's views goes to one creator
   */
  public record Retention(
      List<NoisyNumber> userReturns,
      List<NoisyNumber> churnIndicators,
      List<NoisyNumber> loyaltyMetrics) {}
}
