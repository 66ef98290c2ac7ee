package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code --map} takes, refuses and tells, and that its remedies work when they are followed.
 */
class MappingTest {

  @TempDir Path directory;

  private CommandRun map(String text, String mapping, String... more) throws IOException {
    Files.writeString(directory.resolve("f.csv"), text);
    Files.deleteIfExists(directory.resolve("s.duckdb"));
    List<String> words =
        new ArrayList<>(
            List.of(
                "ingest", "f.csv", "--creator", "ada", "--store", "s.duckdb", "--map", mapping));
    words.addAll(Arrays.asList(more));
    return CommandRun.in(directory, words.toArray(new String[0]));
  }

  private List<String> events(String columns) throws IOException {
    Path file = directory.resolve("e.csv");
    Files.deleteIfExists(file);
    CommandRun.in(directory, "export", "current_events", "--store", "s.duckdb", "--out", "e.csv");
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.getFirst().split(","));
    List<String> wanted = List.of(columns.split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> String.join(" ", wanted.stream().map(c -> cells[names.indexOf(c)]).toList()))
        .sorted()
        .toList();
  }

  @Test
  void aPlatformThatNobodyNamedIsToldAndCanBeNamed() throws IOException {
    String mapping = "When=time,Gift=amount,currency:EUR,type:tip";
    CommandRun run = map("When,Gift\n2026-05-01T10:00:00Z,5\n", mapping);
    assertThat(run.out()).contains("1 row in ", "platform is called map", "--source NAME");

    assertThat(CommandRun.in(directory, "undo", "f.csv", "--store", "s.duckdb").code()).isZero();
    String[] again = {"ingest", "f.csv", "--creator", "ada", "--store", "s.duckdb"};
    List<String> named = new ArrayList<>(List.of(again));
    named.addAll(List.of("--map", mapping, "--source", "kofi"));
    CommandRun second = CommandRun.in(directory, named.toArray(new String[0]));
    assertThat(second.out()).contains("1 accepted").doesNotContain("platform is called");
    assertThat(events("source,type")).containsExactly("kofi tip");
  }

  @Test
  void signsOfCurrenciesAreReadInEveryPosition() throws IOException {
    CommandRun run =
        map(
            """
            When;Gift
            2026-05-01T10:00:00Z;C$20.00
            2026-05-01T10:01:00Z;20,00 z\u0142
            2026-05-01T10:02:00Z;-
            2026-05-01T10:03:00Z;NZ$ 3,50
            2026-05-01T10:04:00Z;1.000,00\u00a0\u20ac
            2026-05-01T10:05:00Z;7,00EUR
            2026-05-01T10:06:00Z;\u20ba50,00
            2026-05-01T10:07:00Z;$5,00
            2026-05-01T10:08:00Z;\u00a52.000
            """
                .replace("C$20.00", "CA$20,00"),
            "When=time,Gift=amount,type:tip");

    assertThat(run.out()).contains("8 accepted", "1 rejected");
    assertThat(events("amount_minor,currency"))
        .containsExactly(
            "100000 EUR",
            "2000 CAD",
            "2000 JPY",
            "2000 PLN",
            "350 NZD",
            "500 USD",
            "5000 TRY",
            "700 EUR");
  }

  @Test
  void aSignOfSeveralCurrenciesAsksWhich() throws IOException {
    String text = "When,Gift\n2026-05-01T10:00:00Z,$5.00\n2026-05-02T10:00:00Z,5.00 $\n";

    CommandRun asked = map(text, "When=time,Gift=amount,type:tip");
    assertThat(asked.code()).isEqualTo(Command.FAILURE);
    assertThat(asked.out().replaceAll("\\s+", " "))
        .contains("is the sign of USD, CAD, AUD, MXN and others: say which with --currency USD");
    assertThat(map(text, "When=time,Gift=amount,type:tip", "--currency", "CAD").code()).isZero();
    assertThat(events("amount_minor,currency")).containsExactly("500 CAD", "500 CAD");
    String krona = "When,Gift\n2026-05-01T10:00:00Z,50 kr\n";
    assertThat(map(krona, "When=time,Gift=amount,type:tip").code()).isEqualTo(Command.FAILURE);
    assertThat(map(krona, "When=time,Gift=amount,type:tip", "--currency", "NOK").code()).isZero();
  }

  @Test
  void anAmountIsOfNoOtherCurrencyThanItSays() throws IOException {
    String text = "When,Gift\n2026-05-01T10:00:00Z,\u0e3f350.00\n2026-05-02T10:00:00Z,$5.00\n";

    CommandRun run = map(text, "When=time,Gift=amount,type:tip,currency:USD");

    assertThat(run.out()).contains("1 accepted", "1 rejected", "is no amount in USD");
  }

  @Test
  void aQuotedColumnIsRefusedWithWhatToWrite() throws IOException {
    String text = "Date,Ref No,Sum\n2026-05-01,1,5.00\n2026-05-02,2,6.00\n";

    CommandRun refused = map(text, "Date=time,Sum=amount,'Ref No'=id,type:tip,currency:USD");
    assertThat(refused.code()).isEqualTo(Command.USAGE);
    assertThat(refused.err()).contains("(Ref No)", "write Ref No for the column");
    assertThat(map(text, "Date=time,Sum=amount,Ref No=id,type:tip,currency:USD").out())
        .contains("2 accepted");
  }

  @Test
  void typesTimesAndDatesOfOtherTablesAreRead() throws IOException {
    assertThat(
            map(
                    "id,at,who,sum,kind\n"
                        + "1,1641745262.577,ann,5.00,Tip\n"
                        + "2,1641745263,bob,7.00,merch.order\n",
                    "id=id,at=time,who=fan,sum=amount,kind=type,currency:USD")
                .out())
        .contains("2 accepted");
    assertThat(events("time,type,amount_minor"))
        .containsExactly("2022-01-09 16:21:02.577 tip 500", "2022-01-09 16:21:03 merch.order 700");

    String slashes = "at,sum\n03/04/2026 21:35:06 +0200,5\n05/04/2026 11:44:59 +0200,7\n";
    CommandRun asked = map(slashes, "at=time,sum=amount,type:tip,currency:USD");
    assertThat(asked.code()).isEqualTo(Command.FAILURE);
    assertThat(asked.out().replaceAll("\\s+", " ")).contains("--dates d/M or --dates M/d");
    map(slashes, "at=time,sum=amount,type:tip,currency:USD", "--dates", "d/M");
    assertThat(events("time")).containsExactly("2026-04-03 19:35:06", "2026-04-05 09:44:59");
    map(slashes, "time(at, 'M/d/yyyy')=time,sum=amount,type:tip,currency:USD");
    assertThat(events("time")).containsExactly("2026-03-04 19:35:06", "2026-05-04 09:44:59");
  }

  @Test
  void negativeRowsBecomeRefundsInOneWord() throws IOException {
    String text = "at,sum,fee\n2026-05-01,20.00,1.00\n2026-05-02,-20.00,-1.00\n";
    String mapping = "at=time,sum=amount,fee=fee,type:merch.order,currency:EUR";

    CommandRun refused = map(text, mapping);
    assertThat(refused.out().replaceAll("\\s+", " "))
        .contains("is negative: say negative:refund in --map");
    CommandRun taken = map(text, mapping + ",negative:refund");
    assertThat(taken.out()).contains("2 accepted");
    assertThat(events("type,stream,amount_minor,fee_minor"))
        .containsExactly("merch.order merchandise 2000 100", "refund merchandise 2000 100");
    assertThat(map(text, mapping + ",negative:skip").out()).contains("1 accepted");
    assertThat(map(text, mapping + ",negative:gift").err()).contains("none of: [refund");
  }

  @Test
  void aMappingThatLosesMoreThanItTakesFails() throws IOException {
    String text = "at,no,sum\n2026-05-01,7,5.00\n2026-05-02,7,6.00\n2026-05-03,7,8.00\n";

    CommandRun lost = map(text, "at=time,no=id,sum=amount,type:tip,currency:USD");

    assertThat(lost.out()).contains("1 accepted", "2 in conflict");
    assertThat(lost.code()).isEqualTo(Command.FAILURE);
  }

  @Test
  void lineEndsWithinQuotesAreOfTheirFields() throws IOException {
    // The first row is rejected, so that its line end comes first in what the mapping writes.
    CommandRun run =
        map(
            "nr,aa,bb\n1,\"a\rb\",x\n2,\"q\r\nr\",1\n3,\"q\nr\",2\n4,\"q\rr\",3\n",
            "nr=id,bb=amount,aa=content,'2026-06-01T00:00:00Z'=time,'tip'=type,'EUR'=currency");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("3 accepted", "1 rejected");
    assertThat(CommandRun.in(directory, "export", "content", "--json", "--store", "s.duckdb").out())
        .contains("q\\r\\nr", "q\\nr", "q\\rr");
  }

  @Test
  void aTelephoneNumberInTheColumnOfAmountsIsNoMoney() throws IOException {
    CommandRun run =
        map(
            "When,Gift\n"
                + "2026-05-01,5\n"
                + "2026-05-01,7\n"
                + "2026-05-02,+4915155500\n"
                + "2026-05-03,+49 151 5550004\n"
                + "2026-05-04,491515550004\n",
            "When=time,Gift=amount,currency:EUR,type:tip");
    assertThat(run.out()).contains("2 accepted", "3 rejected", "looks like a telephone number");
    assertThat(
            CommandRun.in(directory, "export", "rejected_rows", "--json", "--store", "s.duckdb")
                .out())
        .contains("[hidden]", "[phone]")
        .doesNotContain("+49");
  }
}
