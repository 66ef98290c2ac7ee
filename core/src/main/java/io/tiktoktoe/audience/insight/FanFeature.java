package io.tiktoktoe.audience.insight;

import io.tiktoktoe.audience.segment.FeatureGroup;
import java.util.Arrays;
import java.util.Locale;

/** The features by which fans are grouped. */
public enum FanFeature {
  ACTIVE_DAYS_A_MONTH(FeatureGroup.ENGAGEMENT, false),
  INTERACTIONS_A_MONTH(FeatureGroup.ENGAGEMENT, false),
  MINUTES_WATCHED_A_MONTH(FeatureGroup.ENGAGEMENT, false),
  NET_SO_FAR(FeatureGroup.MONETIZATION, true),
  PURCHASE_DAYS(FeatureGroup.MONETIZATION, false),
  SUBSCRIPTION_A_MONTH(FeatureGroup.MONETIZATION, true),
  DAYS_SINCE_FIRST_SEEN(FeatureGroup.LOYALTY, false),
  DAYS_SILENT(FeatureGroup.LOYALTY, false),
  ACTIVE_MONTHS(FeatureGroup.LOYALTY, false);

  private final FeatureGroup group;
  private final boolean money;

  FanFeature(FeatureGroup group, boolean money) {
    this.group = group;
    this.money = money;
  }

  /** Its name in answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension that it belongs to. */
  public FeatureGroup group() {
    return group;
  }

  /** Whether the feature of this name counts minor units of the reporting currency. */
  public static boolean isMoney(String label) {
    return Arrays.stream(values()).anyMatch(one -> one.money && one.label().equals(label));
  }
}
