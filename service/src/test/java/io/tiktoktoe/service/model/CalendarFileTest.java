package io.tiktoktoe.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.calendar.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

  @TempDir Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("calendar.csv"), text);
  }

  @Test
  void rowsWithUntilAreCampaignsAndTheOthersDays() throws IOException {
    Path file =
        file(
            """
            date,event,until,goal
            2026-05-01,launch,,
            2026-11-01,charity,2026-11-30,2500.50
            2026-01-04 12:00,marathon,2026-01-11T00:30,
            """);
    SpecialDays days = CalendarFile.read(file, List.of());
    assertThat(days.events()).hasSize(1);
    assertThat(days.events().getFirst().kind()).isEqualTo("launch");
    Campaign charity = days.campaigns().getFirst();
    assertThat(charity.end()).isEqualTo(LocalDateTime.of(2026, 12, 1, 0, 0));
    assertThat(charity.goal()).hasValue(2500.5);
    Campaign marathon = days.campaigns().get(1);
    assertThat(marathon.start()).isEqualTo(LocalDateTime.of(2026, 1, 4, 12, 0));
    assertThat(marathon.end()).isEqualTo(LocalDateTime.of(2026, 1, 11, 0, 30));
    assertThat(marathon.goal()).isEmpty();
    assertThat(days.unknown(LocalDate.of(2026, 6, 1))).isEmpty();
    assertThat(days.unknown(LocalDate.of(2025, 6, 1))).containsExactly("launch", "marathon");
  }

  @Test
  void wrongRowsAreNamed() throws IOException {
    assertThatThrownBy(
            () ->
                CalendarFile.read(
                    file("date,event,until,goal\n2026-05-01,x,2026-04-01,\n"), List.of()))
        .hasMessageContaining("row 1")
        .hasMessageContaining("ends");
    assertThatThrownBy(
            () -> CalendarFile.read(file("date,event,until,goal\n2026-05-01,x,,5\n"), List.of()))
        .hasMessageContaining("goal (5) has no until");
    assertThatThrownBy(
            () ->
                CalendarFile.read(
                    file("date,event,until\n2026-05-01,x,2026-13-45T12:00\n"), List.of()))
        .hasMessageContaining("until");
    assertThatThrownBy(
            () -> CalendarFile.read(file("date,event,until\n0001-01-01,x,9999-12-31\n"), List.of()))
        .hasMessageContaining("at most 366");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-01T12:00,x,2026-05-03T00:00:00Z",
        "2026-05-01T12:00:00+02:00,x,2026-05-03T00:00",
        "2026-05-01,x,2026-05-03T00:00:00.000"
      })
  void aTimeThatCannotBeReadIsNotTakenForAWholeDay(String row) throws IOException {
    Path file = file("date,event,until\n" + row + "\n");
    assertThatThrownBy(() -> CalendarFile.read(file, List.of()))
        .hasMessageContaining("row 1")
        .hasMessageContaining("2026-01-31T12:00");
  }

  @Test
  void oneLineNamesACampaign() {
    Campaign campaign = CampaignText.parse("marathon=2026-01-04T12:00/2026-01-11T00:00/50000");
    assertThat(campaign.kind()).isEqualTo("marathon");
    assertThat(campaign.goal()).hasValue(50_000);
    Campaign days = CampaignText.parse("2026-03-01/2026-03-07");
    assertThat(days.kind()).isEqualTo("campaign");
    assertThat(days.end()).isEqualTo(LocalDateTime.of(2026, 3, 8, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "marathon",
        "2026-03-01",
        "x=2026-03-01/2026-02-30",
        "2026-03-07/2026-03-01",
        "2026-03-01/2026-03-07/much",
        "2026-03-01/2026-03-07/-5",
        "2026-03-01/2026-03-07/NaN",
        "a=b=2026-03-01/2026-03-07"
      })
  void whatIsNoCampaignIsRefused(String text) {
    assertThatThrownBy(() -> CampaignText.parse(text))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("campaign");
  }
}
