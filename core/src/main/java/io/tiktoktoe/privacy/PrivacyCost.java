package io.tiktoktoe.privacy;

/**
 * Privacy parameters of everything that was released together.
 *
 * @param pld the smallest epsilon that the privacy loss distribution allows for the delta
 * @param rdp the epsilon by Rényi differential privacy; larger, as its proof is coarser
 */
public record PrivacyCost(double pld, double rdp) {}
