package io.tiktoktoe.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.fan.FanLedger;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.AudienceSource;
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

  /** The audience as of a day: nothing that happened later is looked at. */
  public AudienceSegments audience(CreatorProfile creator, LocalDate through) {
    FanLedger ledger = new FanLedger(through);
    return ledger.audience(source.read(creator, through, ledger));
  }
}
