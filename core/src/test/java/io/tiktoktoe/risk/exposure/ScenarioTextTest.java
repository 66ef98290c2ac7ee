package io.tiktoktoe.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ads -30%",
        "ads - 30 %",
        "ads \u221230%",
        "ads -30 percent",
        "ads -30,0%",
        "ads -30.0%",
        "ad x0.7",
        "advertising \u00d70,7",
        "stream advertising *0.7",
        "ads\u00a0-30\u00a0%",
      })
  void changesCanBeWrittenInManyWays(String text) {
    StressScenario.Part part = ScenarioText.parse(text).parts().getFirst();
    assertThat(part.target().target()).isEqualTo(ScenarioTarget.Target.STREAM);
    assertThat(part.target().name()).isEqualTo("advertising");
    assertThat(part.factor()).isCloseTo(0.7, within(1e-12));
  }

  private static final LocalDate START = LocalDate.of(2026, 2, 10);

  @Test
  void partsHaveTargetsAndDays() {
    StressScenario told =
        ScenarioText.parse(
            "platform \"my shop\" closes from 2026-03; refunds doubled until 2026-03-15;\n"
                + "currency USD -20% from 2026-03-02 until 2026-04; chargebacks +50%");
    assertThat(told.parts()).hasSize(4);
    assertThat(told.parts().get(0).target().name()).isEqualTo("my shop");
    assertThat(told.parts().get(0).factor()).isZero();
    assertThat(told.parts().get(0).days().first(START)).contains(LocalDate.of(2026, 3, 1));
    assertThat(told.parts().get(1).factor()).isEqualTo(2);
    assertThat(told.parts().get(1).days().last(START)).contains(LocalDate.of(2026, 3, 15));
    assertThat(told.parts().get(2).days().last(START)).contains(LocalDate.of(2026, 4, 30));
    assertThat(told.parts().get(3).factor()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ads 30% | Write -30% or +30%",
        "ads -130% | more than all. Write -100%, or lost",
        "ads -0.3 | Say how, such as -30%",
        "-30% | Begin with platform NAME",
        "platform closes | does not say which platform",
        "ads lost from tomorrow | tomorrow, which is no day. Write 2026-03-01",
        "ads lost from 2026-13 | 2026-13, which is no day",
        "ads lost from 2026-05-01 until 2026-04-01 | Swap them",
        "'' | says nothing. Write one like",
        "; # nothing | says nothing",
      })
  void whatCannotBeReadSaysHowToWriteIt(String text, String remedy) {
    assertThatThrownBy(() -> ScenarioText.parse(text.equals("''") ? "" : text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(remedy);
  }

  @Test
  void filesHoldSeveralScenarios() {
    List<StressScenario> all =
        ScenarioText.parseAll(
            List.of(
                "# mine",
                "[Ban]",
                "platform tiktok closes",
                "",
                "[Slump]",
                "ads -30%",
                "tips -10%"));
    assertThat(all).extracting(StressScenario::title).containsExactly("Ban", "Slump");
    assertThat(all.getLast().parts()).hasSize(2);
    assertThat(ScenarioText.parseAll(List.of("ads -30%")).getFirst().title()).isEqualTo("scenario");
    assertThatThrownBy(() -> ScenarioText.parseAll(List.of("[Ban]", "[Slump]", "ads lost")))
        .hasMessageContaining("scenario [Ban] has no parts");
    assertThatThrownBy(() -> ScenarioText.parseAll(List.of("# nothing")))
        .hasMessageContaining("the file holds no scenario");
    assertThatThrownBy(() -> ScenarioText.parse("ads lost;".repeat(11)))
        .hasMessageContaining("11 parts, it must have 1 to 10");
  }
}
