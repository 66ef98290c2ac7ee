package io.tiktoktoe.outlook;

import io.tiktoktoe.answer.Message;

/** A counterfactual: one thing that would change a forecast. */
public sealed interface WhatIf extends Message {

  /** The level falls by this share of itself. */
  record LevelFalls(double share) implements WhatIf {
    @Override
    public String code() {
      return "level-falls";
    }
  }

  /** The trend stops. */
  record TrendStops() implements WhatIf {
    @Override
    public String code() {
      return "trend-stops";
    }
  }

  /** The last {@code count} seasons repeat on average. */
  record SeasonsRepeat(int count) implements WhatIf {
    @Override
    public String code() {
      return "seasons-repeat";
    }
  }

  /** The same steps come as a season of {@code period} steps before. */
  record SameAsBefore(int period) implements WhatIf {
    @Override
    public String code() {
      return "same-as-before";
    }
  }

  /** A special day that is planned does not come. */
  record Without(String cause) implements WhatIf {
    @Override
    public String code() {
      return "without";
    }
  }

  /** A special day comes once more. */
  record OneMore(String cause) implements WhatIf {
    @Override
    public String code() {
      return "one-more";
    }
  }

  /** A driver is higher by this share of itself. */
  record DriverHigher(String driver, double share) implements WhatIf {
    @Override
    public String code() {
      return "driver-higher";
    }
  }
}
