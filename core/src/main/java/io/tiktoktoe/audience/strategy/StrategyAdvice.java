package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.answer.Message;

/** Advice on the means and constraints of a strategy; sentences are made where it is worded. */
public sealed interface StrategyAdvice extends Message {

  /**
   * One more unit of a limit would bring this much of the first goal.
   *
   * @param limit as in {@link EngagementStrategy.Means}
   */
  record WorthOfMore(String limit, Goal goal, double worth) implements StrategyAdvice {
    @Override
    public String code() {
      return "worth-of-more";
    }
  }

  /** No plan keeps all constraints: this one has to change together with the others so advised. */
  record RelaxTogether(String limit, double bound, double needed) implements StrategyAdvice {
    @Override
    public String code() {
      return "relax-together";
    }
  }

  /** No plan keeps all constraints: changing this one alone would be enough. */
  record RelaxAlone(String limit, double bound, double needed) implements StrategyAdvice {
    @Override
    public String code() {
      return "relax-alone";
    }
  }

  /** Nothing is worth doing: no action brings anything at the lower bound of its uplift. */
  record NothingWorthDoing(double confidence) implements StrategyAdvice {
    @Override
    public String code() {
      return "nothing-worth-doing";
    }
  }

  /** The plan stands on stated priors alone there: trying the action on half would teach most. */
  record TryFirst(String segment, String action, Goal goal, double deviation)
      implements StrategyAdvice {
    @Override
    public String code() {
      return "try-first";
    }
  }
}
