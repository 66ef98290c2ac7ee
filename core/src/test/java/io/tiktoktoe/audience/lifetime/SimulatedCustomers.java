package io.tiktoktoe.audience.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Customers with known parameters: purchases, lives and amounts drawn as the models say. */
public final class SimulatedCustomers {

  private final UniformRandomProvider random;
  private final List<Integer> customers = new ArrayList<>();
  private final List<Integer> days = new ArrayList<>();
  private final List<Double> amounts = new ArrayList<>();

  public SimulatedCustomers(long seed) {
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  double gamma(double shape, double rate) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / rate).sample();
  }

  double exponential(double rate) {
    return -Math.log1p(-random.nextDouble()) / rate;
  }

  public double uniform() {
    return random.nextDouble();
  }

  double beta(double a, double b) {
    double one = gamma(a, 1);
    return one / (one + gamma(b, 1));
  }

  /** Times of the repeat purchases of a Pareto/NBD customer until {@code weeks}. */
  public List<Double> paretoNbd(double r, double alpha, double s, double beta, double weeks) {
    double rate = gamma(r, alpha);
    double life = exponential(gamma(s, beta));
    List<Double> times = new ArrayList<>();
    for (double time = exponential(rate); time < Math.min(life, weeks); ) {
      times.add(time);
      time += exponential(rate);
    }
    return times;
  }

  /** The same of the counting family with Erlang-{@code every} times between purchases. */
  public List<Double> counting(
      double r, double alpha, double a, double b, int every, boolean atFirst, double weeks) {
    double rate = gamma(r, alpha);
    double leaves = a == 0 ? 0 : beta(a, b);
    List<Double> times = new ArrayList<>();
    double time = 0;
    boolean here = !atFirst || uniform() >= leaves;
    while (here) {
      for (int tick = 0; tick < every; tick++) {
        time += exponential(rate);
      }
      if (time >= weeks) {
        break;
      }
      times.add(time);
      here = uniform() >= leaves;
    }
    return times;
  }

  /** Adds a customer to the log, who began on {@code first}. */
  void add(int first, List<Double> weeks, double p, double q, double v) {
    int number = customers.isEmpty() ? 0 : customers.getLast() + 1;
    double rate = gamma(q, v);
    row(number, first, gamma(p, rate));
    for (double week : weeks) {
      row(number, first + (int) Math.ceil(week * 7), gamma(p, rate));
    }
  }

  private void row(int customer, int day, double amount) {
    customers.add(customer);
    days.add(day);
    amounts.add(amount);
  }

  PurchaseLog log() {
    return PurchaseLog.of(
        customers.getLast() + 1,
        customers.stream().mapToInt(Integer::intValue).toArray(),
        days.stream().mapToInt(Integer::intValue).toArray(),
        amounts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Exact summaries of customers who began up to {@code spread} weeks apart. */
  public static PurchaseSummaries summaries(List<List<Double>> all, double[] ages) {
    int[] x = new int[all.size()];
    double[] recency = new double[x.length];
    double[] gaps = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double last = 0;
      for (double time : all.get(i)) {
        gaps[i] += Math.log(time - last);
        last = time;
        x[i]++;
      }
      recency[i] = last;
    }
    return new PurchaseSummaries(x, recency, ages, gaps, new double[0], new int[0], new double[0]);
  }

  /** Customers of all kinds, without any model behind them. */
  public static PurchaseSummaries motley(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Double>> all = new ArrayList<>();
    double[] ages = new double[count];
    for (int i = 0; i < count; i++) {
      ages[i] = random.nextDouble(1, 80);
      List<Double> times = new ArrayList<>();
      double gap = random.nextDouble(.2, 20);
      for (double time = gap; time < ages[i] * random.nextDouble(.2, 1); time += gap) {
        times.add(time);
      }
      all.add(times);
    }
    return summaries(all, ages);
  }
}
