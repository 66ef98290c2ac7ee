package io.tiktoktoe.content.insight;

/**
 * Payments in columns, oldest first. Reversals are already taken from their sale.
 *
 * @param size rows that count of each column
 * @param seconds when, seconds since 1970
 * @param fan place of who paid, {@link ContentActs#NOBODY} without a name
 * @param content place of the content that the sender named, {@link ContentActs#NOBODY} without
 * @param stream ordinal of {@link io.tiktoktoe.metric.Stream}
 * @param kind ordinal of {@link Kind}
 * @param net minor units that reached the creator
 * @param termDays days that a subscription's payment lasts
 * @param origin row of the payment that began the subscription; its own row for all else
 */
public record ContentPayments(
    int size,
    long[] seconds,
    int[] fan,
    int[] content,
    byte[] stream,
    byte[] kind,
    long[] net,
    int[] termDays,
    int[] origin) {

  /** No payments. */
  public static ContentPayments none() {
    return new ContentPayments(
        0,
        new long[0],
        new int[0],
        new int[0],
        new byte[0],
        new byte[0],
        new long[0],
        new int[0],
        new int[0]);
  }

  /** What kind of payment. */
  public enum Kind {
    TIP,
    ORDER,
    /** A subscription began. */
    START,
    /** It was paid again: credited to what made it begin. */
    RENEWAL,
    ADVERTISING,
    BRAND_DEAL
  }
}
