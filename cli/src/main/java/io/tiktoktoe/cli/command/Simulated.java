package io.tiktoktoe.cli.command;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.EconomyOptions;
import io.tiktoktoe.simulation.TruthFiles;
import io.tiktoktoe.simulation.TruthRecord;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A simulated economy that was written to files.
 *
 * @param deliveries how many events were delivered, repeated ones included
 * @param profiles the creators with their zones and currencies
 * @param busiest the creator with most payments
 */
record Simulated(long deliveries, List<CreatorProfile> profiles, Optional<String> busiest) {

  /** The files that say what is true, beside the events. */
  static final List<String> TRUTH_NAMES =
      Stream.concat(Stream.of("rates.csv"), TruthFiles.names().stream()).toList();

  /** Simulates into {@code events}, and into the directory {@code truth} what is true. */
  static Simulated write(EconomyOptions options, Path events, Path truth, Progress progress)
      throws IOException {
    Files.createDirectories(truth);
    CreatorEconomy economy = CreatorEconomy.of(options);
    TruthFiles.writeRates(economy.exchangeRates(), truth.resolve("rates.csv"));
    List<CreatorProfile> profiles = new ArrayList<>();
    Map<String, Long> payments = new HashMap<>();
    try (EventFiles file = EventFiles.create(events);
        TruthFiles facts = TruthFiles.in(truth)) {
      economy.run(
          event -> {
            file.accept(event);
            if (isPaid(event)) {
              payments.merge(event.context().creator(), 1L, Long::sum);
            }
          },
          fact -> {
            facts.accept(fact);
            if (fact instanceof TruthRecord.Creator creator) {
              profiles.add(
                  new CreatorProfile(creator.creator(), creator.zone(), creator.currency()));
            }
          },
          progress);
      file.finish();
      Optional<String> busiest =
          payments.entrySet().stream()
              .max(
                  Map.Entry.<String, Long>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey);
      return new Simulated(file.written(), profiles, busiest);
    }
  }

  private static boolean isPaid(Event event) {
    return switch (event) {
      case Event.Tip tip -> true;
      case Event.SubscriptionStarted started -> true;
      case Event.SubscriptionRenewed renewed -> true;
      case Event.MerchandiseOrder order -> true;
      default -> false;
    };
  }
}
