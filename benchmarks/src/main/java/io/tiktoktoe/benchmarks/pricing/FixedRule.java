package io.tiktoktoe.benchmarks.pricing;

/** One price for ever: the middle one is what is charged when nothing is known. */
record FixedRule(int arm) implements PriceRule {

  @Override
  public int choose(int person, int week) {
    return arm;
  }

  @Override
  public void learn(int week, int shown, boolean bought, double contribution) {
    // Whatever comes, the price stays.
  }
}
