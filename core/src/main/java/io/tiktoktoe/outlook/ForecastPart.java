package io.tiktoktoe.outlook;

import io.tiktoktoe.answer.Message;

/** An additive component of a forecast: one thing that its expected sum is made of. */
public sealed interface ForecastPart extends Message {

  /** The level, were nothing else. */
  record Level() implements ForecastPart {
    @Override
    public String code() {
      return "level";
    }
  }

  /** What creators alike have, for want of own history. */
  record CreatorsAlike() implements ForecastPart {
    @Override
    public String code() {
      return "creators-alike";
    }
  }

  /** How far from the level the forecast starts. */
  record RecentChange() implements ForecastPart {
    @Override
    public String code() {
      return "recent-change";
    }
  }

  /** The slope. */
  record Trend() implements ForecastPart {
    @Override
    public String code() {
      return "trend";
    }
  }

  /** The course through a season of {@code period} steps. */
  record Season(int period) implements ForecastPart {
    @Override
    public String code() {
      return "season";
    }
  }

  /** A special day or a driver, under the name it was given. */
  record Cause(String name) implements ForecastPart {
    @Override
    public String code() {
      return "cause";
    }
  }

  /** What is lacking to the sum of the others, because nothing falls below zero. */
  record Floor() implements ForecastPart {
    @Override
    public String code() {
      return "floor";
    }
  }
}
