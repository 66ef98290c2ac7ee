package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.file.Replaceable;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.SimulateRequest;
import io.tiktoktoe.service.model.SimulatedEconomy;
import io.tiktoktoe.simulation.Counterfactual;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.TruthFiles;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Simulates creator economies whose truth is known, into files. */
public final class SimulationService {

  /** The file of exchange rates. */
  static final String RATES = "rates.csv";

  /** The files that say what is true, beside the events. */
  static final List<String> TRUTH_NAMES =
      Stream.concat(Stream.of(RATES), TruthFiles.names().stream()).toList();

  private SimulationService() {}

  /**
   * What to simulate.
   *
   * @param deliveries about how many; 0 for the economy's usual number
   * @throws ServiceException.BadRequest if creators, months or deliveries cannot be
   */
  public static EconomyOptions economy(
      int creators, LocalDate start, int months, long deliveries, long seed) {
    try {
      return EconomyOptions.defaults()
          .withCreators(creators)
          .withMonths(start, months)
          .withTargetEvents(deliveries)
          .withSeed(seed);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.BadRequest("creators", "%s", String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /**
   * Writes events, exchange rates and what is true; the same request gives the same files. Nothing
   * appears, and nothing of an earlier run goes, before all is finished.
   *
   * @throws ServiceException.BadRequest if there are files of these names that no run made, or a
   *     change names what is not simulated
   * @throws IOException if a file cannot be written
   */
  public static SimulatedEconomy simulate(SimulateRequest request, Call call) throws IOException {
    Path events = place(request);
    List<String> names = new ArrayList<>(TRUTH_NAMES);
    // Also where it lies beside the folder of the truth.
    names.add(request.truth().relativize(request.events()).toString());
    MadeFiles made = MadeFiles.in(request.truth(), names);
    made.require();
    try (DraftFolder draft = DraftFolder.in(request.truth())) {
      call.progress().ifAbandoned(draft::abandon);
      Path draftEvents = draft.folder().resolve(String.valueOf(events.getFileName()));
      SimulatedEconomy simulated = write(request.at(draftEvents, draft.folder()), call);
      made.begin();
      for (String name : TRUTH_NAMES) {
        draft.place(name, request.truth().resolve(name));
      }
      draft.place(String.valueOf(events.getFileName()), events);
      made.finish(names);
      return simulated.at(request.events(), request.truth());
    } catch (IllegalArgumentException e) {
      throw new ServiceException.BadRequest("changes", "%s", String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /** Where the events go: the file of the request, or what it links to. */
  private static Path place(SimulateRequest request) {
    try {
      return Replaceable.require(request.events());
    } catch (IllegalArgumentException e) {
      throw new ServiceException.BadRequest("out", "%s", String.valueOf(e.getMessage())).because(e);
    }
  }

  /** The same into a folder that is already prepared. */
  static SimulatedEconomy write(SimulateRequest request, Call call) throws IOException {
    CreatorEconomy economy = economy(request);
    TruthFiles.writeRates(economy.exchangeRates(), request.truth().resolve(RATES));
    List<CreatorProfile> profiles = new ArrayList<>();
    Map<String, Long> payments = new HashMap<>();
    try (EventFiles file = EventFiles.create(request.events());
        TruthFiles facts = TruthFiles.in(request.truth())) {
      call.progress().ifAbandoned(file::abandon);
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
          call.progress());
      if (request.contentValues() > 0) {
        Counterfactual.tellValues(economy, request.contentValues(), facts, call.progress());
      }
      file.finish();
      return new SimulatedEconomy(
          request.events(),
          request.truth(),
          file.written(),
          request.economy().seed(),
          profiles,
          payments.entrySet().stream()
              .max(
                  Map.Entry.<String, Long>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey));
    }
  }

  private static CreatorEconomy economy(SimulateRequest request) {
    CreatorEconomy economy = CreatorEconomy.of(request.economy());
    for (Intervention change : request.changes()) {
      economy = economy.with(change);
    }
    return economy;
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
