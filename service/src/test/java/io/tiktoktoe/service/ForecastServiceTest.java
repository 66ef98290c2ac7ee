package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.service.model.AllForecasts;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.CreatorForecast;
import io.tiktoktoe.service.model.DriverSeries;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.Kept;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts of creators' income as a library's user or a server asks for them. */
class ForecastServiceTest {

  @TempDir static Path directory;

  private static Store store;
  private static String creator;

  @BeforeAll
  static void open() throws IOException {
    store = SmallStore.in(directory);
    creator =
        store.settings().creators().stream()
            .filter(
                name ->
                    RevenueAnalytics.of(store.revenue())
                        .incomeHistory(store.settings().profileOrGuess(name))
                        .isPresent())
            .findFirst()
            .orElseThrow();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void oneCreatorIsForecastByStreamAndInTotalAndKept() {
    CreatorForecast answer =
        ForecastService.of(store).forecast(creator, ForecastRequest.of(5), Call.at(SmallStore.NOW));
    assertThat(answer.creator().creator()).isEqualTo(creator);
    assertThat(answer.predictions().series()).hasSize(4);
    assertThat(answer.predictions().total().steps()).hasSize(5);
    assertThat(answer.kept()).isInstanceOfSatisfying(Kept.AsRun.class, run -> kept(run.run(), 25));
  }

  @Test
  void everyCreatorIsForecastUnderItsNameAndKept() {
    AllForecasts answer =
        ForecastService.of(store).forecastAll(ForecastRequest.of(4), Call.at(SmallStore.NOW));
    assertThat(answer.forecasts())
        .extracting(QuantileForecast::seriesId)
        .isSubsetOf(store.settings().creators());
    assertThat(answer.forecasts().size() + answer.withoutIncome())
        .isEqualTo(store.settings().creators().size());
    assertThat(answer.kept())
        .isInstanceOfSatisfying(
            Kept.AsRun.class, run -> kept(run.run(), 4 * answer.forecasts().size()));
  }

  @Test
  void aCancelledCallKeepsNothing() {
    long before = rows();
    Call cancelled =
        new Call(
            SmallStore.NOW,
            (step, done, total) -> {
              throw new CancellationException();
            });
    assertThatThrownBy(
            () -> ForecastService.of(store).forecast(creator, ForecastRequest.of(5), cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void unknownCreatorsHorizonsAndDriversOfOtherDaysAreRefused() throws IOException {
    ForecastService service = ForecastService.of(store);
    Call call = Call.at(SmallStore.NOW);
    assertThatThrownBy(() -> service.forecast("nobody", ForecastRequest.of(5), call))
        .isInstanceOf(ServiceException.UnknownCreator.class);
    assertThatThrownBy(() -> service.forecast(creator, ForecastRequest.of(0), call))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageStartingWith("horizon (0 steps)");
    Path file =
        Files.writeString(
            directory.resolve("price.csv"), "timestamp,value\n1999-01-01,1\n1999-01-02,2\n");
    DriverSeries prices = DriverSeries.read(file, call.progress());
    assertThatThrownBy(() -> service.forecastAll(ForecastRequest.of(5).withDrivers(prices), call))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("driver price has no value within the history");
  }

  private static void kept(int run, int expectedRows) {
    assertThat(lines("forecasts").stream().filter(line -> line.startsWith(run + ",")))
        .hasSize(expectedRows);
  }

  private static long rows() {
    return lines("forecasts").size();
  }

  private static java.util.List<String> lines(String table) {
    Path file = store.spool().resolve(table + ".csv");
    try {
      store.exporter().export(table, file);
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
