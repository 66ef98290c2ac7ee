package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.DateHints;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each sample's money adds up to, reckoned by hand from the file. */
class FormatMoneyTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          sample                          |currency|gross  |fee   |tax |refunds|chargebacks|costs|net    |left out
          paypal.csv                      |USD     |1240.00|43.51 |0   |30.00  |10.00      |15.00|1141.49|3
          paypal--de.csv                  |EUR     |1100.00|25.25 |0   |100.00 |0          |0    |974.75 |1
          kofi-csv.csv                    |EUR     |33.00  |0     |3.51|0      |0          |0    |29.49  |1
          stripe-payments.csv             |EUR     |1112.00|17.18 |0   |100.00 |0          |0    |994.82 |1
          stripe-payments--unified.csv    |USD     |30.00  |1.57  |0   |10.10  |0          |0    |18.33  |0
          stripe-balance-history.csv      |USD     |60.00  |2.34  |0   |20.00  |0          |2.40 |35.26  |2
          stripe-balance--dispute.csv     |EUR     |70.00  |2.04  |0   |10.00  |0          |2.40 |55.56  |2
          patreon-earnings.csv            |USD     |3040.00|347.00|0   |9.00   |0          |0.50 |2683.50|1
          youtube-dates.csv               |USD     |9.88   |0     |0   |0      |0          |0    |9.88   |1
          youtube-dates--de.csv           |EUR     |9.88   |0     |0   |0      |0          |0    |9.88   |1
          youtube-geography.csv           |USD     |1.20   |0     |0   |0      |0          |0    |1.20   |1
          youtube-studio--chart.csv       |USD     |3.58   |0     |0   |0      |0          |0    |3.58   |1
          tiktok-rewards.csv              |USD     |12.35  |0     |0   |0      |0          |0    |12.35  |1
          gumroad-sales.csv               |USD     |85.00  |11.00 |0   |28.00  |20.00      |0    |26.00  |1
          gumroad-payouts.csv             |USD     |43.20  |3.00  |0   |20.00  |0          |0    |20.20  |2
          buymeacoffee-supporters.csv     |USD     |25.00  |0     |0   |10.00  |0          |0    |15.00  |0
          buymeacoffee-supporters.csv     |EUR     |5.00   |0     |0   |0      |0          |0    |5.00   |0
          app-store-financial.csv         |EUR     |16.76  |0     |0   |4.19   |0          |0    |12.57  |1
          app-store-financial.csv         |JPY     |560    |0     |0   |0      |0          |0    |560    |1
          google-play-earnings.csv        |EUR     |11.98  |0.90  |0.19|5.99   |0          |0    |4.90   |0
          google-play-sales.csv           |EUR     |5.99   |0     |0   |5.99   |0          |0    |0      |0
          google-play-sales.csv           |INR     |1298.00|0     |198 |0      |0          |0    |1100.00|0
          distrokid.csv                   |USD     |31.76  |0     |0   |0.70   |0          |0    |31.06  |0
          tunecore.csv                    |USD     |11.24  |0     |0   |0      |0          |0    |11.24  |0
          bandcamp-sales.csv              |EUR     |35.00  |4.19  |0   |10.00  |0          |0    |20.81  |1
          etsy-statement.csv              |EUR     |40.00  |5.00  |3.20|40.00  |0          |0    |-8.20  |1
          etsy-orders.csv                 |EUR     |60.00  |2.80  |0   |5.00   |0          |0    |52.20  |0
          fanvue-earnings.csv             |USD     |36.04  |5.01  |1.00|0      |10.00      |0    |20.03  |0
          onlyfans-statement.csv          |USD     |1035.00|202.00|0   |25.00  |0          |0    |808.00 |2
          open-collective.csv             |USD     |46.00  |2.36  |0   |30.00  |0          |201  |-187.36|2
          shopify-payouts.csv             |USD     |70.00  |2.63  |0   |10.00  |0          |0    |57.37  |1
          github-sponsors.csv             |USD     |84.52  |0     |0   |60.00  |0          |0    |24.52  |1
          kdp-royalties.csv               |USD     |31.41  |0     |0   |0      |0          |0    |31.41  |0
          kdp-royalties.csv               |EUR     |0      |0     |0   |3.49   |0          |0    |-3.49  |0
          kdp-royalties.csv               |JPY     |700    |0     |0   |0      |0          |0    |700    |0
          amazon-associates.csv           |USD     |5.20   |0     |0   |0.40   |0          |0    |4.80   |0
          """)
  void samplesAddUp(
      String sample,
      String currency,
      BigDecimal gross,
      BigDecimal fee,
      BigDecimal tax,
      BigDecimal refunds,
      BigDecimal chargebacks,
      BigDecimal costs,
      BigDecimal net,
      int leftOut)
      throws URISyntaxException {
    ReadOptions options =
        Staged.options(folder).withCreator("alice").withDates(DateHints.NONE.withYear(2026));
    try (Reading reading = Connectors.open(sample(sample), options)) {
      List<Map<String, String>> rows =
          Staged.rows(reading).stream()
              .filter(row -> currency.equals(row.get("currency")))
              .toList();

      assertThat(sum(rows, "amount_text", EventMoney::sale)).isEqualByComparingTo(gross);
      assertThat(sum(rows, "fee_text", EventMoney::direction)).isEqualByComparingTo(fee);
      assertThat(sum(rows, "tax_text", EventMoney::direction)).isEqualByComparingTo(tax);
      assertThat(sum(rows, "amount_text", EventMoney::refund)).isEqualByComparingTo(refunds);
      assertThat(sum(rows, "amount_text", EventMoney::chargeback))
          .isEqualByComparingTo(chargebacks);
      assertThat(sum(rows, "amount_text", EventMoney::cost)).isEqualByComparingTo(costs);
      assertThat(EventMoney.net(rows)).isEqualByComparingTo(net);
      assertThat(EventMoney.skipped(reading.notes())).isEqualTo(leftOut);
      assertThat(reading.notes()).noneMatch(note -> note.contains("do not explain"));
    }
  }

  private static Path sample(String name) throws URISyntaxException {
    URL found = FormatMoneyTest.class.getResource("samples/" + name);
    assertThat(found).as(name).isNotNull();
    return Path.of(found.toURI());
  }

  private static BigDecimal sum(
      List<Map<String, String>> rows, String column, ToIntFunction<Map<String, String>> sign) {
    return rows.stream()
        .map(
            row ->
                EventMoney.amount(row, column).multiply(BigDecimal.valueOf(sign.applyAsInt(row))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
