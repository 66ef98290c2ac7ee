package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;

/**
 * A marginal exposure: what one platform, stream and currency brought in the days that stand for
 * the present, in minor units of the reporting currency.
 *
 * @param source the platform or payment provider that reported it
 * @param currency in which it was paid, ISO 4217
 * @param gross what was paid
 * @param net what reached the creator
 * @param refunds what went back willingly, positive
 * @param chargebacks what payers' banks took back, positive
 */
public record IncomePart(
    String source,
    Stream stream,
    String currency,
    long gross,
    long net,
    long refunds,
    long chargebacks) {

  /** Both together, of the same platform, stream and currency. */
  public IncomePart plus(IncomePart other) {
    return new IncomePart(
        source,
        stream,
        currency,
        Math.addExact(gross, other.gross),
        Math.addExact(net, other.net),
        Math.addExact(refunds, other.refunds),
        Math.addExact(chargebacks, other.chargebacks));
  }
}
