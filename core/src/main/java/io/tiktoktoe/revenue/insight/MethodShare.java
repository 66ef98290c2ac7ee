package io.tiktoktoe.revenue.insight;

/**
 * How much one method counted in the weighted ensemble of pattern recognition.
 *
 * @param method its name, such as {@code spot}
 * @param weight its share, in [0, 1]
 */
public record MethodShare(String method, double weight) {}
