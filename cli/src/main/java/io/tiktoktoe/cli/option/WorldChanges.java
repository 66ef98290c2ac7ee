package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.WorldKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which world is simulated, and what is changed in it. */
public final class WorldChanges {

  @Option(
      names = "--world",
      paramLabel = "NAME",
      defaultValue = "hard",
      description =
          "hard: shocks, drift, bursts, lags and confounding as in public data; varied: an economy"
              + " of its own for each seed; kind: as textbook models assume (${DEFAULT-VALUE}).")
  private String world = "hard";

  @Option(
      names = "--without",
      paramLabel = "WHAT",
      description = "Take away content:ID or platform:NAME, from the start or @DATE; repeatable.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--with",
      paramLabel = "WHAT",
      description =
          "Change price:PRODUCT=FACTOR[@DATE], or take"
              + " action:CREATOR/SEGMENT/(thank|offer|invite)@DATE..DATE, or make a creator"
              + " publish:CREATOR/(short|video|live|post)@DATE..DATE; repeatable.")
  private List<String> with = new ArrayList<>();

  /** For how many contents of each creator the value is found by taking them away. */
  @Option(
      names = "--content-values",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "For N contents a creator: simulate again without them, into truth_content_value.csv.")
  public int contentValues;

  /** These options in the world that was asked for. */
  public EconomyOptions in(EconomyOptions economy) {
    try {
      return economy.withWorld(WorldKind.of(world));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage(), e);
    }
  }

  /** What is to be changed. */
  public List<Intervention> of(EconomyOptions economy) {
    List<Intervention> changes = new ArrayList<>();
    for (String text : without) {
      changes.add(parse("--without", text, economy));
    }
    for (String text : with) {
      changes.add(parse("--with", text, economy));
    }
    return changes;
  }

  private static Intervention parse(String option, String text, EconomyOptions economy) {
    boolean takesAway = text.startsWith("content:") || text.startsWith("platform:");
    if (takesAway != option.equals("--without")) {
      throw new UsageException(
          ("%s (%s) is no such change. Write --without content:ID or platform:NAME, --with"
                  + " price:...,"
                  + " action:... or publish:...")
              .formatted(option, text));
    }
    try {
      return Intervention.parse(text, economy.start());
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(option, e.getMessage()), e);
    }
  }
}
