package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.metric.Stream;

/**
 * One event of one person.
 *
 * @param second of UTC since 1970
 * @param wholeDay whether it stands for its day, so that its hour means nothing
 * @param act what was done
 * @param times how often, at least 1
 * @param creator whose, as a number
 * @param content which, as a number; {@link #NONE} where none is named
 * @param watchMs watched, 0 where not said
 * @param lengthMs of the content or session, 0 where not said
 * @param finished whether it was watched to the end
 * @param place of the audience: platform and country, as the stream numbers them
 * @param stream what was paid for; tips where nothing was
 * @param amount paid, minor units of the release's currency, or {@link #NO_RATE}
 */
public record PersonEvent(
    long second,
    boolean wholeDay,
    PersonAct act,
    long times,
    long creator,
    long content,
    long watchMs,
    long lengthMs,
    boolean finished,
    int place,
    Stream stream,
    long amount) {

  /** No content is named. */
  public static final long NONE = -1;

  /** Something was paid in a currency that had no exchange rate that day. */
  public static final long NO_RATE = -1;
}
