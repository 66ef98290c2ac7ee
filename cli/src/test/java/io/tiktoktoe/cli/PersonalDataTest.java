package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Planted persons, through every door, are in no file and no answer; erased ones in none more. */
class PersonalDataTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MAIL = "planted.quux@secret-post.test";
  private static final String NAME = "Plantina Quuxworth";
  private static final String PHONE = "+49 170 5550199";
  private static final String IP = "203.0.113.77";

  /** Parts of what was planted, as they would be found. */
  private static final List<String> PLANTED =
      List.of("planted.quux", "secret-post", "plantina", "quuxworth", "5550199", "5550-199", IP);

  @TempDir Path directory;

  private final StringBuilder told = new StringBuilder();

  private CommandRun run(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    told.append(run.out()).append(run.err());
    return run;
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        text.replace("MAIL", MAIL)
            .replace("NATIONAL", "0170 5550199")
            .replace("NAME", NAME)
            .replace("PHONE", PHONE)
            .replace("IPNO", IP));
  }

  /** Where a text stands outside of the files that were given. */
  private List<String> found(String text) throws IOException {
    List<String> places = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (!file.startsWith(directory.resolve("in"))
            && bytes.toLowerCase(Locale.ROOT).contains(text)) {
          places.add(file + " holds " + text);
        }
      }
    }
    if (told.toString().toLowerCase(Locale.ROOT).contains(text)) {
      places.add("an answer tells " + text);
    }
    return places;
  }

  /** Every table that holds texts, in one form each; the scan of the store's file sees the rest. */
  private void exportTexts() {
    for (String table : List.of("fan", "current_events", "batches")) {
      assertThat(run("export", table, "--json").code()).as(table).isZero();
    }
    assertThat(run("export", "rejects").code()).isZero();
    for (String form : List.of(".parquet", ".csv")) {
      assertThat(run("export", "rejected_rows", "--out", "rejected" + form).code()).isZero();
    }
  }

  private void assertNothingFound() throws IOException {
    for (String planted : PLANTED) {
      assertThat(found(planted)).isEmpty();
    }
  }

  @Test
  void noFileAndNoAnswerHoldsAPlantedPerson() throws IOException {
    // Native: unknown fields, attributes, rejects for an amount, for their time, for their JSON.
    write(
        "events.ndjson",
        """
        {"id":"1","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"u-1","amount":"5","currency":"EUR","email":"MAIL","from_name":"NAME","client":{"ip":"IPNO","phone":"PHONE"}}
        {"id":"2","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"u-1","amount":"5","currency":"EUR","attributes":{"subscriber_attributes":{"$displayName":{"value":"NAME"}},"note":"write to MAIL or PHONE from IPNO"}}
        {"id":"3","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"MAIL","amount":"five","currency":"EUR","name":"NAME"}
        {"id":"4","time":"2036-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"NAME","amount":"5","currency":"EUR","attributes":{"billing_address":"NAME, IPNO"}}
        {"id":"5","name":"NAME","email":"MAIL","amount":
        {"id":"7","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"u-1","amount":"0151 5550199","currency":"(030) 5550199","state":"NATIONAL","country":"MAIL"}
        {"id":"8","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"u-1","amount":"5","currency":"EUR","attributes":{"info":"call NATIONAL or 5550-199-22"}}
        {"id":"MAIL-6","time":"x","type":"tip","creator":"ada","source":"s","fan":"u-1","amount":"MAIL","currency":"EUR","phone":"PHONE"}
        """);
    // A mapping that hashes; wrong amounts, ragged and shifted rows, an open quote.
    write(
        "gifts.csv",
        """
        When,Gift,Mail,Supporter Name,Phone,From
        2026-01-05,5,MAIL,NAME,PHONE,IPNO
        2026-01-06,five,MAIL,NAME,PHONE,IPNO
        2026-01-07,5,MAIL,NAME,PHONE
        2026-01-08,MAIL,5,NAME,PHONE,IPNO
        MAIL,5,MAIL,"NAME",PHONE,IPNO
        2026-01-09,5,MAIL,"NAME,PHONE,IPNO
        """);
    write(
        "revenuecat.json",
        """
        {"event":{"id":"E1","type":"INITIAL_PURCHASE","app_user_id":"u-9","product_id":"pro","purchased_at_ms":1767600000000,"price":"x","currency":"EUR","transaction_id":"T1","subscriber_attributes":{"$email":{"value":"MAIL"},"$displayName":{"value":"NAME"},"$ip":{"value":"IPNO"}}}}
        {"event":{"id":"E2","type":"INITIAL_PURCHASE","app_user_id":"u-9","product_id":"pro","purchased_at_ms":4102444800000,"price":5,"currency":"EUR","transaction_id":"T2","subscriber_attributes":{"$email":{"value":"MAIL"},"$phoneNumber":{"value":"PHONE"}}}}
        """);
    write("headless.csv", "MAIL,NAME,PHONE,5.00\nMAIL,NAME,PHONE,6.00\n");

    run("ingest", "in/events.ndjson", "--verbose");
    run("ingest", "in/events.ndjson", "--json", "--strict");
    Files.copy(
        directory.resolve("in/events.ndjson"), directory.resolve("in").resolve(MAIL + ".ndjson"));
    CommandRun named = CommandRun.in(directory, "ingest", "in/" + MAIL + ".ndjson");
    assertThat(named.out()).doesNotContain(MAIL).contains("[mail]~");
    String mapping =
        "When=time,Gift=amount,hash(Mail)=fan,From=attributes.at,currency:EUR,type:tip,creator:ada";
    // It loses more rows than it takes.
    assertThat(run("ingest", "in/gifts.csv", "--map", mapping, "--json").code()).isOne();
    assertThat(run("ingest", "in/revenuecat.json", "--creator", "ada").code()).isOne();
    assertThat(run("ingest", "in/headless.csv", "--verbose").code()).isOne();
    assertThat(run("ingest", "in/headless.csv", "--map", "When=time,type:tip").code()).isEqualTo(2);
    run("doctor");
    exportTexts();

    assertThat(told).contains("[hidden]", "[mail]");
    assertNothingFound();
  }

  @Test
  void anErasedFanIsInNoFileAndNoAnswer() throws IOException {
    write(
        "events.ndjson",
        """
        {"id":"1","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"MAIL","amount":"5","currency":"EUR"}
        {"id":"2","time":"2026-01-06T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"kim-7","amount":"7","currency":"EUR"}
        """);
    run("ingest", "in/events.ndjson");
    assertThat(found("planted.quux")).as("the scan finds what is there").isNotEmpty();
    List<String> before = revenue();

    assertThat(run("erase", MAIL, "--dry-run").code()).isZero();
    CommandRun erased = run("erase", MAIL, "--creator", "ada", "--json");

    assertThat(erased.code()).as(erased.err()).isZero();
    JsonNode answer = JSON.readTree(erased.out());
    assertThat(answer.get("erased").asBoolean()).isTrue();
    assertThat(answer.get("report").get("events").asLong()).isEqualTo(1);
    assertThat(revenue()).isEqualTo(before);
    run("ingest", "in/events.ndjson");
    exportTexts();
    assertNothingFound();
    CommandRun again = CommandRun.in(directory, "erase", MAIL);
    assertThat(again.code()).isOne();
    assertThat(again.err()).contains("no such fan");
    assertThat(CommandRun.in(directory, "export", "audit").out()).contains("erase fan");
  }

  private List<String> revenue() {
    return CommandRun.in(directory, "export", "revenue_15min").out().lines().sorted().toList();
  }

  @Test
  void pseudonymsAreOfTheirStoreUnlessItsKeyIsShared() throws IOException {
    write("gifts.csv", "When,Gift,Mail\n2026-01-05,5,MAIL\n");
    String mapping = "When=time,Gift=amount,hash(Mail)=fan,currency:EUR,type:tip,creator:ada";
    for (String store : List.of("a", "b")) {
      ingest(store, mapping);
    }
    for (String store : List.of("c", "d")) {
      ingest(store, mapping, "--pseudonym-key", "shared.key");
    }
    assertThat(fans("a")).isNotEqualTo(fans("b")).isNotEqualTo(fans("c"));
    assertThat(fans("c")).isEqualTo(fans("d"));
    assertThat(directory.resolve("home")).doesNotExist();

    CommandRun other =
        CommandRun.in(
            directory,
            "ingest",
            "in/gifts.csv",
            "--map",
            mapping,
            "--store",
            "a.duckdb",
            "--pseudonym-key",
            "shared.key");
    assertThat(other.code()).isOne();
    assertThat(other.err()).contains("--pseudonym-key");
    CommandRun again =
        CommandRun.in(
            directory, "ingest", "in/gifts.csv", "--map", mapping, "--store", "a.duckdb", "--json");
    assertThat(JSON.readTree(again.out()).get(0).get("report").get("duplicates").asLong())
        .isEqualTo(1);
  }

  private void ingest(String store, String mapping, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("ingest", "in/gifts.csv", "--map", mapping, "--store", store + ".duckdb"));
    args.addAll(List.of(more));
    CommandRun run = CommandRun.in(directory, args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private String fans(String store) {
    return CommandRun.in(directory, "export", "fan", "--json", "--store", store + ".duckdb")
        .out()
        .replaceAll(".*\"name\":\"(\\w+)\".*", "$1");
  }

  @Test
  void aRejectHidesItsFanAndWhatIsOfAnotherKindWhateverTheFile() throws IOException {
    String fields = "id,time,type,creator,source,fan,amount,currency,country,gender\n";
    write("events.csv", fields + "1,2026-01-05T10:00:00Z,tip,ada,s,wolf_x9,five,EUR,NAME,NAME\n");
    write(
        "events.ndjson",
        """
        {"id":"2","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"wolf_x9","amount":"5","currency":"EUR","country":"NAME","gender":"NAME"}
        {"id":"3","fan":"wolf_x9","amount":
        {"id":"4","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":["wolf_x9"],"amount":"5","currency":"EUR"}
        """);
    write("mapped.csv", "When,Gift,Who\n2026-01-05,five,wolf_x9\n2026-01-05,6,\n");
    run("ingest", "in/events.csv");
    run("ingest", "in/events.ndjson", "--verbose");
    run(
        "ingest",
        "in/mapped.csv",
        "--map",
        "When=time,Gift=amount,Who=fan,currency:EUR,type:tip,creator:ada");
    run("export", "rejected_rows");
    assertThat(run("export", "rejects").out()).contains("sealed:");
    assertThat(found("wolf_x9")).isEmpty();
    assertThat(found(NAME.toLowerCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void anErasureNamesNoFileThatNeverWas() throws IOException {
    write(
        "x.ndjson",
        """
        {"id":"1","time":"2026-01-05T10:00:00Z","type":"tip","creator":"ada","source":"s","fan":"kim_77","amount":"5","currency":"EUR"}
        """);
    Files.move(directory.resolve("in/x.ndjson"), directory.resolve("in").resolve(MAIL + ".ndjson"));
    run("ingest", "in/" + MAIL + ".ndjson");
    assertThat(run("erase", "kim_77").out().replaceAll("\\s+", " "))
        .containsPattern(
            "the file of batch .*\\[mail]~[0-9a-f]{8}: its name told of a person and was hidden,"
                + " hash [0-9a-f]{8}");
  }
}
