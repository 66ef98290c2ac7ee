package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.pricing.insight.NoveltyCheck;
import io.tiktoktoe.pricing.insight.PolicyOutcome;
import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.stats.bandit.PolicyValue;
import java.util.Currency;
import java.util.Locale;

/** Price tests for people. */
public final class ExperimentText {

  private static final int BAR = 24;

  /** Names that are shown of those who keep a price. */
  private static final int NAMES = 20;

  private ExperimentText() {}

  /** What is known before a test starts. */
  public static String plan(ExperimentPlan plan, Look look) {
    Page page = new Page(look);
    page.heading(
        "Price test %s of %s (%s)"
            .formatted(plan.name(), plan.product(), plan.made() ? "made" : "planned only"));
    TextTable table = new TextTable("arm", "price", "a sale brings", "<terms");
    for (ExperimentPlan.Arm arm : plan.arms()) {
      table.row(
          TextSafety.printable(arm.arm()) + (arm.control() ? " (today)" : ""),
          money(arm.price(), plan.currency()),
          money(arm.contribution(), plan.currency()),
          terms(arm));
    }
    page.table(table);
    page.sentence(
        "",
        ("If %,.0f persons come a day and %s of them buy today, then to tell a difference of %s"
                + " each arm needs %,d persons (%,d if one looked once, at the end): about %,.0f days"
                + " while all are shown alike, up to %,.0f where a better arm takes most of the"
                + " traffic. The smallest difference that the days allowed can tell is %s.")
            .formatted(
                plan.traffic(),
                percent(plan.conversion()),
                percent(plan.effect()),
                plan.personsPerArm(),
                plan.personsPerArmOnce(),
                Math.ceil(plan.days()),
                Math.ceil(Math.max(plan.days(), plan.daysAtMost())),
                percent(plan.smallestEffect())));
    page.sentence(
        "",
        "If nobody bought at any other price, that would cost %s %s at most; --budget bounds it."
            .formatted(money(plan.worstLoss(), plan.currency()), plan.currency()));
    return page.text();
  }

  private static String terms(ExperimentPlan.Arm arm) {
    StringBuilder terms = new StringBuilder(TextSafety.printable(arm.tier()));
    add(terms, arm.trialDays() > 0, arm.trialDays() + " days free");
    add(terms, arm.guaranteeDays() > 0, arm.guaranteeDays() + " days guarantee");
    add(terms, arm.yearlyDiscount() > 0, percent(arm.yearlyDiscount()) + " off a year");
    return terms.toString();
  }

  private static void add(StringBuilder terms, boolean there, String term) {
    if (there) {
      terms.append(terms.isEmpty() ? "" : ", ").append(term);
    }
  }

  /** What a test has seen. */
  public static String report(ExperimentReport report, Look look) {
    Page page = new Page(look);
    page.heading(
        "Price test %s of %s (%s)"
            .formatted(report.name(), report.product(), report.status().replace('_', ' ')));
    page.sentence("", verdict(report));
    page.heading("What a person brings, in " + report.currency());
    page.table(arms(report, look));
    page.sentence(
        "",
        report.persons() == 0
            ? "Nobody was shown a price yet."
            : report.settled() == report.persons()
                ? "%,d persons were shown a price, all of them count.".formatted(report.persons())
                : "%,d persons were shown a price, %,d of them count: the others' window is not over."
                    .formatted(report.persons(), report.settled()));
    page.sentence(
        "",
        "Lost against charging today's price to all, as estimated: %s %s%s."
            .formatted(
                money(report.estimatedLoss(), report.currency()),
                report.currency(),
                report.budget() > 0
                    ? " of a budget of " + money(report.budget(), report.currency())
                    : ""));
    oddities(report, page);
    policies(report, page);
    return page.text();
  }

  private static String verdict(ExperimentReport report) {
    String best = report.best().orElse("");
    String said =
        switch (report.verdict()) {
          case "better" -> best + " surely brings more than today's price.";
          case "keep_price" -> "Today's price surely brings more than every other. Keep it.";
          case "sample_ratio_mismatch" ->
              best
                  + " was not shown as often as its chances say: assignments or their log are"
                  + " broken, and nothing may be concluded.";
          default ->
              "Not yet: this may still be chance. Each arm needs about %,d persons who count."
                  .formatted(report.personsPerArm());
        };
    return report.charged().map(arm -> said + " " + arm + " is charged.").orElse(said);
  }

  private static TextTable arms(ExperimentReport report, Look look) {
    double most =
        report.arms().stream().mapToDouble(ExperimentReport.ArmReport::hi).max().orElse(1);
    TextTable table =
        new TextTable("arm", "price", "count", "bought", "brings", "surely", "best", "next", "|");
    for (ExperimentReport.ArmReport arm : report.arms()) {
      table.row(
          TextSafety.printable(arm.arm()) + (arm.control() ? " (today)" : "") + state(arm),
          money(arm.price(), report.currency()),
          "%,d".formatted(arm.settled()),
          "%,d".formatted(arm.bought()),
          money(arm.contribution(), report.currency()),
          money(arm.lo(), report.currency()) + " to " + money(arm.hi(), report.currency()),
          percent(arm.chanceOfBest()),
          percent(arm.propensity()),
          bar(arm, most, look));
    }
    return table;
  }

  private static String state(ExperimentReport.ArmReport arm) {
    return arm.removed() ? ", removed" : arm.losing() ? ", losing" : "";
  }

  private static String bar(ExperimentReport.ArmReport arm, double most, Look look) {
    StringBuilder bar = new StringBuilder();
    for (int column = 0; column < BAR; column++) {
      if (column == place(arm.contribution(), most)) {
        bar.append('|');
      } else {
        boolean within = column >= place(arm.lo(), most) && column <= place(arm.hi(), most);
        bar.append(within ? look.either("▓", "=") : " ");
      }
    }
    return bar.toString().stripTrailing();
  }

  private static int place(double value, double most) {
    return Double.isNaN(value) || !(most > 0) ? -1 : (int) Math.round(value / most * (BAR - 1));
  }

  private static void oddities(ExperimentReport report, Page page) {
    long capped = report.arms().stream().mapToLong(ExperimentReport.ArmReport::capped).sum();
    ExperimentReport.Oddities odd = report.oddities();
    long refunded = report.arms().stream().mapToLong(ExperimentReport.ArmReport::refunded).sum();
    told(
        page,
        refunded,
        "%,d more bought and got all of their money back: they are not counted as bought."
            .formatted(refunded));
    told(
        page,
        capped,
        "%,d persons brought more than %s sales and count as that: one whale decides nothing."
            .formatted(capped, number(odd.cap())));
    told(
        page,
        odd.mostOutcomes() > 100 ? 1 : 0,
        "One fan has %,d outcomes: a bot, or a wrong id. They count as one person."
            .formatted(odd.mostOutcomes()));
    told(
        page,
        odd.overRefunded(),
        "To %,d persons more went back than they had paid; they count as 0."
            .formatted(odd.overRefunded()));
    told(
        page,
        odd.linkedLate(),
        ("%,d persons had been shown two arms under two accounts before these were linked; the"
                + " first counts.")
            .formatted(odd.linkedLate()));
    told(
        page,
        odd.erased(),
        "%,d persons were erased since: they count, nobody can name them.".formatted(odd.erased()));
    for (NoveltyCheck check : report.novelty()) {
      told(
          page,
          check.fading() ? 1 : 0,
          ("What %s brings more than today's price went from %s to %s between the halves of the"
                  + " test: novelty, or another season. Wait until it stands.")
              .formatted(
                  check.arm(),
                  money(check.early(), report.currency()),
                  money(check.late(), report.currency())));
    }
  }

  private static void told(Page page, long count, String sentence) {
    if (count > 0) {
      page.sentence("! ", sentence);
    }
  }

  private static void policies(ExperimentReport report, Page page) {
    TextTable table = new TextTable("policy", "a person brings", "95%", "persons");
    for (PolicyOutcome policy : report.policies()) {
      for (PolicyValue value : policy.values()) {
        if (value.estimator() == PolicyValue.Estimator.DR) {
          table.row(
              TextSafety.printable(policy.policy()),
              money(value.value(), report.currency()),
              money(value.interval().lo(), report.currency())
                  + " to "
                  + money(value.interval().hi(), report.currency()),
              "%,.0f".formatted(policy.effectiveSize()));
        }
      }
    }
    if (!table.isEmpty()) {
      page.heading("What other ways of choosing would have brought (doubly robust)");
      page.table(table);
    }
  }

  /** Whether the log gives again what was decided from it. */
  public static String audit(ExperimentAudit found, Look look) {
    Page page = new Page(look);
    page.heading(found.holds() ? "The log holds" : "The log does not hold");
    page.sentence(
        "",
        ("%,d entries, %,d persons, %,d outcomes. Of %,d posteriors, %,d come out otherwise when"
                + " computed again. %,d persons were shown two arms.")
            .formatted(
                found.entries(),
                found.persons(),
                found.outcomes(),
                found.steps(),
                found.differing(),
                found.twoArms()));
    if (found.otherRule() > 0) {
      page.sentence(
          "! ",
          ("%,d posteriors were made by another version of this software: whether they come out"
                  + " the same cannot be told.")
              .formatted(found.otherRule()));
    }
    return page.text();
  }

  /** Who pays what when a test is over. */
  public static String promises(RollbackAnswer answer, Look look) {
    Page page = new Page(look);
    page.heading(
        "Price test %s is %s: %s is charged, %s %s"
            .formatted(
                answer.name(),
                answer.status().replace('_', ' '),
                answer.charged(),
                money(answer.price(), answer.currency()),
                answer.currency()));
    TextTable table = new TextTable("shown", "price", "keep it", "change", "<who keeps it");
    for (RollbackAnswer.Promise promise : answer.promises()) {
      int shown = Math.min(NAMES, promise.fans().size());
      String names =
          TextSafety.printable(String.join(", ", promise.fans().subList(0, shown)))
              + (promise.fans().size() > shown ? ", ... (--json names all)" : "");
      table.row(
          TextSafety.printable(promise.arm()),
          money(promise.price(), answer.currency()),
          "%,d".formatted(promise.keep()),
          "%,d".formatted(promise.change()),
          names);
    }
    page.table(table);
    return page.text();
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.3g%%", 100 * share) : "none";
  }

  /** A price has the decimals of its currency: none in JPY, three in KWD. */
  private static String money(double value, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.2f", value);
  }
}
