package io.tiktoktoe.audience.lifetime;

/** Fits, weighs and combines. */
final class Stacking {

  private Stacking() {}

  static LifetimeModel fit(PurchaseLog log, int until, LifetimeOptions options) {
    throw new UnsupportedOperationException("not yet");
  }

  static LifetimeModel fit(PurchaseSummaries customers, LifetimeOptions options) {
    throw new UnsupportedOperationException("not yet");
  }

  static RetentionModel fit(SubscriptionTerms terms, LifetimeOptions options) {
    throw new UnsupportedOperationException("not yet");
  }

  static FanValues together(FanValues purchases, FanValues subscriptions) {
    throw new UnsupportedOperationException("not yet");
  }
}
