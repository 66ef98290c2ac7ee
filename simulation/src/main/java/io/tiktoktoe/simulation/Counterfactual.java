package io.tiktoktoe.simulation;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a change is worth (its causal effect): the economy is run with and without it, and
 * everything that does not follow from it is drawn alike. Costs two runs.
 */
public final class Counterfactual {

  private Counterfactual() {}

  /**
   * Income with a change less income without it, before fees and refunds, micro USD at the rate of
   * each day, by stream; a stream that it does not move is 0.
   */
  public static Map<Stream, Long> effect(CreatorEconomy economy, Intervention change) {
    Map<Stream, Long> before = income(economy);
    Map<Stream, Long> after = income(economy.with(change));
    Map<Stream, Long> effect = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      effect.put(stream, after.getOrDefault(stream, 0L) - before.getOrDefault(stream, 0L));
    }
    return effect;
  }

  /**
   * What a content is worth: what its creator would earn less without it, micro USD.
   *
   * @throws IllegalArgumentException if no such content was published
   */
  public static long valueOf(CreatorEconomy economy, String content) {
    return valuesOf(economy, List.of(content)).getOrDefault(content, 0L);
  }

  /**
   * What contents of one creator are worth, each without the others taken away, micro USD; costs a
   * run of the creator for each and one more.
   *
   * @throws IllegalArgumentException if no such content was published
   */
  public static Map<String, Long> valuesOf(CreatorEconomy economy, List<String> contents) {
    Map<String, Long> values = new HashMap<>();
    if (contents.isEmpty()) {
      return values;
    }
    CreatorEconomy own = economy.restrictedTo(creatorOf(contents.getFirst()));
    long with = total(own);
    for (String content : contents) {
      Intervention without = new Intervention.ContentRemoved(content, economy.options().start());
      values.put(content, with - total(own.with(without)));
    }
    return values;
  }

  private static long total(CreatorEconomy economy) {
    return income(economy).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Tells the values of up to {@code each} contents of every creator, drawn by chance; costs a run
   * of the creator for each.
   */
  public static void tellValues(
      CreatorEconomy economy, int each, Consumer<TruthRecord> truth, Progress progress) {
    Map<String, List<String>> contents = new HashMap<>();
    List<String> creators = new ArrayList<>();
    economy.run(
        event -> {},
        fact -> {
          if (fact instanceof TruthRecord.Content one) {
            contents.computeIfAbsent(one.creator(), absent -> new ArrayList<>()).add(one.content());
          } else if (fact instanceof TruthRecord.Creator one) {
            creators.add(one.creator());
          }
        },
        progress);
    int done = 0;
    for (String creator : creators) {
      progress.report("taking contents away", done++, creators.size());
      List<String> all = new ArrayList<>(contents.getOrDefault(creator, List.of()));
      Draws draws = Draws.of(economy.options().seed(), creator, each);
      List<String> drawn = new ArrayList<>();
      for (int i = Math.min(each, all.size()); i > 0; i--) {
        drawn.add(all.remove(draws.below(all.size())));
      }
      Map<String, Long> values = valuesOf(economy, drawn);
      for (String content : drawn) {
        truth.accept(
            new WorldTruth.ContentValue(creator, content, values.getOrDefault(content, 0L)));
      }
    }
  }

  private static String creatorOf(String content) {
    int end = content.lastIndexOf("-p");
    if (end <= 0) {
      throw new IllegalArgumentException(
          "content (%s) is none of a simulation. Take one from truth_content.csv."
              .formatted(content));
    }
    return content.substring(0, end);
  }

  private static Map<Stream, Long> income(CreatorEconomy economy) {
    Map<Stream, Long> income = new EnumMap<>(Stream.class);
    economy.run(
        event -> {},
        fact -> {
          if (fact instanceof TruthRecord.Ledger row) {
            income.merge(row.stream(), economy.microUsd(row), Long::sum);
          }
        },
        Progress.SILENT);
    return income;
  }
}
