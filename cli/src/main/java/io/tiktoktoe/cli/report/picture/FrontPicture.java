package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.EngagementStrategy.FrontPlan;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.service.text.AmountText;
import java.util.Arrays;
import java.util.List;

/** The Pareto front: what is kept upwards, what is earned to the right, a dot a plan. */
public final class FrontPicture {

  private static final int ROWS = 8;
  private static final int COLUMNS = 48;

  private FrontPicture() {}

  public static void write(EngagementStrategy strategy, AmountText amounts, Page page) {
    List<FrontPlan> front = strategy.front();
    if (front.size() < 2) {
      return;
    }
    double[] kept = lower(front, Goal.RETENTION);
    double[] earned = lower(front, Goal.MONETIZATION);
    char[][] grid = new char[ROWS][COLUMNS];
    for (char[] row : grid) {
      Arrays.fill(row, ' ');
    }
    char dot = page.look().either("●", "o").charAt(0);
    for (int plan = 0; plan < kept.length; plan++) {
      int row = ROWS - 1 - place(kept, plan, ROWS);
      grid[row][place(earned, plan, COLUMNS)] = dot;
    }
    page.line("");
    page.aside("  plans that nothing beats, the lower bounds of their actions added up:");
    page.aside(
        "  fans kept (up, %.1f to %.1f), income (right, %s to %s)"
            .formatted(
                least(kept),
                most(kept),
                amounts.about(least(earned)),
                amounts.about(most(earned))));
    String side = page.look().either("│", "|");
    for (char[] row : grid) {
      page.line(("  " + side + new String(row)).stripTrailing());
    }
    page.line("  " + page.look().either("└", "+") + page.look().either("─", "-").repeat(COLUMNS));
  }

  private static double[] lower(List<FrontPlan> front, Goal goal) {
    return front.stream().mapToDouble(plan -> plan.lower().get(goal.ordinal())).toArray();
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static int place(double[] values, int at, int places) {
    double width = most(values) - least(values);
    double share = width > 0 ? (values[at] - least(values)) / width : 0;
    return (int) Math.round(share * (places - 1));
  }
}
