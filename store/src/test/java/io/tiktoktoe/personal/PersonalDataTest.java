package io.tiktoktoe.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "E-Mail-Adresse",
        "customerEmail",
        "from_name",
        "Billing Name",
        "name",
        "phone",
        "Téléphone",
        "Straße",
        "client_ip",
        "clientIp",
        "subscriber_attributes",
        "event.user.city",
        "Shipping Zip",
        "date_of_birth",
        "メールアドレス",
        "display_name",
        "firstName",
        "Addressee"
      })
  void aPersonalNameIsKnown(String field) {
    assertThat(PersonalNames.has(field)).isTrue();
    assertThat(PersonalData.hidden("{\"%s\":\"Zed Q\"}".formatted(field)))
        .isEqualTo("{\"%s\":\"[hidden]\"}".formatted(field));
    assertThat(field).containsPattern(PersonalNames.suspect().replace("\\x7F", "\\x{7F}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount",
        "currency",
        "product_name",
        "tier_name",
        "granularity",
        "stream",
        "recipe",
        "description",
        "capacity",
        "state",
        "Country",
        "Lineitem name",
        "true",
        "tip",
        "months"
      })
  void otherNamesAreNot(String field) {
    assertThat(PersonalNames.has(field)).isFalse();
  }

  @Test
  void addressesAndNumbersAreFoundInAnyText() {
    assertThat(PersonalData.hidden("write to zed.q+x@mail.example.org, or zed%40example.org now"))
        .isEqualTo("write to [mail], or [mail] now");
    assertThat(PersonalData.hidden("from 203.0.113.77 and 2001:db8::7a, not 12:30:59 or 1.5.2"))
        .isEqualTo("from [ip] and [ip], not 12:30:59 or 1.5.2");
    assertThat(
            PersonalData.hidden(
                "call +49 170 1234567 or (555) 123-4567; 2026-01-01T00:00:00+05:30"))
        .isEqualTo("call [phone] or [phone]; 2026-01-01T00:00:00+05:30");
    assertThat(PersonalData.hidden("{\"note\":\"a\\nzed@example.org\",\"n\":1}"))
        .isEqualTo("{\"note\":\"a\\n[mail]\",\"n\":1}");
    assertThat(PersonalData.hidden("{\"\\u0065mail\":\"z\\u0065d\\u0040example.org\"}"))
        .isEqualTo("{\"email\":\"[hidden]\"}");
  }

  @Test
  void brokenLinesAndFormsHideAsWell() {
    assertThat(
            PersonalData.hidden(
                "{\"id\":1,\"user\":{\"name\":\"Zed \\\"Q\\\" R\",\"plan\":\"x\"},\"em"))
        .isEqualTo("{\"id\":1,\"user\":{\"name\":\"[hidden]\",\"plan\":\"x\"},\"em");
    assertThat(PersonalData.hidden("{\"email\":\"zed@exa")).isEqualTo("{\"email\":\"[hidden]\"");
    assertThat(PersonalData.hidden("{\"x\":1,\"note\":\"zed@exa"))
        .isEqualTo("{\"x\":1,\"note\":\"[mail]");
    assertThat(
            PersonalData.hidden(
                "{\"subscriber_attributes\":{\"$email\":{\"value\":\"z\"}},\"a\":2}"))
        .isEqualTo("{\"subscriber_attributes\":\"[hidden]\",\"a\":2}");
    assertThat(PersonalData.hidden("data=%7B%22from_name%22%3A%22Zed%22%2C%22a%22%3A1%7D"))
        .isEqualTo("data={\"from_name\":\"[hidden]\",\"a\":1}");
    assertThat(
            PersonalData.hidden("{\"phone\":49170,\"name\":null,\"fan\":\"zed\"}", Set.of("fan")))
        .isEqualTo("{\"phone\":\"[hidden]\",\"name\":null,\"fan\":\"[hidden]\"}");
  }

  @Test
  void whatHoldsNothingStaysToTheLetter() {
    String line =
        "{\"id\":\"a-1\",\"time\":\"2026-01-01T00:00:00Z\",\"amount\":\"12.50\",\"note\":\"\\u00e9\"}";
    assertThat(PersonalData.hidden(line)).isSameAs(line);
  }

  @Test
  void longTextsTakeLinearTime() {
    String[] bases = {"a", "a.", "1:", "+1 ", "1.", "%", "\"name\":", "{\"name\":{", "\\u0061"};
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String base : bases) {
            assertThat(PersonalData.hidden(base.repeat((1 << 18) / base.length()))).isNotNull();
          }
        });
  }

  @Test
  void aShapeHoldsNoLetter() {
    assertThat(PersonalData.shape("Zoë Q,5.50,\"x\"")).isEqualTo("aaa a,9.99,\"a\"");
  }
}
