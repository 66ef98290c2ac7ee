package io.tiktoktoe.pricing.insight;

/**
 * Novelty effect of an arm: whether its lead over control changed between the first and the second
 * half of its persons.
 *
 * @param arm its name
 * @param early what a person of the first half brought more than control's of that half
 * @param late the same of the second half
 * @param standardErrors of their difference, 0 where there are too few persons
 * @param fading whether what it brings changes by more than chance does
 */
public record NoveltyCheck(
    String arm, double early, double late, double standardErrors, boolean fading) {}
