package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.AnalyticGaussian;
import io.tiktoktoe.privacy.Mechanism;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyAccountant;
import io.tiktoktoe.privacy.PrivacyCost;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.mechanism.PartitionSelection;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Optimal split of a release's budget. With Gaussian noise the parts' {@code mu^2} (squared
 * sensitivity over sigma) add up, with Laplace noise their epsilons; the weighted squared errors
 * are least where {@code mu^2} goes with the error's root, epsilon with its cube root (Lagrange).
 * The kind with the smaller sum is taken for the whole release.
 */
final class Spending {

  /** A part of epsilon and delta for choosing partitions, if some must be. */
  static final double SELECTION_EPSILON = 0.25;

  static final double SELECTION_DELTA = 0.5;

  /** A statistic's part for choosing its clamp. */
  private static final double CLAMP_SHARE = 0.1;

  /**
   * Noise on the whole numbers of a fine grid and continuous noise have chances that differ by less
   * than 1e-12 a number (see {@link NoiseGrid}): this covers it, and rounding.
   */
  static final double MARGIN = 1e-5;

  private final ReleaseRequest request;
  private final NoiseKind noise;
  private final double selectionEpsilon;
  private final double selectionDelta;
  private final List<List<Double>> amounts;
  private final double all;
  private final long selections;

  private Spending(
      ReleaseRequest request,
      NoiseKind noise,
      double selectionEpsilon,
      double selectionDelta,
      List<List<Double>> amounts) {
    this.request = request;
    this.noise = noise;
    this.selectionEpsilon = selectionEpsilon;
    this.selectionDelta = selectionDelta;
    this.amounts = amounts;
    this.all = amounts.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sum();
    this.selections = selections(request);
  }

  private static long selections(ReleaseRequest request) {
    return request.statistics().stream().filter(Spending::selects).count();
  }

  /** The best split. */
  static Spending of(ReleaseRequest request) {
    PrivacyBudget budget = request.budget();
    long selections = selections(request);
    if (selections > 0 && budget.delta() == 0) {
      throw new IllegalArgumentException(
          "delta (0) must be above 0 where partitions are selected. Allow 1e-6, or name them.");
    }
    double epsilon = budget.epsilon() * (selections > 0 ? 1 - SELECTION_EPSILON : 1);
    double delta = budget.delta() * (selections > 0 ? 1 - SELECTION_DELTA : 1);
    Lagrange laplace = Lagrange.of(request, true, epsilon * (1 - MARGIN));
    Lagrange best = laplace;
    NoiseKind noise = NoiseKind.DISCRETE_LAPLACE;
    if (delta > 0) {
      double mu = AnalyticGaussian.mu(epsilon * (1 - MARGIN), delta * (1 - MARGIN));
      Lagrange gaussian = Lagrange.of(request, false, mu * mu);
      if (gaussian.loss() < laplace.loss()) {
        best = gaussian;
        noise = NoiseKind.DISCRETE_GAUSSIAN;
      }
    }
    double shares = Math.max(1, selections);
    return new Spending(
        request,
        noise,
        budget.epsilon() * SELECTION_EPSILON * (1 - MARGIN) / shares,
        budget.delta() * SELECTION_DELTA * (1 - MARGIN) / shares,
        best.amounts());
  }

  static boolean selects(Statistic statistic) {
    return statistic.partitions() instanceof Partitions.Selected;
  }

  /** Laplace or Gaussian. */
  NoiseKind noise() {
    return noise;
  }

  /** How a statistic's partitions are selected, if they must be. */
  Optional<PartitionSelection> selection(Statistic statistic) {
    return selects(statistic)
        ? Optional.of(
            PartitionSelection.shared(
                selectionEpsilon, selectionDelta, statistic.bounds().partitions()))
        : Optional.empty();
  }

  /**
   * The noise of a part whose sensitivity may have become smaller than planned.
   *
   * @param statistic its place in the request
   * @param part its place among the statistic's parts
   */
  NoiseGrid grid(int statistic, int part, Part now) {
    double amount = amounts.get(statistic).get(part);
    return noise == NoiseKind.DISCRETE_LAPLACE
        ? NoiseGrid.laplace(now.laplace() / amount)
        : NoiseGrid.gaussian(now.gaussian() / Math.sqrt(amount));
  }

  /** The share of the whole that a statistic takes, with what its selection takes. */
  double share(int statistic) {
    double own = amounts.get(statistic).stream().mapToDouble(Double::doubleValue).sum() / all;
    double selection = selections > 0 ? SELECTION_EPSILON : 0;
    boolean selects = selects(request.statistics().get(statistic));
    return own * (1 - selection) + (selects ? selection / selections : 0);
  }

  /** What the noise really costs, by the accountant, with the selections' epsilon. */
  PrivacyCost cost() {
    boolean laplace = noise == NoiseKind.DISCRETE_LAPLACE;
    List<Mechanism> all = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      List<Part> parts = Part.of(request.statistics().get(i));
      for (int j = 0; j < parts.size(); j++) {
        Part part = parts.get(j);
        NoiseGrid grid = grid(i, j, part);
        all.add(
            Mechanism.once(
                laplace ? NoiseKind.LAPLACE : NoiseKind.GAUSSIAN,
                grid.parameter(),
                laplace ? part.laplace() : part.gaussian()));
      }
    }
    double delta = laplace ? 0 : request.budget().delta() - selections * selectionDelta;
    PrivacyCost noises = PrivacyAccountant.cost(all, delta);
    double chosen = selections * selectionEpsilon;
    return new PrivacyCost(noises.pld() + chosen, noises.rdp() + chosen);
  }

  /**
   * The split for one kind of noise.
   *
   * @param amounts of epsilon (Laplace) or {@code mu^2} (Gaussian), by statistic and part
   * @param loss the sum of weighted squared relative errors
   */
  private record Lagrange(List<List<Double>> amounts, double loss) {

    static Lagrange of(ReleaseRequest request, boolean laplace, double whole) {
      List<List<Double>> wants =
          request.statistics().stream().map(one -> wants(one, laplace)).toList();
      double sum = wants.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sum();
      double loss = 0;
      List<List<Double>> amounts = new ArrayList<>();
      for (int i = 0; i < wants.size(); i++) {
        List<Double> own = wants.get(i).stream().map(want -> want * whole / sum).toList();
        amounts.add(own);
        loss += errors(request.statistics().get(i), laplace, own);
      }
      return new Lagrange(amounts, loss);
    }
  }

  /** How much of the budget each part wants, up to a factor. */
  private static List<Double> wants(Statistic statistic, boolean laplace) {
    List<Part> parts = Part.of(statistic);
    double power = laplace ? 1.0 / 3 : 1.0 / 2;
    double sum = 0;
    List<Double> wants = new ArrayList<>();
    for (Part part : parts) {
      double want = Math.pow(error(statistic, part, laplace), power);
      wants.add(want);
      sum += want;
    }
    // The part that chooses a clamp has no error of its own: it gets a fixed share.
    double clamp = sum * CLAMP_SHARE / (1 - CLAMP_SHARE);
    return wants.stream().map(want -> want == 0 ? clamp : want).toList();
  }

  /** Weighted squared relative error of a part with a budget of 1. */
  private static double error(Statistic statistic, Part part, boolean laplace) {
    double deviation =
        laplace
            ? Math.sqrt(2) * part.laplace() * part.laplaceError()
            : part.gaussian() * part.gaussianError();
    return statistic.weight() * deviation * deviation;
  }

  private static double errors(Statistic statistic, boolean laplace, List<Double> amounts) {
    List<Part> parts = Part.of(statistic);
    double loss = 0;
    for (int j = 0; j < parts.size(); j++) {
      double amount = amounts.get(j);
      loss += error(statistic, parts.get(j), laplace) / (laplace ? amount * amount : amount);
    }
    return loss;
  }
}
