package io.tiktoktoe.service.audience;

import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.audience.AllocationAnswer;
import io.tiktoktoe.service.model.audience.AllocationAnswer.FrontRow;
import io.tiktoktoe.service.model.audience.AllocationAnswer.LimitUse;
import io.tiktoktoe.service.model.audience.AllocationAnswer.Row;
import io.tiktoktoe.service.model.audience.AllocationAnswer.Totals;
import io.tiktoktoe.service.model.audience.AllocationRequest;
import io.tiktoktoe.service.model.audience.AllocationTable;
import io.tiktoktoe.service.text.AllocationWords;
import io.tiktoktoe.stats.allocate.Allocation;
import io.tiktoktoe.stats.allocate.AllocationOptions;
import io.tiktoktoe.stats.allocate.AllocationOutcome;
import io.tiktoktoe.stats.allocate.AllocationProblem;
import io.tiktoktoe.stats.allocate.Allocator;
import io.tiktoktoe.stats.allocate.Limit;
import io.tiktoktoe.stats.allocate.ParetoFront;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One request for an allocation being answered. */
final class AllocationPlanning {

  /** Rows up to which the whole plan of every point of the front is told. */
  private static final int MOST_TOLD = 20_000;

  private final AllocationTable table;
  private final AllocationRequest request;
  private final Progress progress;

  /** What each limit of the problem is, in its order. */
  private final List<LimitUse> limits = new ArrayList<>();

  AllocationPlanning(AllocationTable table, AllocationRequest request, Progress progress) {
    this.table = table;
    this.request = request;
    this.progress = progress;
  }

  AllocationAnswer answer() {
    AllocationProblem problem = limited(AllocationProblem.of(table.first(), objectives()));
    AllocationOptions options =
        AllocationOptions.defaults()
            .withTolerances(List.of(request.tolerance(), request.tolerance()));
    return switch (Allocator.lexicographic(problem, options, progress)) {
      case Allocation best -> told(best, front(options));
      case AllocationOutcome.Infeasible none ->
          throw new ServiceException.UnusableInput("%s", AllocationWords.infeasible(none));
    };
  }

  /** Goals in their order; those that were not named come last. */
  private List<double[]> objectives() {
    List<double[]> objectives = new ArrayList<>();
    if (!request.weights().isEmpty()) {
      objectives.add(weighed());
      return objectives;
    }
    for (Goal goal : order()) {
      objectives.add(table.values(goal));
    }
    return objectives;
  }

  private Set<Goal> order() {
    LinkedHashSet<Goal> order = new LinkedHashSet<>(request.priorities());
    order.addAll(List.of(Goal.values()));
    return order;
  }

  private double[] weighed() {
    double[] sum = new double[table.cost().length];
    for (Map.Entry<Goal, Double> one : new TreeMap<>(request.weights()).entrySet()) {
      double[] values = table.values(one.getKey());
      for (int row = 0; row < sum.length; row++) {
        sum[row] += one.getValue() * values[row];
      }
    }
    return sum;
  }

  private AllocationProblem limited(AllocationProblem problem) {
    limits.clear();
    AllocationProblem all =
        with(
            problem,
            LimitUse.Kind.BUDGET,
            "",
            Limit.atMost("budget", table.cost(), request.budget()));
    for (Map.Entry<String, Double> cap : new TreeMap<>(request.caps()).entrySet()) {
      int mark = table.actions().indexOf(cap.getKey());
      String name = "cap of " + cap.getKey();
      Limit limit = Limit.atMostMarked(name, table.action(), mark, cap.getValue());
      all = with(all, LimitUse.Kind.CAP, cap.getKey(), limit);
    }
    for (Map.Entry<String, Double> one : new TreeMap<>(request.limits()).entrySet()) {
      double[] use = table.resources().getOrDefault(one.getKey(), new double[0]);
      Limit limit = Limit.atMost(one.getKey(), use, one.getValue());
      all = with(all, LimitUse.Kind.LIMIT, one.getKey(), limit);
    }
    for (Map.Entry<Goal, Double> floor : new TreeMap<>(request.floors()).entrySet()) {
      String goal = floor.getKey().label();
      Limit limit = Limit.atLeast(goal, table.values(floor.getKey()), floor.getValue());
      all = with(all, LimitUse.Kind.FLOOR, goal, limit);
    }
    return request.leastShare() > 0 ? shared(all) : all;
  }

  private AllocationProblem with(
      AllocationProblem problem, LimitUse.Kind kind, String name, Limit limit) {
    limits.add(new LimitUse(kind, name, limit.bound(), 0, 0));
    return problem.with(limit);
  }

  private AllocationProblem shared(AllocationProblem problem) {
    List<String> groups = List.copyOf(new LinkedHashSet<>(table.groups()));
    int[] marks = new int[table.cost().length];
    int[] sizes = new int[groups.size()];
    for (int segment = 0; segment < table.segments().size(); segment++) {
      int group = groups.indexOf(table.groups().get(segment));
      sizes[group]++;
      for (int row = table.first()[segment]; row < table.first()[segment + 1]; row++) {
        marks[row] = group;
      }
    }
    AllocationProblem all = problem;
    for (int group = 0; group < sizes.length; group++) {
      double least = Math.ceil(request.leastShare() * sizes[group] - 1e-9);
      String name = "segments of group " + groups.get(group) + " that get something";
      Limit limit = Limit.atLeastMarked(name, marks, group, least);
      all = with(all, LimitUse.Kind.SHARE, groups.get(group), limit);
    }
    return all;
  }

  /** The front of the goals as they are, whatever was asked of the plan. */
  private ParetoFront front(AllocationOptions options) {
    if (request.frontPoints() == 0) {
      return new ParetoFront(List.of(), false);
    }
    List<double[]> goals = new ArrayList<>();
    for (Goal goal : Goal.values()) {
      goals.add(table.values(goal));
    }
    return Allocator.front(
        limited(AllocationProblem.of(table.first(), goals)),
        options.withFrontPoints(request.frontPoints()),
        progress);
  }

  private AllocationAnswer told(Allocation best, ParetoFront front) {
    List<LimitUse> uses = new ArrayList<>();
    for (int k = 0; k < limits.size(); k++) {
      LimitUse one = limits.get(k);
      uses.add(new LimitUse(one.kind(), one.name(), one.bound(), best.use(k), best.price(k)));
    }
    List<Row> plan = rows(best);
    boolean whole = table.cost().length <= MOST_TOLD;
    return new AllocationAnswer(
        plan,
        totals(plan),
        request.weights().isEmpty() ? List.copyOf(order()) : List.of(),
        new TreeMap<>(request.weights()),
        best.bound(0),
        best.gap(0),
        best.exact(),
        uses,
        front.points().stream().map(point -> frontRow(point, whole)).toList(),
        front.certified());
  }

  private List<Row> rows(Allocation best) {
    List<Row> rows = new ArrayList<>();
    for (int segment = 0; segment < table.segments().size(); segment++) {
      int at = best.chosen(segment);
      if (at != Allocation.NOTHING) {
        rows.add(
            new Row(
                table.segments().get(segment),
                table.actions().get(table.action()[at]),
                table.cost()[at],
                table.values(Goal.RETENTION)[at],
                table.values(Goal.MONETIZATION)[at],
                table.values(Goal.GROWTH)[at]));
      }
    }
    return rows;
  }

  private FrontRow frontRow(Allocation point, boolean whole) {
    List<Row> plan = rows(point);
    Totals totals = totals(plan);
    return new FrontRow(
        totals.cost(),
        totals.retention(),
        totals.monetization(),
        totals.growth(),
        plan.size(),
        point.exact() ? 0 : point.gap(0),
        whole ? plan : List.of());
  }

  private static Totals totals(List<Row> plan) {
    return new Totals(
        plan.stream().mapToDouble(Row::cost).sum(),
        plan.stream().mapToDouble(Row::retention).sum(),
        plan.stream().mapToDouble(Row::monetization).sum(),
        plan.stream().mapToDouble(Row::growth).sum());
  }
}
