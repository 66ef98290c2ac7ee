package io.tiktoktoe.content.brief;

import io.tiktoktoe.answer.Message;
import io.tiktoktoe.content.insight.MarketTrend;

/**
 * What to make next, one piece of advice for each ground, with the observations behind it. {@code
 * turning} is the multiple of what is usual below which the next {@value #NEXT} contents made so
 * must stay in their geometric mean to end the advice.
 */
public sealed interface BriefAdvice extends Message {

  /** So many contents further on an advice may turn. */
  int NEXT = 5;

  /**
   * Make more of a type.
   *
   * @param contents how many were made so
   * @param times what they bring as a multiple of the usual, shrunk
   */
  record MakeType(String type, int contents, double times, double turning) implements BriefAdvice {

    @Override
    public String code() {
      return "content-type";
    }
  }

  /**
   * Make contents for an audience segment.
   *
   * @param audience whose share of the views
   * @param contents how many had more of it than the middle one
   * @param times what these bring beside the others, shrunk
   */
  record MakeFor(BriefAudience audience, int contents, double times, double turning)
      implements BriefAdvice {

    @Override
    public String code() {
      return "content-audience";
    }
  }

  /**
   * Publish on a platform.
   *
   * @param contents how many are watched most there
   * @param times what they bring as a multiple of the usual, shrunk
   * @param lately multiple of what contents there brought before; 1 where too few tell
   */
  record PublishOn(String platform, int contents, double times, double lately, double turning)
      implements BriefAdvice {

    @Override
    public String code() {
      return "content-platform";
    }
  }

  /**
   * Go with the market.
   *
   * @param trend as a private release tells it
   * @param unseen share of the trend that the creator's own history does not have yet
   */
  record FollowMarket(MarketTrend trend, double unseen) implements BriefAdvice {

    @Override
    public String code() {
      return "market-trend";
    }
  }
}
