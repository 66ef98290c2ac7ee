package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;

/**
 * What a price test may conclude at any time: its intervals hold all along, however often one
 * looks.
 */
public sealed interface PriceVerdict {

  /** What is known of each arm. */
  List<ArmResult> arms();

  /**
   * Nothing is surely different yet.
   *
   * @param arms what is known
   */
  record NotYet(List<ArmResult> arms) implements PriceVerdict {
    public NotYet {
      arms = List.copyOf(arms);
    }
  }

  /**
   * One arm surely brings more than control.
   *
   * @param winner the one with the highest lower end
   * @param arms what is known
   */
  record Better(String winner, List<ArmResult> arms) implements PriceVerdict {
    public Better {
      arms = List.copyOf(arms);
    }
  }

  /**
   * Control surely brings more than every other arm.
   *
   * @param arms what is known
   */
  record KeepPrice(List<ArmResult> arms) implements PriceVerdict {
    public KeepPrice {
      arms = List.copyOf(arms);
    }
  }

  /**
   * Arms were not shown as often as their chances said: assignments or their log are broken, and
   * nothing may be concluded.
   *
   * @param arm the one that is off most
   * @param standardErrors how far off
   * @param arms what would be known
   */
  record SampleRatioMismatch(String arm, double standardErrors, List<ArmResult> arms)
      implements PriceVerdict {
    public SampleRatioMismatch {
      arms = List.copyOf(arms);
    }
  }

  /**
   * What is known of one arm.
   *
   * @param arm its name
   * @param settled persons of whom is known what they brought
   * @param mean contribution per person, cut at the cap
   * @param interval always-valid interval of it, all arms together at the plan's alpha
   * @param capped how many persons were cut at the cap
   * @param losing whether it surely brings less than control by more than the stop loss
   */
  record ArmResult(
      String arm, long settled, double mean, Interval interval, long capped, boolean losing) {}
}
