package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.State;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How creators differ, move together, rise and fall. */
final class CreatorFacets {

  private static final int WEEK = 7;
  private static final int QUARTER = 91;
  private static final int YEAR = 365;
  private static final int LARGEST = 20;

  /** Creators with enough events a day that their noise does not hide what they share. */
  private static final int BUSIEST = 8;

  /** Events of a quarter from which its level can be told. */
  private static final double ENOUGH = 150;

  private CreatorFacets() {}

  static List<Facet> of(Observed observed) {
    List<double[]> incomes =
        observed.dailyIncome().values().stream()
            .sorted(Comparator.comparingDouble(days -> -Arrays.stream(days).sum()))
            .toList();
    List<double[]> largest = incomes.subList(0, Math.min(LARGEST, incomes.size()));
    List<double[]> active = activity(observed);
    List<double[]> watched = active.subList(0, BUSIEST);
    List<Facet> facets = new ArrayList<>();
    facets.add(
        new Facet(
            "activity: correlation of days between creators",
            0.15,
            0.43,
            "channels",
            together(watched, 1)));
    facets.add(
        new Facet(
            "activity: correlation of weeks", 0.25, 0.43, "channels", together(watched, WEEK)));
    facets.add(
        new Facet(
            "income: correlation of days",
            0.15,
            0.3,
            "channels",
            together(largest.subList(0, BUSIEST), 1)));
    facets.add(
        new Facet(
            "income: correlation of weeks",
            0.25,
            0.43,
            "channels",
            together(largest.subList(0, BUSIEST), WEEK)));
    facets.addAll(levels(active, largest));
    facets.addAll(sizes(observed, incomes));
    facets.addAll(season(observed));
    return facets;
  }

  /** What known fans do with the most watched creators by day. */
  private static List<double[]> activity(Observed observed) {
    Map<String, double[]> views = new HashMap<>();
    for (Event.Interaction one : observed.all(Event.Interaction.class)) {
      int day = observed.day(LocalDate.ofInstant(one.context().time(), ZoneOffset.UTC));
      if (one.context().fan() != null && day >= 0 && day < observed.options().days()) {
        views
                .computeIfAbsent(
                    one.context().creator(), absent -> new double[observed.options().days()])[
                day] +=
            one.behaviour().count();
      }
    }
    return views.values().stream()
        .sorted(Comparator.comparingDouble(days -> -Arrays.stream(days).sum()))
        .limit(LARGEST)
        .toList();
  }

  /** Mean correlation of what is left of log income after weekday and the weeks around. */
  private static double together(List<double[]> incomes, int step) {
    List<double[]> residuals = new ArrayList<>();
    for (double[] days : incomes) {
      residuals.add(step == 1 ? residuals(days) : weekly(days));
    }
    double sum = 0;
    int count = 0;
    for (int i = 0; i < residuals.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += Measures.correlation(residuals.get(i), residuals.get(j));
        count++;
      }
    }
    return sum / count;
  }

  private static double[] residuals(double[] days) {
    double[] logs = Arrays.stream(days).map(value -> Math.log(1 + value)).toArray();
    double[] left = detrend(logs, 14);
    double[] weekdays = new double[WEEK];
    for (int t = 0; t < left.length; t++) {
      weekdays[t % WEEK] += left[t] / (left.length / (double) WEEK);
    }
    for (int t = 0; t < left.length; t++) {
      left[t] -= weekdays[t % WEEK];
    }
    return left;
  }

  private static double[] weekly(double[] days) {
    double[] weeks = new double[days.length / WEEK];
    for (int w = 0; w < weeks.length; w++) {
      weeks[w] = Math.log(1 + Arrays.stream(days, WEEK * w, WEEK * w + WEEK).sum());
    }
    return detrend(weeks, 6);
  }

  private static double[] detrend(double[] values, int around) {
    double[] left = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      int from = Math.max(0, t - around);
      int to = Math.min(values.length, t + around + 1);
      left[t] = values[t] - Measures.mean(Arrays.copyOfRange(values, from, to));
    }
    return left;
  }

  private static List<Facet> levels(List<double[]> active, List<double[]> incomes) {
    List<Double> changes = new ArrayList<>();
    List<Double> earlier = new ArrayList<>();
    List<Double> later = new ArrayList<>();
    for (double[] days : active) {
      double[] quarters = sums(days, QUARTER);
      for (int q = 1; q < quarters.length; q++) {
        if (quarters[q] < ENOUGH || quarters[q - 1] < ENOUGH) {
          continue;
        }
        double change = Math.log(quarters[q] / quarters[q - 1]);
        changes.add(change);
        if (q > 1 && quarters[q - 2] >= ENOUGH) {
          earlier.add(Math.log(quarters[q - 1] / quarters[q - 2]));
          later.add(change);
        }
      }
    }
    int years = 0;
    int halved = 0;
    for (double[] days : incomes) {
      double[] sums = sums(days, YEAR);
      for (int y = 1; y < sums.length; y++) {
        if (sums[y - 1] > 0) {
          years++;
          halved += sums[y] < sums[y - 1] / 2 ? 1 : 0;
        }
      }
    }
    return List.of(
        new Facet(
            "activity: deviation of quarterly log change",
            0.5,
            0.75,
            "channels",
            Measures.deviation(Measures.array(changes))),
        new Facet(
            "activity: its correlation with the next",
            0.1,
            0.45,
            "channels",
            Measures.correlation(Measures.array(earlier), Measures.array(later))),
        new Facet(
            "income: years in which it halved", 0.15, 0.26, "channels", halved / (double) years));
  }

  private static double[] sums(double[] days, int length) {
    double[] sums = new double[days.length / length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Arrays.stream(days, i * length, (i + 1) * length).sum();
    }
    return sums;
  }

  private static List<Facet> sizes(Observed observed, List<double[]> incomes) {
    double[] logs =
        observed.truth(TruthRecord.Creator.class).stream()
            .mapToDouble(one -> Math.log(one.size()))
            .toArray();
    double[] totals = incomes.stream().mapToDouble(days -> Arrays.stream(days).sum()).toArray();
    Map<String, Integer> members = new HashMap<>();
    observed.truth(TruthRecord.Creator.class).forEach(one -> members.put(one.creator(), 0));
    LocalDate late = observed.options().end().minusDays(31);
    for (Event.SubscriptionRenewed one : observed.all(Event.SubscriptionRenewed.class)) {
      if (one.context().time().toString().compareTo(late.toString()) >= 0) {
        members.merge(one.context().creator(), 1, Integer::sum);
      }
    }
    double[] counts = members.values().stream().mapToDouble(Integer::doubleValue).toArray();
    return List.of(
        new Facet("creators: deviation of log size", 1.6, 2.2, "Twitch", Measures.deviation(logs)),
        new Facet("creators: Gini of income", 0.8, 0.97, "Twitch .94", Measures.gini(totals)),
        new Facet(
            "creators: median number of members",
            0,
            12,
            "Patreon",
            Measures.quantile(counts, 0.5)));
  }

  /** Advertising per view in two months, relative to the twelve months around. */
  private static List<Facet> season(Observed observed) {
    int months = observed.options().months();
    Map<String, double[][]> sums = new HashMap<>();
    for (Event event : observed.events()) {
      LocalDate day = LocalDate.ofInstant(event.context().time(), ZoneOffset.UTC);
      int month = (int) ChronoUnit.MONTHS.between(observed.options().start(), day);
      if (month < 0 || month >= months) {
        continue;
      }
      double[][] of =
          sums.computeIfAbsent(event.context().creator(), absent -> new double[2][months]);
      if (event instanceof Event.AdRevenue ad && ad.payment().state() == State.ESTIMATED) {
        of[0][month] += ad.payment().gross().minorUnits();
      } else if (event instanceof Event.Interaction view && view.kind() == EventType.VIEW) {
        of[1][month] += view.behaviour().count();
      }
    }
    return List.of(
        new Facet(
            "advertising per view: January", 0.55, 0.7, "ad markets", month(observed, sums, 1)),
        new Facet(
            "advertising per view: December", 1.4, 1.7, "ad markets", month(observed, sums, 12)));
  }

  private static double month(Observed observed, Map<String, double[][]> sums, int which) {
    List<Double> ratios = new ArrayList<>();
    for (double[][] of : sums.values()) {
      for (int m = 6; m + 6 < of[0].length; m++) {
        if (observed.options().start().plusMonths(m).getMonthValue() != which) {
          continue;
        }
        double around = 0;
        int least = Integer.MAX_VALUE;
        for (int k = m - 6; k < m + 6; k++) {
          around += of[0][k] / of[1][k] / 12;
          least = Math.min(least, (int) of[0][k]);
        }
        if (least > 200) {
          ratios.add(of[0][m] / of[1][m] / around);
        }
      }
    }
    return Measures.quantile(Measures.array(ratios), 0.5);
  }
}
