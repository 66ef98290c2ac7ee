package io.tiktoktoe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DateTextTest {

  @Test
  void datesThatBeginWithTheYearProveNoOrderOfOthers() {
    DateText dates = DateText.provenBy(List.of("2026-01-31", "2026-12-30 08:00", "03/04/2026"));

    assertThat(dates.isAmbiguous("03/04/2026")).isTrue();
    assertThat(dates.isAmbiguous("2026-13-01")).isFalse();
  }
}
