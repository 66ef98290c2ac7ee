package io.tiktoktoe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Sound files to begin with, small so that most changes hit something that matters. */
final class FuzzSamples {

  static final String EVENTS_CSV =
      """
      id,time,type,creator,source,fan,amount,currency,fee,quantity,state,attributes,other
      1,2026-01-01T00:00:00Z,tip,ada,shop,f1,5.00,USD,0.10,1,final,"{""a"":1}",x
      2,2026-01-02T10:00:00+02:00,subscription.started,ada,shop,f2,"9.99",EUR,,1,estimated,,
      3,2026-01-03T00:00:00Z,refund,ada,shop,f1,5.00,USD,,,,,"=1+1"
      4,2026-01-03T00:00:00Z,view,ada,shop,f3,,,,7,,,
      """;

  static final String EVENTS_NDJSON =
      """
      {"id":"1","time":"2026-01-01T00:00:00Z","type":"tip","creator":"ada","amount":"5.00","currency":"USD"}
      {"id":"2","time":"2026-01-02T00:00:00Z","type":"chargeback","creator":"ada","amount":5,"currency":"USD","refers_to":"1","attributes":{"won":true,"x":[1,{"y":null}]}}
      {"id":"3","time":"2026-01-03T00:00:00Z","type":"view","creator":"ada","watch_ms":1000,"duration_ms":2000,"completed":false,"odd":1.50,"value":3}
      """;

  static final String CLOUD_EVENTS =
      """
      {"specversion":"1.0","id":"1","source":"shop","type":"io.tiktoktoe.tip","time":"2026-01-01T00:00:00Z","data":{"creator":"ada","amount":"5.00","currency":"USD"}}
      {"specversion":"1.0","id":"2","source":"shop","type":"io.tiktoktoe.view","time":"2026-01-01T00:00:00Z","data":{"creator":"ada","attributes":{"x":1}}}
      """;

  /** What mappings are tried on. */
  static final String GIFTS =
      """
      When,Gift,From,N,total
      2026-01-01T00:00:00Z,5.00,bo,2,5
      2026-01-02T00:00:00Z,"1,234.50",cy,0,9
      2026-01-03T00:00:00Z,7.25,bo,x,12
      """;

  static final List<String> MAPPINGS =
      List.of(
          "When=time,Gift=amount,From=fan,currency:USD,type:tip,creator:ada",
          "time(When,"
              + " 'Europe/Berlin')=time,divide(number(Gift),number(N))=amount,currency:USD,type:tip",
          "When=time,N=view.quantity,cumulative(number(total),From)=tip.amount,currency:EUR",
          "When=time,round(times(number(Gift),'2'),'USD')=amount,hash(From)=fan,'USD'=currency,'tip'=type,join(row(),nth(From))=id",
          "When=time,if(is(From,'bo'),number(Gift),settle(number(Gift),'USD'))=amount,currency:JPY,type:tip,choose(From,'bo','x','y')=attributes.who");

  static final String RATES =
      "date,from,to,rate\n2026-01-01,EUR,USD,1.0845\n2026-01-02,JPY,USD,0.0067\n";

  static final String CALENDAR = "date,event\n2026-01-01,launch\n2026-03-01,\"sale, big\"\n";

  static final String SETTINGS =
      "# ours\nstore = data/store.duckdb\nzone = Europe/Berlin\nseed=7\njson = false\n";

  private FuzzSamples() {}

  /** A table of days or steps with this header and these rows. */
  static String series(String header, String row) {
    StringBuilder text = new StringBuilder(header.isEmpty() ? "" : header + "\n");
    for (int i = 1; i <= 28; i++) {
      text.append(row.formatted(i, 100 + i % 7)).append('\n');
    }
    return text.toString();
  }

  static List<byte[]> parquetEvents(Path folder) throws IOException {
    return parquet(
        folder,
        """
        SELECT 'e' || i AS id, TIMESTAMP '2026-01-01' + INTERVAL (i) MINUTE AS time, 'tip' AS type,
          'ada' AS creator, 'f' || (i % 5) AS fan, 'shop' AS source, i * 100 AS amount_minor,
          'USD' AS currency, CASE WHEN i % 3 = 0 THEN '{"a":1}' END AS attributes,
          i % 2 = 0 AS completed, i / 3.0 AS value, [i, i + 1] AS more
        FROM range(60) AS t(i)
        """);
  }

  static List<byte[]> parquetSeries(Path folder) throws IOException {
    return parquet(
        folder,
        """
        SELECT i AS step, (i % 7 * 1.5)::DECIMAL(18, 2) AS value, 's' || (i % 2) AS series_id,
          {'a': i, 'b': 'x' || i} AS more, DATE '2026-01-01' + i::INTEGER AS day
        FROM range(80) AS t(i)
        """);
  }

  private static List<byte[]> parquet(Path folder, String query) throws IOException {
    List<String> options = new ArrayList<>();
    for (String packing : List.of("uncompressed", "snappy", "gzip", "zstd")) {
      for (String version : List.of("V1", "V2")) {
        options.add(
            "FORMAT parquet, COMPRESSION %s, PARQUET_VERSION %s".formatted(packing, version));
      }
    }
    return written(folder.resolve("sample.parquet"), query, options);
  }

  /** The native table, packed with zstd. */
  static List<byte[]> zstd(Path folder) throws IOException {
    Path plain = Files.writeString(folder.resolve("sample.csv"), EVENTS_CSV.repeat(3));
    return written(
        folder.resolve("sample.zst"),
        "SELECT * FROM read_csv('%s', all_varchar = true)".formatted(plain),
        List.of("FORMAT csv, HEADER, COMPRESSION zstd"));
  }

  private static List<byte[]> written(Path file, String query, List<String> options)
      throws IOException {
    List<byte[]> written = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String option : options) {
        statement.execute("COPY (%s) TO '%s' (%s)".formatted(query, file, option));
        written.add(Files.readAllBytes(file));
      }
      return written;
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
