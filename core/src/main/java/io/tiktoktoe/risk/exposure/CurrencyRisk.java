package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;

/**
 * Exchange rate exposure: income in a currency other than that of the report.
 *
 * @param currency ISO 4217
 * @param income net in 30 days at the present level, minor units of the reporting currency
 * @param share of all positive net income
 * @param deviation standard deviation of the rate's logarithm over 30 days; NaN with fewer than 8
 *     weeks of rates
 * @param atRisk what the income of 30 days loses in one of twenty such times; NaN likewise
 * @param interval holds that loss with probability 0.95 as far as the number of weeks goes
 * @param weeks how many weekly changes stand behind it
 */
public record CurrencyRisk(
    String currency,
    double income,
    double share,
    double deviation,
    double atRisk,
    Interval interval,
    int weeks) {}
