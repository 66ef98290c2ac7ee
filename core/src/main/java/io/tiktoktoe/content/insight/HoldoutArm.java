package io.tiktoktoe.content.insight;

/**
 * One arm (treatment or control group) of a randomised holdout.
 *
 * @param fans who were drawn into it and whose window is over
 * @param watched how many of them were seen at the content within the window
 * @param payers how many of them paid within the window
 * @param payments how many payments these were: tips, orders and starts of subscriptions that were
 *     not wholly reversed
 * @param net what they paid less what was reversed, minor units
 */
public record HoldoutArm(int fans, int watched, int payers, int payments, long net) {}
