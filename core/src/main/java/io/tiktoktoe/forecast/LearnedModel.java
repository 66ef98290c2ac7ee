package io.tiktoktoe.forecast;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.forecast.level.LevelPrior;
import io.tiktoktoe.forecast.level.LevelRisk;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Horizon;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Global (cross-series) forecasting model: what the daily incomes of all creators teach about each.
 * It holds the members' weights by class of series, the factors by which bands are conformally
 * corrected, gradient boosting over all series, and examples of histories from which newcomers
 * borrow. Immutable; {@link LearnedModelFormat} keeps it as bytes. The same creators, order and
 * seed give the same model.
 */
public final class LearnedModel {

  /** Nothing was learned: a creator is forecast from the own past alone. */
  public static final LearnedModel NONE =
      new LearnedModel("", 0, Pool.NONE, Optional.empty(), List.of(), LevelPrior.read());

  /** Days ahead for which it is learned: the longest horizon of every report. */
  static final int LOOK = Horizon.STANDARD.getLast().days();

  /** Most creators of one currency whose histories newcomers borrow from. */
  private static final int MOST_EXAMPLES = 50;

  /** Newest days of an example that are kept. */
  private static final int EXAMPLE_DAYS = 365;

  /** Fewest days of an example: two of the shortest history that is forecast by itself. */
  private static final int LEAST_DAYS = 2 * Prepared.FULL_HISTORY;

  private final String name;
  private final int creators;
  private final Pool pool;
  private final Optional<BoostingMember> boosting;
  private final List<Example> examples;
  private final LevelRisk levels;

  LearnedModel(
      String name,
      int creators,
      Pool pool,
      Optional<BoostingMember> boosting,
      List<Example> examples,
      LevelRisk levels) {
    this.name = name;
    this.creators = creators;
    this.pool = pool;
    this.boosting = boosting;
    this.examples = List.copyOf(examples);
    this.levels = levels;
  }

  /**
   * One creator to learn from.
   *
   * @param owner the creator's name; whoever has it is forecast by boosting trained without them
   * @param income daily income of each stream
   */
  public record Teacher(String owner, HistoricalMetrics income) {}

  /**
   * One stream of a creator from whom newcomers borrow.
   *
   * @param series the newest days under the stream's name
   */
  record Example(AmountUnit unit, Series series) {}

  /**
   * Learns from creators' days; those of other steps are left out. About as costly as forecasting
   * up to 400 series.
   *
   * @param options seed, threads and progress count, the rest is that of every report
   * @throws java.util.concurrent.CancellationException if the options' progress cancels
   */
  static LearnedModel from(List<Teacher> teachers, BatchOptions options) {
    List<Teacher> daily =
        teachers.stream().filter(one -> one.income().granularity() == Granularity.DAY).toList();
    List<Stream> streams =
        daily.stream()
            .flatMap(
                one ->
                    one.income().series().stream()
                        .map(series -> new Stream(one, series))
                        .filter(Stream::suits))
            .toList();
    Bank bank = new Bank();
    int count = Math.min(streams.size(), Learning.MOST_SERIES);
    List<BoostingMember.Sampled> sampled =
        Parallel.map(
            "learning from creators",
            count,
            options.threads(),
            options.progress(),
            i -> streams.get(Learning.place(i, count, streams.size())).sampled(bank));
    Learning learned = Learning.from(sampled, options);
    LearnedModel calm =
        new LearnedModel(
            "", daily.size(), learned.pool(), learned.boosting(), examples(daily), LevelRisk.NONE);
    return calm.with(PastLevels.learn(daily, calm, NONE.levels, options));
  }

  /** A stream of a creator. */
  private record Stream(Teacher teacher, Series series) {

    private Prepared prepared() {
      return Prepared.of(
          series.toArray(), Granularity.DAY.periods(), teacher.income().nonNegative());
    }

    boolean suits() {
      Prepared prepared = prepared();
      return SeriesForecaster.suitsMembers(prepared);
    }

    BoostingMember.Sampled sampled(Bank bank) {
      Lookback lookback = Lookback.of(prepared(), LOOK, LOOK, name -> true, bank);
      return new BoostingMember.Sampled(teacher.owner(), lookback);
    }
  }

  private static List<Example> examples(List<Teacher> teachers) {
    List<Teacher> grown =
        teachers.stream().filter(one -> one.income().length() >= LEAST_DAYS).toList();
    List<Example> examples = new ArrayList<>();
    for (AmountUnit unit : grown.stream().map(one -> one.income().unit()).distinct().toList()) {
      List<Teacher> alike = grown.stream().filter(one -> one.income().unit().equals(unit)).toList();
      int count = Math.min(alike.size(), MOST_EXAMPLES);
      IntStream.range(0, count)
          .mapToObj(i -> alike.get(Learning.place(i, count, alike.size())))
          .flatMap(one -> one.income().series().stream())
          .forEach(series -> examples.add(new Example(unit, newest(series))));
    }
    return examples;
  }

  private static Series newest(Series series) {
    double[] days = series.toArray();
    int from = Math.max(0, days.length - EXAMPLE_DAYS);
    return Series.of(series.id(), Arrays.copyOfRange(days, from, days.length));
  }

  /** The same with this risk of levels. */
  LearnedModel with(LevelRisk newLevels) {
    return new LearnedModel(name, creators, pool, boosting, examples, newLevels);
  }

  /** The same without the risk of levels: what forecasts from past origins are measured by. */
  LearnedModel withoutLevels() {
    return with(LevelRisk.NONE);
  }

  /** The same under a name, by which answers say what they stand on. */
  public LearnedModel named(String newName) {
    return new LearnedModel(newName, creators, pool, boosting, examples, levels);
  }

  /** Its name; empty when it has none. */
  public String name() {
    return name;
  }

  /** Such as {@code 50 creators (model 3)}. */
  public String origin() {
    return creators + " creators" + (name.isEmpty() ? "" : " (" + name + ")");
  }

  /** How many creators it was learned from. */
  public int creators() {
    return creators;
  }

  Pool pool() {
    return pool;
  }

  Optional<BoostingMember> boosting() {
    return boosting;
  }

  /** How far levels move beyond what a history shows. */
  LevelRisk levels() {
    return levels;
  }

  List<Example> examples() {
    return examples;
  }

  /** Histories of a stream from which a newcomer borrows: those in the same unit. */
  List<Series> alike(String stream, AmountUnit unit) {
    return examples.stream()
        .filter(one -> one.unit().equals(unit) && one.series().id().equals(stream))
        .map(Example::series)
        .toList();
  }
}
