package io.tiktoktoe.connect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Made files of every format with a net column: sales, refunds, disputes lost and won, fees charged
 * and returned, payouts, adjustments, in any order.
 */
enum NetFiles {
  STRIPE_BALANCE(
      "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,invoice_id",
      (n, money) ->
          "txn_%d,%s 10:00:00,usd,%s,%s,%s,%s,%s"
              .formatted(
                  n,
                  day(n),
                  money.gross,
                  money.gross.subtract(money.net),
                  money.net,
                  money.kind.word(
                      "charge",
                      "refund",
                      "dispute",
                      "dispute_reversal",
                      "fee",
                      "payout",
                      "other_adjustment"),
                  n % 2 == 0 ? "" : "in_" + n)),
  STRIPE_BALANCE_HISTORY(
      "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Description",
      (n, money) ->
          "txn_%d,%s,s_%d,%s,%s,%s,usd,%s 10:11,%s"
              .formatted(
                  n,
                  money.kind.word(
                      "charge",
                      "refund",
                      "adjustment",
                      "adjustment",
                      "stripe_fee",
                      "payout",
                      "adjustment"),
                  n,
                  money.gross,
                  money.gross.subtract(money.net),
                  money.net,
                  day(n),
                  money.kind.word("", "", "Chargeback for x", "Chargeback reversal", "", "", "x"))),
  PAYPAL(
      "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email"
          + " Address,Transaction ID,Reference Txn ID",
      (n, money) ->
          "%s,10:11:12,PDT,A,%s,Completed,USD,%s,%s,%s,a@x.org,b@x.org,P%d,"
              .formatted(
                  day(n),
                  money.kind.word(
                      "Donation Payment",
                      "Payment Refund",
                      "Chargeback",
                      "Chargeback Reversal",
                      "Account Fee",
                      "General Withdrawal",
                      "Hold"),
                  money.gross,
                  money.net.subtract(money.gross),
                  money.net,
                  n)),
  SHOPIFY_PAYOUTS(
      "Transaction Date,Type,Order,Payout Status,Amount,Fee,Net,Currency",
      (n, money) ->
          "%s 10:15:00 -0400,%s,#%d,paid,%s,%s,%s,USD"
              .formatted(
                  day(n),
                  money.kind.word(
                      "charge",
                      "refund",
                      "chargeback",
                      "chargeback won",
                      "application_fee",
                      "payout",
                      "transfer"),
                  n,
                  money.gross,
                  money.gross.subtract(money.net),
                  money.net)),
  GUMROAD_PAYOUTS(
      "Type,Date,Purchase ID,Item Name,Sale Price ($),Gumroad Fees ($),Net Total ($)",
      (n, money) ->
          "%s,%s,g%d,Item,%s,%s,%s"
              .formatted(
                  money.kind.word(
                      "Sale",
                      "Refund",
                      "Chargeback",
                      "Chargeback",
                      "Affiliate Credit",
                      "Payout",
                      "Stripe Payouts"),
                  day(n),
                  n,
                  money.gross,
                  money.gross.subtract(money.net),
                  money.net)),
  ETSY_STATEMENT(
      "Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net",
      (n, money) ->
          "%s,%s,Row %d,,EUR,%s,%s,%s"
              .formatted(
                  day(n),
                  money.kind.word("Sale", "Refund", "Refund", "Fee", "Fee", "Deposit", "Deposit"),
                  n,
                  money.kind.ordinal() == 3 || money.gross.signum() == 0 ? "--" : money.gross,
                  money.kind.ordinal() == 3 ? money.net : money.net.subtract(money.gross),
                  money.net)),
  ONLYFANS_STATEMENT(
      "date,type,username,gross_amount,platform_fee,net_amount,currency",
      (n, money) ->
          "%s 10:00:00,%s,u%d,%s,%s,%s,USD"
              .formatted(
                  day(n),
                  money.kind.word(
                      "Tip", "Refund", "Chargeback", "Tip", "Payout", "Payout", "Withdrawal"),
                  n,
                  money.gross,
                  money.gross.subtract(money.net),
                  money.net)),
  BANDCAMP_SALES(
      "date,item type,item name,currency,item total,net amount,bandcamp transaction id",
      (n, money) ->
          "%s,%s,Tide,EUR,%s,%s,b%d"
              .formatted(
                  day(n),
                  money.kind.word(
                      "album", "refund", "refund", "track", "payout", "payout", "payout"),
                  money.gross,
                  money.net,
                  n)),
  GOOGLE_PLAY_EARNINGS(
      "Description,Transaction Date,Transaction Time,Transaction Type,Product id,Merchant"
          + " Currency,Amount (Merchant Currency)",
      (n, money) ->
          "GPA.%d,%s,5:33:10 AM PDT,%s,app,EUR,%s"
              .formatted(
                  n,
                  day(n),
                  money.kind.word(
                      "Charge",
                      "Charge refund",
                      "Charge refund",
                      "Google fee refund",
                      "Google fee",
                      "Tax",
                      "Google fee"),
                  money.net)),
  APP_STORE_FINANCIAL(
      "Transaction Date,Apple Identifier,SKU,Quantity,Extended Partner Share,Partner Share"
          + " Currency,Sale or Return",
      (n, money) -> "%s,1,app,1,%s,EUR,S".formatted(day(n), money.net)),
  OPEN_COLLECTIVE(
      "datetime,shortId,shortGroup,description,type,kind,isRefund,shortRefundId,amount,paymentProcessorFee,netAmount,currency,accountSlug",
      (n, money) ->
          "%sT10:00:00,o%d,g%d,Row,X,%s,%s,,%s,%s,%s,USD,project"
              .formatted(
                  day(n),
                  n,
                  n,
                  money.kind.word(
                      "CONTRIBUTION",
                      "CONTRIBUTION",
                      "CONTRIBUTION",
                      "EXPENSE",
                      "EXPENSE",
                      "BALANCE_TRANSFER",
                      "PREPAID_PAYMENT_METHOD"),
                  money.gross.signum() < 0 ? "REFUND" : "",
                  money.gross,
                  money.net.subtract(money.gross),
                  money.net)),
  FANVUE_EARNINGS(
      "Net,Tax,Fanvue Fee,Price,Gross,Invoice Number,Paid At (UTC),Type,Fan Handle",
      (n, money) ->
          "%s,%s,%s,%s,%s,F-%d,%s 12:45:27,%s,f%d"
              .formatted(
                  money.net,
                  n % 3 == 0 && money.kind == Kind.SALE ? "0.01" : "0",
                  money.gross.subtract(money.net),
                  money.gross,
                  money.gross,
                  n,
                  day(n),
                  money.kind.word(
                      "Tip", "Refund", "Chargeback", "Renewal", "Payout", "Withdrawal", "Message"),
                  n)),
  SUBSTACK_PAYMENTS(
      "date,amount,fee,net,type,subscriber_email,description,id,currency",
      (n, money) ->
          "%sT10:00:00Z,%s,%s,%s,%s,a%d@x.org,Monthly subscription,sp_%d,EUR"
              .formatted(
                  day(n),
                  money.gross,
                  money.gross.subtract(money.net),
                  money.net,
                  money.kind.word(
                      "charge",
                      "refund",
                      "dispute",
                      "dispute reversal",
                      "payout",
                      "payout",
                      "transfer"),
                  n,
                  n)),
  ETSY_ORDERS(
      "Sale Date,Order ID,Buyer User ID,Currency,Order Value,Order Total,Status,Card Processing"
          + " Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order"
          + " Amount",
      (n, money) ->
          money.net.signum() < 0
              ? "%s,%d,u1,EUR,90.00,100.00,%s,3.00,97.00,%s,1.00,%s"
                  .formatted(
                      day(n),
                      n,
                      n % 2 == 0 ? "Paid" : "Refunded",
                      n % 2 == 0 ? "60.00" : "0.00",
                      money.net)
              : "%s,%d,u1,EUR,90.00,%s,Paid,%s,%s,0.00,0.00,0.00"
                  .formatted(day(n), n, money.gross, money.gross.subtract(money.net), money.net)),
  PATREON_EARNINGS(
      "Month,Memberships,Shop,Gifts,Platform fee,Payment processing fee,Currency conversion"
          + " fee,Payout fee,Refunds,Earnings,Currency",
      (n, money) ->
          "%d-%02d,%s,%s,%s,%s,0.00,0.00,%s,%s,%s,USD"
              .formatted(
                  2012 + n / 12,
                  1 + n % 12,
                  money.kind == Kind.SALE ? money.gross : "0.00",
                  money.kind == Kind.WON ? money.gross : "0.00",
                  money.kind == Kind.ADJUSTMENT ? money.gross : "0.00",
                  money.kind == Kind.FEE ? "0.00" : money.net.subtract(money.feeless()),
                  money.kind == Kind.FEE ? money.net : "0.00",
                  money.kind == Kind.REFUND || money.kind == Kind.DISPUTE ? money.gross : "0.00",
                  money.net)),
  LEDGER(
      "date,description,account,amount,fee,currency",
      (n, money) ->
          "%s,Row %d,%s,%s,%s,EUR"
              .formatted(
                  day(n),
                  n,
                  money.kind.word(
                      "income:tips",
                      "income:shop",
                      "income:memberships",
                      "income:shop",
                      "expenses:fees",
                      "assets:bank",
                      "equity:opening"),
                  money.kind == Kind.SALE ? money.gross : money.net,
                  money.kind == Kind.SALE ? money.gross.subtract(money.net) : ""));

  private final String header;
  private final BiFunction<Integer, Money, String> row;

  NetFiles(String header, BiFunction<Integer, Money, String> row) {
    this.header = header;
    this.row = row;
  }

  /** The format's name. */
  String format() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** A file and what its net column adds up to. */
  record Made(String text, BigDecimal net) {}

  /** So many rows of every kind. */
  Made make(Random random, int rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    BigDecimal net = BigDecimal.ZERO;
    for (int n = 0; n < rows; n++) {
      Money money = Money.any(random);
      lines.add(row.apply(n, money));
      net = net.add(money.net);
    }
    return new Made(String.join("\n", lines) + "\n", net);
  }

  private static String day(int n) {
    return "2026-%02d-%02d".formatted(1 + n / 28 % 9, 1 + n % 28);
  }

  /** What happened. */
  private enum Kind {
    SALE,
    REFUND,
    DISPUTE,
    WON,
    FEE,
    PAYOUT,
    ADJUSTMENT;

    String word(String... words) {
      return words[ordinal()];
    }
  }

  private record Money(Kind kind, BigDecimal gross, BigDecimal net) {

    /** What a month's row has beside its fee; a payout is a fee there. */
    BigDecimal feeless() {
      return kind == Kind.PAYOUT ? BigDecimal.ZERO : gross;
    }

    static Money any(Random random) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      BigDecimal gross = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
      BigDecimal fee = BigDecimal.valueOf(random.nextInt(4_000), 2);
      return switch (kind) {
        case SALE -> new Money(kind, gross, gross.subtract(fee));
        case WON -> new Money(kind, gross, gross.add(fee));
        // Some give the fee back, some keep it, some charge another.
        case REFUND, DISPUTE ->
            new Money(
                kind,
                gross.negate(),
                gross.negate().add(random.nextBoolean() ? fee : fee.negate()));
        case FEE, PAYOUT -> new Money(kind, fee.negate(), fee.negate());
        case ADJUSTMENT -> new Money(kind, fee, fee);
      };
    }
  }
}
