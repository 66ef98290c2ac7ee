package io.tiktoktoe.service.text;

import io.tiktoktoe.outlook.ForecastPart;

/** Names what a forecast is made of. */
final class PartWords {

  private PartWords() {}

  static String of(ForecastPart part) {
    return switch (part) {
      case ForecastPart.Level() -> "level";
      case ForecastPart.CreatorsAlike() -> "creators alike";
      case ForecastPart.RecentChange() -> "recent change";
      case ForecastPart.Trend() -> "trend";
      case ForecastPart.Season(int period) -> "season " + period;
      case ForecastPart.Cause(String name) -> name;
      case ForecastPart.Floor() -> "nothing falls below zero";
    };
  }
}
