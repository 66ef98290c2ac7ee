package io.tiktoktoe.service;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.upkeep.BackupAnswer;
import io.tiktoktoe.service.model.upkeep.EraseAnswer;
import io.tiktoktoe.service.model.upkeep.EraseRequest;
import io.tiktoktoe.service.model.upkeep.RestoreAnswer;
import io.tiktoktoe.service.model.upkeep.UndoRequest;
import io.tiktoktoe.store.Erasure;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.UndoReport;
import java.nio.file.Path;
import java.util.List;

/** Looks after a store: copies it, makes it again, takes a batch or a fan out of it. */
public final class UpkeepService {

  private final Path path;
  private final StoreOptions options;

  private UpkeepService(Path path, StoreOptions options) {
    this.path = path;
    this.options = options;
  }

  /** The service for the store at {@code path}, which is opened for each call. */
  public static UpkeepService at(Path path, StoreOptions options) {
    return new UpkeepService(path, options);
  }

  /**
   * Writes the whole store as of one moment into a folder; see {@link
   * io.tiktoktoe.store.Exporter#backUp}.
   *
   * @param folder a new or an empty one
   * @throws IllegalArgumentException if there is anything in it
   */
  public BackupAnswer backUp(Path folder, Call call) {
    try (Store store = Store.open(path, options.withWritable(List.of(folder)).existing())) {
      call.progress().report("backing up", 0, -1);
      store.exporter().backUp(folder);
      return new BackupAnswer(store.file(), folder);
    }
  }

  /**
   * Makes the store from such a folder; it must not be there yet.
   *
   * @throws io.tiktoktoe.store.model.StoreException if it is, or the folder holds no backup
   */
  public RestoreAnswer restore(Path folder, Call call) {
    call.progress().report("restoring", 0, -1);
    try (Store store = Store.restore(folder, path, options)) {
      return new RestoreAnswer(store.file(), store.events().count());
    }
  }

  /**
   * Takes a batch out of the store, as if it had never come; see {@link
   * io.tiktoktoe.store.EventLog#undo}.
   *
   * @throws IllegalArgumentException if there is no such batch
   * @throws ServiceException.UnusableInput if it holds the decisions of a price test
   */
  public UndoReport undo(UndoRequest request, Call call) {
    try (Store store = Store.open(path, options.existing())) {
      call.progress().report("taking back " + request.batch(), 0, -1);
      requireNoTest(store, request.batch());
      boolean named = store.events().batches().contains(request.batch());
      return store.events().undo(named ? request.batch() : request.file().toString(), call.now());
    }
  }

  /** What was decided about a price test says what happened, and stays. */
  private static void requireNoTest(Store store, String batch) {
    for (StoredTest test : store.experiments().all()) {
      if (test.batch().equals(batch)) {
        throw new ServiceException.UnusableInput(
            "%s is what was decided about price test %s, whose log would stay: taken back, it would"
                + " look as if prices had changed by themselves. End the test instead: experiment"
                + " rollback %s",
            batch,
            test.name(),
            test.name().indexOf(' ') < 0 ? test.name() : "'" + test.name() + "'");
      }
    }
  }

  /**
   * Takes a fan out of the store for good, or says what would go; see {@link Erasure}.
   *
   * @throws io.tiktoktoe.store.model.StoreException if there is no such fan
   */
  public EraseAnswer erase(EraseRequest request, Call call) {
    Erasure.Request whom = new Erasure.Request(request.fan(), request.creator(), request.source());
    call.progress().report(request.only() ? "looking for the fan" : "erasing the fan", 0, -1);
    Erasure.Report report =
        request.only()
            ? Erasure.preview(path, options, whom)
            : Erasure.erase(path, options, whom, call.now());
    return new EraseAnswer(!request.only(), report);
  }
}
