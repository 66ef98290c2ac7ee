package io.tiktoktoe.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTextTest {

  @Test
  void whatASpreadsheetWouldRunIsMadeInert() {
    for (String text :
        List.of("=1", "+a", "-a", "@x", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "\uff20x", "-1;2")) {
      assertThat(SpreadsheetText.inert(text)).isEqualTo("'" + text);
    }
  }

  @Test
  void otherTextAndNumbersStay() {
    for (String text : List.of("", "a=1", " =1", "-5", "+1.5e3", "-.5", "1", "caf\u00e9")) {
      assertThat(SpreadsheetText.inert(text)).isEqualTo(text);
    }
  }
}
