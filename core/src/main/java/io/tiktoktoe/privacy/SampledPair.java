package io.tiktoktoe.privacy;

/**
 * Dominating pair under Poisson sampling, in one direction. With one person more (REMOVE: that
 * person can be removed) the outcome is a mixture of P and Q; the other direction exchanges the two
 * distributions. Source: Zhu, Dong and Wang, "Optimal Accounting of Differential Privacy via
 * Characteristic Function", AISTATS 2022, section 3.
 *
 * @param pair without sampling
 * @param sampling chance of being in the sample
 * @param added whether the person is added instead of removed
 */
record SampledPair(OutputPair pair, double sampling, boolean added) {

  /** The largest loss. */
  double highest() {
    return added ? -logRatio(-pair.highest()) : logRatio(pair.highest());
  }

  /** The smallest loss. */
  double lowest() {
    return added ? -logRatio(pair.highest()) : logRatio(-pair.highest());
  }

  /** Logarithm of the mixture's density over that of Q where the unsampled loss is this. */
  double logRatio(double loss) {
    if (sampling == 1) {
      return loss;
    }
    return loss > 30
        ? loss + Math.log(sampling) + Math.log1p((1 - sampling) / sampling * Math.exp(-loss))
        : Math.log1p(sampling * Math.expm1(loss));
  }

  /** The unsampled loss where the sampled one of REMOVE is {@code loss}. */
  private double unsampled(double loss) {
    if (sampling == 1) {
      return loss;
    }
    if (loss > 30) {
      return loss - Math.log(sampling) + Math.log1p(-(1 - sampling) * Math.exp(-loss));
    }
    double ratio = Math.expm1(loss) / sampling;
    return ratio <= -1 ? Double.NEGATIVE_INFINITY : Math.log1p(ratio);
  }

  /** Logarithm of the moment of order s of the loss. */
  double logMoment(double s) {
    if (sampling == 1) {
      return pair.logMoment(s);
    }
    LogSum sum = new LogSum();
    double power = added ? -s : s + 1;
    pair.nodes(Math.max(1, power), (logMass, loss) -> sum.add(logMass + power * logRatio(loss)));
    return sum.value();
  }

  /** Puts all its mass between two losses on a grid. */
  void spread(LossGrid grid) {
    for (int i = 0; i < pair.atoms(); i++) {
      double loss = pair.loss(i);
      double massQ = pair.mass(i);
      grid.atom(sampledLoss(loss), added ? massQ : massQ * Math.exp(logRatio(loss)));
    }
    double edge = outcome(grid.loss(grid.first()));
    for (long cell = grid.first(); cell < grid.last(); cell++) {
      double next = outcome(grid.loss(cell + 1));
      double massP = pair.massP(Math.min(edge, next), Math.max(edge, next));
      double massQ = pair.massQ(Math.min(edge, next), Math.max(edge, next));
      double mixed = (1 - sampling) * massQ + sampling * massP;
      if (added) {
        grid.cell(cell, massQ, mixed);
      } else {
        grid.cell(cell, mixed, massQ);
      }
      edge = next;
    }
  }

  /** Where on the line of outcomes the sampled loss reaches a value. */
  private double outcome(double loss) {
    return pair.outcome(unsampled(added ? -loss : loss));
  }

  private double sampledLoss(double loss) {
    return added ? -logRatio(loss) : logRatio(loss);
  }
}
