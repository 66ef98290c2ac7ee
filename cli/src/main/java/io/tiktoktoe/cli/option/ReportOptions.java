package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.RevenueService;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.privacy.PeerService;
import io.tiktoktoe.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** What every report on a creator understands: about whom, where it goes, from which store. */
public final class ReportOptions {

  @Mixin private CreatorOptions creator = new CreatorOptions();

  @Mixin private CalendarOptions calendar = new CalendarOptions();

  @Mixin private StoreReport output = new StoreReport();

  /**
   * Asks and answers.
   *
   * @param ask asks the service
   * @param report the answer for people
   * @return what was answered
   */
  public <T> T answer(
      Surroundings surroundings,
      boolean json,
      BiFunction<RevenueService, RevenueRequest, T> ask,
      BiFunction<T, Look, String> report)
      throws IOException {
    return answer(surroundings, json, ask, report, (peers, answer) -> Optional.empty());
  }

  /**
   * The same with what stands at the end of the report for people.
   *
   * @param peers asks the benchmarks between creators, if any were released
   * @return what was answered
   */
  public <T> T answer(
      Surroundings surroundings,
      boolean json,
      BiFunction<RevenueService, RevenueRequest, T> ask,
      BiFunction<T, Look, String> report,
      BiFunction<PeerService, T, Optional<String>> peers)
      throws IOException {
    RevenueRequest request = creator.request(calendar.read(surroundings));
    T answer;
    String last;
    try (Store store = output.location().existing(surroundings, List.of())) {
      answer = ask.apply(RevenueService.of(store), request);
      last =
          output
              .location()
              .ledgerInUse(surroundings)
              .flatMap(ledger -> peers.apply(PeerService.of(store, ledger), answer))
              .orElse("");
    }
    output.write(surroundings, json, answer, look -> report.apply(answer, look) + last);
    return answer;
  }
}
