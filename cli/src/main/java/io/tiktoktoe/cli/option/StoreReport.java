package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A report from a store: from which store, and where it goes. */
public final class StoreReport {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; .json writes JSON, .svg a picture.")
  private Optional<Path> out = Optional.empty();

  @Mixin private StoreLocation location = new StoreLocation();

  /** Which store is asked. */
  public StoreLocation location() {
    return location;
  }

  /**
   * Asks the store and answers when it is closed again.
   *
   * @param ask asks a service
   * @param report the answer for people
   * @return what was answered
   */
  public <T> T answer(
      Surroundings surroundings,
      boolean json,
      Function<Store, T> ask,
      BiFunction<T, Look, String> report)
      throws IOException {
    T answer;
    try (Store store = location.existing(surroundings, List.of())) {
      answer = ask.apply(store);
    }
    write(surroundings, json, answer, look -> report.apply(answer, look));
    return answer;
  }

  /** Writes what a store has answered. */
  void write(Surroundings surroundings, boolean json, Object answer, Function<Look, String> text)
      throws IOException {
    Output.answer(surroundings, out, json, answer, text);
  }
}
