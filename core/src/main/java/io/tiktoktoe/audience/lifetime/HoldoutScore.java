package io.tiktoktoe.audience.lifetime;

/**
 * How well a model, fitted before a day, foretold what each customer bought after it.
 *
 * @param model name; {@code stacked} for the combination
 * @param logScore mean log predictive density a customer; higher is better; NaN where it cannot be
 *     computed
 * @param expected sum of the expected purchases
 * @param actual sum of the purchases that came
 * @param bias {@code expected / actual - 1}; NaN or infinite when nothing came
 * @param rmse root mean squared error of a customer's purchases
 * @param mae mean absolute error of them
 */
public record HoldoutScore(
    String model,
    double logScore,
    double expected,
    double actual,
    double bias,
    double rmse,
    double mae) {}
