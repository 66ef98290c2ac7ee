package io.tiktoktoe.benchmarks.store;

import static io.tiktoktoe.benchmarks.store.RawBooks.text;

import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fans who cancel and begin anew within a day. The truth tells that they went and came; by the
 * rules of the books they stayed, perhaps at another price. The truth's days are the creator's own.
 *
 * @param zones the zone of each creator
 */
record Restarts(Map<String, ZoneId> zones) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration MOMENT = Duration.ofDays(1);

  /** What happened to one fan's subscriptions, by time. */
  private static final class Life extends TreeMap<Instant, JsonNode> {
    private static final long serialVersionUID = 1L;
  }

  /** Takes their going and coming out of the truth and adds what the price changed by. */
  void takeOut(
      List<TruthRecord.Movement> truth, Path subscriptions, Map<List<Object>, Long> changes)
      throws IOException {
    for (Life life : lives(subscriptions).values()) {
      Optional<JsonNode> canceled = Optional.empty();
      for (JsonNode event : life.values()) {
        String type = text(event, "type");
        if (type.equals("subscription.started") && canceled.isPresent()) {
          restart(canceled.get(), event, truth, changes);
        }
        canceled = type.equals("subscription.canceled") ? Optional.of(event) : Optional.empty();
      }
    }
  }

  private static Map<String, Life> lives(Path subscriptions) throws IOException {
    Map<String, Life> lives = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(subscriptions)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = JSON.readTree(line);
        lives
            .computeIfAbsent(
                RawBooks.key(text(event, "creator"), text(event, "fan"), text(event, "product")),
                absent -> new Life())
            .put(Instant.parse(text(event, "time")), event);
      }
    }
    return lives;
  }

  private void restart(
      JsonNode canceled,
      JsonNode begun,
      List<TruthRecord.Movement> truth,
      Map<List<Object>, Long> changes) {
    Instant from = Instant.parse(text(canceled, "time"));
    Instant to = Instant.parse(text(begun, "time"));
    Optional<TruthRecord.Movement> gone = find(truth, canceled, from, one -> one == Kind.CHURN);
    Optional<TruthRecord.Movement> come =
        find(truth, begun, to, one -> one == Kind.NEW || one == Kind.REACTIVATION);
    if (to.isAfter(from.plus(MOMENT)) || gone.isEmpty() || come.isEmpty()) {
      return;
    }
    truth.remove(gone.get());
    truth.remove(come.get());
    TruthRecord.Movement back = come.get();
    changes.merge(
        List.of(back.creator(), back.fan(), back.day()),
        back.monthly() + gone.get().monthly(),
        Math::addExact);
  }

  private Optional<TruthRecord.Movement> find(
      List<TruthRecord.Movement> truth, JsonNode event, Instant time, Predicate<Kind> kind) {
    String creator = text(event, "creator");
    LocalDate day = LocalDate.ofInstant(time, zones.getOrDefault(creator, ZoneId.of("UTC")));
    return truth.stream()
        .filter(one -> one.creator().equals(creator) && one.fan().equals(text(event, "fan")))
        .filter(one -> one.day().equals(day) && kind.test(one.kind()))
        .findFirst();
  }
}
