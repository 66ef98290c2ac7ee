package io.tiktoktoe.store;

import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.ingest.BatchName;
import io.tiktoktoe.store.ingest.Chunk;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a fan out of a store for good. The fan's events stay and count as before, under a random
 * number that leads nowhere; the name, what attributes, rejects, products and batches tell of it,
 * and every freed byte of the file go. One transaction, then the file is written anew: as much time
 * and space as a copy of it takes.
 *
 * <p>What it cannot reach: files that were ingested, exports, backups and copies made before, and
 * events that come under the same id later. Ids of less than four characters are too common to be
 * looked for within texts of others.
 */
public final class Erasure {

  private final Path file;
  private final StoreOptions options;

  private Erasure(Path file, StoreOptions options) {
    this.file = file.toAbsolutePath().normalize();
    this.options = options.existing();
  }

  /**
   * Whom to erase.
   *
   * @param fan the id as its platform gave it, or the address or the pseudonym that it became
   * @param creator only from this creator's events, when given
   * @param source only from this platform's events, when given
   */
  public record Request(String fan, Optional<String> creator, Optional<String> source) {
    public Request {
      if (fan.isBlank()) {
        throw new IllegalArgumentException("fan is empty. Give the id, address or pseudonym.");
      }
    }
  }

  /**
   * What was, or would be, erased.
   *
   * @param events events that go on without the fan
   * @param names names that went
   * @param attributes further events whose attributes told of the fan
   * @param rejects rejects that told of the fan
   * @param texts products, contents and batches whose names did
   * @param files the batches that brought the fan: files of these names may still hold the fan
   */
  public record Report(
      long events, long names, long attributes, long rejects, long texts, List<String> files) {
    public Report {
      files = List.copyOf(files);
    }

    /** The hash behind the name of a batch in which a person is hidden: no file bears that name. */
    public Optional<String> hiddenName(String batch) {
      return BatchName.hash(batch);
    }

    boolean isEmpty() {
      return events + names + attributes + rejects + texts == 0;
    }
  }

  /**
   * Counts what {@link #erase} would take, and changes nothing.
   *
   * @throws StoreException.NoSuchFan if the store knows nobody of this name
   */
  public static Report preview(Path file, StoreOptions options, Request request) {
    Erasure erasure = new Erasure(file, options);
    try (Store store = Store.open(erasure.file, erasure.options)) {
      return store
          .writer()
          .exclusively(
              session -> {
                session.run("BEGIN TRANSACTION");
                try {
                  return erasure.known(new PersonRows(store, session, request).erase());
                } finally {
                  session.run("ROLLBACK");
                }
              });
    }
  }

  /**
   * Erases a fan; when it returns, no byte of the name is in the store's files. What it did,
   * without the name, stands in the table {@code audit}. Killed in between, it has erased either
   * nothing or all but freed bytes, which the next erasure removes.
   *
   * @throws StoreException.NoSuchFan if the store knows nobody of this name
   * @throws StoreException.NotRewritten if there is no space for the new file
   */
  public static Report erase(Path file, StoreOptions options, Request request, Instant now) {
    Erasure erasure = new Erasure(file, options);
    Report report;
    StoreCopy copy;
    try (Store store = Store.open(erasure.file, erasure.options)) {
      boolean due = StoreCopy.isDue(store);
      report =
          store
              .writer()
              .transaction(
                  session -> {
                    Report found = new PersonRows(store, session, request).erase();
                    if (!due) {
                      erasure.known(found);
                    }
                    record(session, found, now);
                    return found;
                  });
      copy = StoreCopy.of(store);
    }
    copy.replaceOriginal();
    return erasure.known(report);
  }

  private Report known(Report report) {
    if (report.isEmpty()) {
      throw new StoreException.NoSuchFan(file.toString());
    }
    return report;
  }

  private static void record(Writer.Session session, Report report, Instant now)
      throws SQLException {
    if (report.isEmpty()) {
      return;
    }
    String counts =
        "{\"events\":%d,\"names\":%d,\"attributes\":%d,\"rejects\":%d,\"texts\":%d}"
            .formatted(
                report.events(),
                report.names(),
                report.attributes(),
                report.rejects(),
                report.texts());
    session.run(
        "INSERT INTO audit VALUES (TIMESTAMP '%s', 'erase fan', %s)"
            .formatted(Chunk.timestamp(now), SqlText.literal(counts)));
    StoreCopy.makeDue(session);
  }
}
