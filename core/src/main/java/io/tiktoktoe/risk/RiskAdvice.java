package io.tiktoktoe.risk;

import io.tiktoktoe.answer.Message;

/** What lowers a risk, with the observations behind it; amounts are minor units. */
public sealed interface RiskAdvice extends Message {

  /**
   * Move a tenth of the income to other platforms.
   *
   * @param platform the largest
   * @param others whether there are others already
   * @param share of net income that it brings
   * @param loss what 30 days without it cost
   */
  record SpreadPlatforms(String platform, boolean others, double share, double loss)
      implements RiskAdvice {

    @Override
    public String code() {
      return "spread-platforms";
    }
  }

  /**
   * Move a tenth of the income from one stream to the others.
   *
   * @param stream from which
   * @param futures how many futures were drawn
   * @param before how far income of the worst twentieth lies below its mean
   * @param after the same after the move
   * @param streamIncome mean income of the stream in 30 days
   */
  record SpreadStreams(String stream, int futures, double before, double after, double streamIncome)
      implements RiskAdvice {

    @Override
    public String code() {
      return "spread-streams";
    }
  }

  /**
   * Keep money aside for bad months.
   *
   * @param amount how much: the shortfall, but no more than a usual month brings
   * @param floor what one month in twenty lies below
   * @param shortfall by how much the floor lies below the middle of the futures
   */
  record KeepReserve(double amount, double floor, double shortfall) implements RiskAdvice {

    @Override
    public String code() {
      return "reserve";
    }
  }

  /**
   * Keep one of ten subscribers who would leave.
   *
   * @param rate share of subscriptions that end within 30 days
   * @param atRisk how many there are
   * @param monthlyAmount what they bring a month
   */
  record KeepSubscribers(double rate, long atRisk, long monthlyAmount) implements RiskAdvice {

    @Override
    public String code() {
      return "keep-subscribers";
    }
  }
}
