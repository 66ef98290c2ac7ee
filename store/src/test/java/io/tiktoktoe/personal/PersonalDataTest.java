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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(030) 5556699",
        "0151 5550001",
        "01515 550001",
        "030/5556699",
        "030 - 555 66 99",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "020 7946 0958",
        "555-0199-22",
        "(11) 91234-5678",
        "0049 151 5550001"
      })
  void aNumberWithoutItsCountryIsFoundInAnyText(String number) {
    assertThat(PersonalData.hidden("call " + number + ", soon")).isEqualTo("call [phone], soon");
    assertThat(PersonalData.hidden("{\"note\":\"a\\n" + number + "\"}"))
        .isEqualTo("{\"note\":\"a\\n[phone]\"}");
    assertThat(PersonalData.hiddenAs("note", number)).isEqualTo("[phone]");
    assertThat(PersonalData.hiddenAs("Order ID", number))
        .isEqualTo(number.contains("(") ? "[phone]" : number);
    assertThat(PersonalData.hidden("{\"order_id\":\"" + number + "\"}"))
        .contains(number.contains("(") ? "[phone]" : number);
    assertThat("{\"note\":\"" + number + "\"}")
        .containsPattern(PersonalNames.suspect().replace("\\x7F", "\\x{7F}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05",
        "01-02-2026",
        "01.02.2026 10:30",
        "01.02.2026 02.02.2026 - 03.02.2026",
        "05/12/24 10.30",
        "2026-01-05 09:30:00.000",
        "2026-01-05T09:30:00+01:00",
        "1 234 567.89",
        "1.234.567,89",
        "(1,234.00)",
        "0.123456789",
        "01.50 02.75",
        "0001234567",
        "0123456789",
        "INV-2024-0001-77",
        "2024-0001-22",
        "114-3941689-8772232",
        "978-3-16-148410-0",
        "550e8400-e29b-41d4-a716-446655440000",
        "2020-2024",
        "(2024) 100000",
        "/data/2024/01/05/0612",
        "17:05:00 - 18:00:00",
        "1.10.0345.2-beta"
      })
  void otherNumbersStay(String number) {
    assertThat(PersonalData.hidden("it is " + number)).isEqualTo("it is " + number);
    assertThat(PersonalData.hidden("{\"x\":\"" + number + "\"}")).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0151\u20135550705",
        "\uff10\uff11\uff15\uff11 \uff15\uff15\uff15\uff10\uff17\uff10\uff15",
        "\uff0b49\u00a0151\u20115550705"
      })
  void aNumberIsFoundHoweverItIsTyped(String number) {
    assertThat(PersonalData.hidden("call " + number)).isEqualTo("call [phone]");
    assertThat(PersonalData.hidden("{\"note\":\"" + number + "\"}")).contains("[phone]");
    assertThat(PersonalData.hiddenAs("note", number)).isEqualTo("[phone]");
    assertThat(PersonalData.hidden("zed\uff20example.org")).isEqualTo("[mail]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"support_number", "order_contact", "number", "code"})
  void namesThatMayBeOfATelephoneHideIt(String field) {
    assertThat(PersonalData.hiddenAs(field, "(030) 5550103")).isEqualTo("[phone]");
    assertThat(PersonalData.hiddenAs(field, "0151 5550001")).isEqualTo("[phone]");
    assertThat(PersonalData.hiddenAs("order_number", "0151 5550001")).isEqualTo("0151 5550001");
    assertThat(PersonalData.hiddenAs("order_id", "(030) 5550103")).isEqualTo("[phone]");
  }

  @Test
  void aNameWithoutALetterIsNoName() {
    String text = "{\":{\":\"030 1234 5678\"}";

    assertThat(PersonalData.hiddenAs(":{", "030 1234 5678")).doesNotContain("1234");
    assertThat(PersonalData.hidden(text)).doesNotContain("1234");
  }

  @Test
  void textOfOtherScriptsStaysToTheLetter() {
    String text = "\uff21\uff22 \u2013 \u0661 \u30e1\u30fc\u30eb";
    assertThat(PersonalData.hidden(text)).isEqualTo(text);
    assertThat(PersonalData.hiddenAs("note", text)).isEqualTo(text);
  }

  @Test
  void severalNumbersAreHiddenEach() {
    assertThat(PersonalData.hidden("0151 5550001 0152 5550002; 030 5556699"))
        .isEqualTo("[phone] [phone]; [phone]");
  }

  @Test
  void whatSomebodyWroteGoesWhole() {
    assertThat(
            PersonalData.withoutFreeText(
                "{\"note\":\"Zed here\",\"giftMessage\":{\"de\":\"x\"},\"months\":\"2\"}"))
        .isEqualTo("{\"note\":\"[hidden]\",\"giftMessage\":\"[hidden]\",\"months\":\"2\"}");
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
    String[] bases = {
      "a",
      "a.",
      "1:",
      "+1 ",
      "1.",
      "%",
      "\"name\":",
      "{\"name\":{",
      "\\u0061",
      "01 ",
      "(03) ",
      "00-",
      "5-5"
    };
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(120),
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
