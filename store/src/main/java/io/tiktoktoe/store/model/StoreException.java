package io.tiktoktoe.store.model;

/**
 * The store cannot do what was asked. Sealed: each case is one thing that a user can mend, and its
 * message is one sentence that names it, followed by the remedy.
 */
public abstract sealed class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String store;
  private final String remedy;

  private StoreException(String store, String problem, String remedy, Throwable cause) {
    super(store + " " + problem + ". " + remedy, cause);
    this.store = store;
    this.remedy = remedy;
  }

  /** The store's file. */
  public String store() {
    return store;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** Another process holds the store. */
  public static final class InUse extends StoreException {
    private static final long serialVersionUID = 1L;

    public InUse(String store, String holder, Throwable cause) {
      super(
          store,
          "is in use by another process" + holder,
          "Stop that process or ask it instead: one process at a time owns a store.",
          cause);
    }
  }

  /** There is no store at this place. */
  public static final class Missing extends StoreException {
    private static final long serialVersionUID = 1L;

    public Missing(String store) {
      super(
          store,
          "does not exist",
          "Ingest events into it first or name another store.",
          new java.nio.file.NoSuchFileException(store));
    }
  }

  /** The file is no store of this software. */
  public static final class NotAStore extends StoreException {
    private static final long serialVersionUID = 1L;

    public NotAStore(String store, String what, Throwable cause) {
      super(store, "is not a TikTokToe store: " + what, "Name another file.", cause);
    }
  }

  /** The file cannot be read or written by this user. */
  public static final class NoAccess extends StoreException {
    private static final long serialVersionUID = 1L;

    public NoAccess(String store, String what, Throwable cause) {
      super(store, what, "Give this user the right to read and write it and its folder.", cause);
    }
  }

  /** The file was damaged. */
  public static final class Corrupt extends StoreException {
    private static final long serialVersionUID = 1L;

    public Corrupt(String store, String what, Throwable cause) {
      super(
          store,
          "is damaged: " + what,
          "Move it away and rebuild it from its last export, see docs/operations.md.",
          cause);
    }
  }

  /** The store was written by a newer version. */
  public static final class Newer extends StoreException {
    private static final long serialVersionUID = 1L;

    public Newer(String store, int found, int known, Throwable cause) {
      super(
          store,
          "has schema version %d, this program knows up to %d".formatted(found, known),
          "Use a newer program.",
          cause);
    }
  }

  /** An export could not be written; the store is well. */
  public static final class ExportFailed extends StoreException {
    private static final long serialVersionUID = 1L;

    public ExportFailed(String file, String what, Throwable cause) {
      super(
          file,
          "could not be written: " + what,
          "Free space there or name another place; nothing was left half written.",
          cause);
    }
  }

  /** A write failed; what was asked is not stored, everything acknowledged before is. */
  public static final class WriteFailed extends StoreException {
    private static final long serialVersionUID = 1L;

    public WriteFailed(String store, String what, Throwable cause) {
      super(
          store,
          "could not be written: " + what,
          "Nothing of this batch's last chunk was stored; free space or mend the disk and repeat.",
          cause);
    }
  }
}
