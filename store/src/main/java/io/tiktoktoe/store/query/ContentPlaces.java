package io.tiktoktoe.store.query;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The contents of one creator, numbered in the order in which they are met; copies of one are that
 * one.
 */
final class ContentPlaces {

  private final Map<Long, Integer> places = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();

  /** What is known of one id. */
  private static final class Seen {
    private final long hash;
    private long firstSeconds = Long.MAX_VALUE;
    private long firstPaid = Long.MAX_VALUE;
    private long durationMs;
    private final TreeSet<String> platforms = new TreeSet<>();
    private String name = "";
    private String sameAs = "";
    private String category = "";
    private boolean removed;
    private Optional<Instant> published = Optional.empty();
    private Optional<ContentKind> kind = Optional.empty();

    Seen(long hash) {
      this.hash = hash;
    }

    Instant begun() {
      return published.orElse(
          Instant.ofEpochSecond(firstSeconds < Long.MAX_VALUE ? firstSeconds : firstPaid));
    }
  }

  /** The place of a content that somebody watched or answered. */
  int met(long hash, long seconds, String platform) {
    int place = place(hash);
    Seen one = seen.get(place);
    one.firstSeconds = Math.min(one.firstSeconds, seconds);
    one.platforms.add(platform);
    return place;
  }

  /**
   * The place of a content that a payment names. A day's report of income is stamped at any time of
   * its day: it tells when a content was first seen only where nothing else does.
   */
  int paid(long hash, long seconds) {
    int place = place(hash);
    Seen one = seen.get(place);
    one.firstPaid = Math.min(one.firstPaid, seconds);
    return place;
  }

  private int place(long hash) {
    return places.computeIfAbsent(
        hash,
        key -> {
          seen.add(new Seen(key));
          return seen.size() - 1;
        });
  }

  void length(int place, long durationMs) {
    Seen one = seen.get(place);
    one.durationMs = Math.max(one.durationMs, durationMs);
  }

  /** Takes what a sender says; of two words the later one holds, but the first publication. */
  void said(long hash, long seconds, Map<String, String> fields) {
    Seen one = seen.get(place(hash));
    one.firstSeconds = Math.min(one.firstSeconds, seconds);
    ContentKind.named(fields.getOrDefault("content_type", ""))
        .ifPresent(kind -> one.kind = Optional.of(kind));
    instant(fields.getOrDefault("published", ""))
        .filter(time -> one.published.isEmpty() || time.isBefore(one.published.get()))
        .ifPresent(time -> one.published = Optional.of(time));
    one.removed =
        fields.containsKey("removed") ? !fields.get("removed").equals("false") : one.removed;
    one.category = fields.getOrDefault("category", one.category);
    one.sameAs = fields.getOrDefault("same_as", fields.getOrDefault("replay_of", one.sameAs));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      // Senders may use the word for something else.
      return Optional.empty();
    }
  }

  /** Contents without copies, and the place among them of each id. */
  record Joined(List<CreatorContent> contents, int[] placeOf) {}

  /** Reads the names and joins copies with the content that they are copies of. */
  Joined joined(Queries queries) {
    readNames(queries);
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < seen.size(); i++) {
      byName.put(seen.get(i).name, i);
    }
    int[] roots = new int[seen.size()];
    Map<Integer, List<Seen>> copies = new HashMap<>();
    for (int i = 0; i < roots.length; i++) {
      roots[i] = root(i, byName);
      copies.computeIfAbsent(roots[i], key -> new ArrayList<>()).add(seen.get(i));
    }
    int[] newPlace = new int[roots.length];
    List<CreatorContent> contents = new ArrayList<>();
    for (int i = 0; i < roots.length; i++) {
      if (roots[i] == i) {
        newPlace[i] = contents.size();
        contents.add(content(seen.get(i), copies.getOrDefault(i, List.of())));
      }
    }
    return new Joined(contents, Arrays.stream(roots).map(root -> newPlace[root]).toArray());
  }

  /** Follows what is the same as what; a circle ends where it began. */
  private int root(int start, Map<String, Integer> byName) {
    int at = start;
    for (int steps = 0; steps < seen.size(); steps++) {
      int next = byName.getOrDefault(seen.get(at).sameAs, at);
      if (next == at) {
        return at;
      }
      at = next;
    }
    return start;
  }

  private static CreatorContent content(Seen first, List<Seen> all) {
    TreeSet<String> platforms = new TreeSet<>();
    List<String> copies = new ArrayList<>();
    Instant published = Instant.MAX;
    boolean removed = true;
    long durationMs = 0;
    for (Seen one : all) {
      platforms.addAll(one.platforms);
      Instant begun = one.begun();
      published = begun.isBefore(published) ? begun : published;
      removed &= one.removed;
      durationMs = Math.max(durationMs, one.durationMs);
      if (one.hash != first.hash) {
        copies.add(one.name);
      }
    }
    return new CreatorContent(
        first.name,
        first.kind.orElse(ContentKind.ofLength(durationMs)),
        published,
        durationMs,
        List.copyOf(platforms),
        copies,
        removed,
        first.category);
  }

  private void readNames(Queries queries) {
    seen.forEach(one -> one.name = "content " + Long.toUnsignedString(one.hash, 36));
    String wanted = places.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    if (!places.isEmpty()) {
      queries.query(
          Sql.of(SqlTemplate.named("shared/audience/contents").with("contents", wanted).sql()),
          row -> seen.get(place(row.number("content"))).name = row.required("name"));
    }
  }
}
