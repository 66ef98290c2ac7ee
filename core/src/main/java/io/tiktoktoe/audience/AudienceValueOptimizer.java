package io.tiktoktoe.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.fan.FanLedger;
import io.tiktoktoe.audience.insight.AudienceSource;
import io.tiktoktoe.audience.insight.FanTable;
import java.time.LocalDate;

/** Front door of audience value optimisation. */
public final class AudienceValueOptimizer {

  private final AudienceSource source;

  private AudienceValueOptimizer(AudienceSource source) {
    this.source = source;
  }

  /** The optimiser over what this source knows. */
  public static AudienceValueOptimizer of(AudienceSource source) {
    return new AudienceValueOptimizer(source);
  }

  /** The features of each fan as of a day. */
  public FanTable fans(CreatorProfile creator, LocalDate through) {
    FanLedger ledger = new FanLedger(through);
    return ledger.table(source.read(creator, through, ledger));
  }
}
