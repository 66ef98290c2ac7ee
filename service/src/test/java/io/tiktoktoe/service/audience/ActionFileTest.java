package io.tiktoktoe.service.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.audience.strategy.ActionCatalogue;
import io.tiktoktoe.audience.strategy.EngagementAction;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.UpliftPrior;
import io.tiktoktoe.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionFileTest {

  @TempDir Path directory;

  private ActionCatalogue read(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("actions.csv"), text);
    return ActionFile.addedTo(ActionCatalogue.usual(100), file, 100);
  }

  @Test
  void ownActionsAreAddedAndReplaceTheUsualOnes() throws IOException {
    ActionCatalogue all =
        read(
            "action,cost,hours,capacity,retention,retention_sd,growth,source\n"
                + "postcard,12.5,3,200,0.3,0.1,,my trial of May\n"
                + "thank,0,1,,0.2,,0.1,a friend\n");
    assertThat(all.actions()).hasSize(6);
    EngagementAction postcard = all.actions().get(4);
    assertThat(postcard.code()).isEqualTo("postcard");
    assertThat(postcard.fixedCost()).isEqualTo(1250);
    assertThat(postcard.mostFans()).isEqualTo(200);
    assertThat(postcard.priors())
        .containsOnlyKeys(Goal.RETENTION)
        .containsValue(new UpliftPrior(0.3, 0.1, "my trial of May"));
    EngagementAction thank = all.actions().getLast();
    assertThat(thank.prior(Goal.RETENTION)).isEqualTo(new UpliftPrior(0.2, 0.1, "a friend"));
    assertThat(thank.mostFans()).isInfinite();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postcard,-1,0.1|row 1: fixedCost (-100.0) of postcard must be from 0",
        "postcard,1,|row 1: no uplift is stated. Fill retention",
        "postcard,1,1000|row 1: mean (1000.0) must lie within 100",
        "none,1,0.1|row 1: code (none) of an action must be a name other than none",
        ",1,0.1|row 1: action is empty"
      })
  void wrongRowsAreNamed(String row, String message) {
    assertThatThrownBy(() -> read("action,cost,retention\n" + row + "\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theSameTwiceIsRefused() {
    assertThatThrownBy(() -> read("action,retention\na,0.1\na,0.2\n"))
        .hasMessageContaining("row 2: action a is there already");
  }
}
