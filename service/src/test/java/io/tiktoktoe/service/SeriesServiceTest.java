package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import io.tiktoktoe.service.model.AnswerSink;
import io.tiktoktoe.service.model.CalendarFile;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.DecomposeRequest;
import io.tiktoktoe.service.model.DecomposedSeries;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesServiceTest {

  private static final Call CALL = Call.at(Instant.parse("2026-09-05T12:00:00Z"));

  @TempDir Path directory;

  @Test
  void forecastsComeInTheOrderOfTheFileWhateverTheirSeasons() throws IOException {
    SeriesTable table = SeriesService.read(mixed(), Map.of("shop", "series_id"), Progress.SILENT);
    List<String> ids = new ArrayList<>();
    SeriesService.forecast(
        table.series(), ForecastRequest.of(3), CALL, forecast -> ids.add(forecast.seriesId()));
    assertThat(ids).containsExactly("long-1", "short", "long-2");
  }

  @Test
  void whatTheSinkThrowsEndsTheCall() throws IOException {
    SeriesTable table = SeriesService.read(mixed(), Map.of("shop", "series_id"), Progress.SILENT);
    AnswerSink<QuantileForecast> full =
        forecast -> {
          throw new IOException("No space left on device");
        };
    assertThatThrownBy(
            () -> SeriesService.forecast(table.series(), ForecastRequest.of(3), CALL, full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void columnsAreMappedToKnownFieldsOnly() throws IOException {
    Path file = mixed();
    assertThatThrownBy(() -> SeriesService.read(file, Map.of("shop", "colour"), Progress.SILENT))
        .isInstanceOfSatisfying(
            ServiceException.BadRequest.class,
            e ->
                assertThat(e.message(field -> "--" + field))
                    .startsWith("--map names field colour"));
  }

  @Test
  void specialDaysNeedDates() throws IOException {
    Path file =
        Files.writeString(directory.resolve("steps.csv"), "step,value\n0,1\n1,2\n2,3\n3,4\n");
    SeriesTable table = SeriesService.read(file, Map.of(), Progress.SILENT);
    ForecastRequest german =
        ForecastRequest.of(2).withCalendar(new SpecialDays(List.of("DE"), List.of()));
    assertThatThrownBy(() -> SeriesService.forecast(table.series(), german, CALL, one -> {}))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("series steps has steps without timestamps; country, events");
  }

  @Test
  void wrongTablesOfSpecialDaysAreNamedWithTheirRow() throws IOException {
    Path file =
        Files.writeString(directory.resolve("days.csv"), "date,event\n31st of May,launch\n");
    assertThatThrownBy(() -> CalendarFile.read(file, List.of()))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("days.csv: row 1: date", "31st of May");
  }

  @Test
  void decompositionsAddUpAndSayWhenASeriesIsTooShort() throws IOException {
    SeriesTable table = SeriesService.read(mixed(), Map.of("shop", "series_id"), Progress.SILENT);
    List<DecomposedSeries> answers = new ArrayList<>();
    SeriesService.decompose(
        table.series(), DecomposeRequest.of(List.of(14, 7)), CALL, answers::add);
    assertThat(answers.get(1).decomposition()).isInstanceOf(Decomposition.TooShort.class);
    assertThat(answers.getFirst().decomposition())
        .isInstanceOfSatisfying(
            Decomposition.Parts.class,
            parts -> {
              assertThat(parts.periods()).containsExactly(7, 14);
              double sum = parts.trend()[20] + parts.remainder()[20];
              sum += parts.seasonal(7)[20] + parts.seasonal(14)[20];
              assertThat(sum)
                  .isCloseTo(
                      answers.getFirst().timed().series().value(20),
                      org.assertj.core.data.Offset.offset(1e-9));
            });
    assertThatThrownBy(() -> DecomposeRequest.of(List.of()))
        .isInstanceOf(ServiceException.BadRequest.class);
  }

  @Test
  void everyStepIsScored() throws IOException {
    SeriesTable table = SeriesService.read(mixed(), Map.of("shop", "series_id"), Progress.SILENT);
    List<Integer> points = new ArrayList<>();
    SeriesService.anomalies(
        table.series(), AnomalyOptions.defaults(), CALL, one -> points.add(one.points().size()));
    assertThat(points).containsExactly(70, 10, 70);
  }

  /** Two series long enough for a week's season and a short one between them. */
  private Path mixed() throws IOException {
    StringBuilder rows = new StringBuilder("shop,timestamp,value\n");
    for (String id : List.of("long-1", "short", "long-2")) {
      LocalDate first = LocalDate.of(2026, 1, 1);
      for (int day = 0; day < (id.equals("short") ? 10 : 70); day++) {
        rows.append("%s,%s,%d%n".formatted(id, first.plusDays(day), 10 + day % 7 + day * day % 5));
      }
    }
    return Files.writeString(directory.resolve("mixed.csv"), rows);
  }
}
