package io.tiktoktoe.service.model;

import io.tiktoktoe.store.model.StoreException;

/** What became of forecasts that were to be kept in the store; the answer is given either way. */
public sealed interface Kept {

  /** They are rows of the view {@code forecasts} under this number. */
  record AsRun(int run) implements Kept {}

  /** The store could not be written, such as on a full disk. */
  record NotWritten(StoreException.WriteFailed reason) implements Kept {}
}
