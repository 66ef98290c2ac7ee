package io.tiktoktoe.pipeline.insight;

import java.util.Currency;
import java.util.List;

/**
 * What people pay.
 *
 * @param currency whose minor units amounts are
 * @param payers by the stream for which each pays most
 * @param unpriced people who paid only in currencies that had no exchange rate: they are in no
 *     amount and no stream
 * @param spend mean of those who paid, each one's clamped, their number and the sum
 * @param revenue what people paid, by the stream for which each paid most, each one's clamped
 */
public record MonetizationAnalysis(
    Currency currency,
    List<NoisyNumber> payers,
    NoisyNumber unpriced,
    List<NoisyNumber> spend,
    List<NoisyNumber> revenue) {}
