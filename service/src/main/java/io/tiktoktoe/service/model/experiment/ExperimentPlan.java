package io.tiktoktoe.service.model.experiment;

import java.util.List;

/**
 * What is known of a price test before it starts.
 *
 * @param name of the test
 * @param product what is sold
 * @param currency of its amounts
 * @param made whether it was made; else it was only planned
 * @param arms its arms, lowest price first
 * @param effect smallest share by which a difference is to be told
 * @param personsPerArmOnce persons each arm needs when one looks once, at the end
 * @param personsPerArm persons each arm needs when one looks all the time
 * @param days that this takes at the expected traffic while all arms are shown alike, the window
 *     included
 * @param daysAtMost that it takes where Thompson sampling leaves control only its part of the
 *     exploration from the start
 * @param smallestEffect smallest difference that can be told in the days allowed
 * @param worstLoss what the test costs at most until each arm has these persons, if nobody bought
 *     at any other price: shares of control's contribution, in major units
 */
public record ExperimentPlan(
    String name,
    String product,
    String currency,
    boolean made,
    List<Arm> arms,
    double effect,
    long personsPerArmOnce,
    long personsPerArm,
    double days,
    double daysAtMost,
    double smallestEffect,
    double worstLoss) {

  public ExperimentPlan {
    arms = List.copyOf(arms);
  }

  /**
   * One arm.
   *
   * @param arm its name
   * @param price in major units
   * @param contribution what a sale is planned to bring in all
   * @param trialDays days before the first payment
   * @param guaranteeDays days in which the money is given back
   * @param yearlyDiscount share that a year at once saves
   * @param tier what is offered
   * @param control whether it is charged today
   */
  public record Arm(
      String arm,
      double price,
      double contribution,
      int trialDays,
      int guaranteeDays,
      double yearlyDiscount,
      String tier,
      boolean control) {}
}
