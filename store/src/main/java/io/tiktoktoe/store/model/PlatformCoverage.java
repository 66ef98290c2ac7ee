package io.tiktoktoe.store.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From when to when a platform has events, and how its commits advanced in time.
 *
 * @param first its oldest event; empty without any
 * @param newest its newest event
 * @param currency in which most of its sales came; empty without any
 * @param commits each with the newest event until then, in their order
 */
public record PlatformCoverage(
    Optional<Instant> first,
    Optional<Instant> newest,
    Optional<String> currency,
    List<Commit> commits) {

  public PlatformCoverage {
    commits = List.copyOf(commits);
  }

  /**
   * A commit.
   *
   * @param chunk its number
   * @param watermark the newest event that it or an earlier one brought
   */
  public record Commit(long chunk, Instant watermark) {}

  /** Reads it. */
  public static PlatformCoverage read(Queries queries) {
    List<Commit> commits = new ArrayList<>();
    queries.query(
        Sql.file("shared/platform/commits"),
        row -> {
          Instant newest = row.instant("newest");
          if (!commits.isEmpty() && commits.getLast().watermark().isAfter(newest)) {
            newest = commits.getLast().watermark();
          }
          commits.add(new Commit(row.number("chunk"), newest));
        });
    Optional<Instant> first =
        queries
            .rows(
                Sql.of("SELECT min(first) AS first FROM coverage"),
                row ->
                    row.isNull("first")
                        ? Optional.<Instant>empty()
                        : Optional.of(row.instant("first")))
            .getFirst();
    Optional<Instant> newest =
        commits.isEmpty() ? Optional.empty() : Optional.of(commits.getLast().watermark());
    Optional<String> currency =
        queries
            .rows(Sql.file("shared/platform/usual_currency"), row -> row.required("code"))
            .stream()
            .findFirst();
    return new PlatformCoverage(first, newest, currency, commits);
  }

  /** The first commit with which events had come from a moment on; empty if none did yet. */
  public Optional<Commit> reaching(Instant moment) {
    return commits.stream().filter(one -> !one.watermark().isBefore(moment)).findFirst();
  }
}
