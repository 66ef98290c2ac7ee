package io.tiktoktoe.store.model;

import java.time.Instant;

/**
 * One entry of a price test's append-only log.
 *
 * @param test number of the test
 * @param number place in its log, from 1 without gaps
 * @param time when; never before that of an earlier entry
 * @param kind what happened
 * @param fan the store's keyed hash of the fan, 0 where it is of nobody
 * @param step by whose chances an arm was drawn
 * @param arm which arm; of a step, by which version of the rule it was drawn, 0 before rules had
 *     one
 * @param propensity how likely the arm was
 * @param idHigh first half of the hash of an outcome's id
 * @param idLow its second half
 * @param amount of an outcome, in minor units
 * @param detail of a step: the chances
 * @param fanName what the fan is called; only on the way in
 */
public record TestEntry(
    int test,
    long number,
    Instant time,
    Kind kind,
    long fan,
    int step,
    int arm,
    double propensity,
    long idHigh,
    long idLow,
    long amount,
    String detail,
    String fanName) {

  /** What can happen. */
  public enum Kind {
    STEP,
    ASSIGNED,
    PURCHASE,
    RENEWAL,
    REFUND,
    CHURN,
    REMOVED,
    STOPPED,
    ROLLED_BACK
  }

  /** From now on arms are shown with these chances, drawn by this version of the rule. */
  public static TestEntry step(
      int test, long number, Instant time, int step, int rule, String chances) {
    return new TestEntry(test, number, time, Kind.STEP, 0, step, rule, 0, 0, 0, 0, chances, "");
  }

  /** A fan was given an arm. */
  public static TestEntry assigned(
      int test,
      long number,
      Instant time,
      long fan,
      String fanName,
      int step,
      int arm,
      double propensity) {
    return new TestEntry(
        test, number, time, Kind.ASSIGNED, fan, step, arm, propensity, 0, 0, 0, "", fanName);
  }

  /** Something came of a fan. */
  public static TestEntry outcome(
      int test,
      long number,
      Instant time,
      Kind kind,
      long fan,
      long idHigh,
      long idLow,
      long amount) {
    return new TestEntry(test, number, time, kind, fan, 0, 0, 0, idHigh, idLow, amount, "", "");
  }

  /** Somebody decided about an arm or the test. */
  public static TestEntry decided(
      int test, long number, Instant time, Kind kind, int arm, String detail) {
    return new TestEntry(test, number, time, kind, 0, 0, arm, 0, 0, 0, 0, detail, "");
  }
}
