package io.tiktoktoe.store.model;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

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

    private Missing(String store, String problem, String remedy) {
      super(store, problem, remedy, new java.nio.file.NoSuchFileException(store));
    }

    /** It was cut short before it could hold anything. */
    public static Missing halfMade(String store) {
      return new Missing(
          store,
          "was never finished and holds nothing",
          "Ingest events into it, which makes it anew, or name another store.");
    }

    /** Only what belongs to it is there. */
    public static Missing butForItsLog(String store, String log) {
      return new Missing(
          store,
          "does not exist, but its write-ahead log " + log + " does",
          "Put the store back to its log, or move the log away to begin anew.");
    }
  }

  /** The file is no store of this software. */
  public static final class NotAStore extends StoreException {
    private static final long serialVersionUID = 1L;

    public NotAStore(String store, String what, Throwable cause) {
      super(store, "is not a TikTokToe store: " + what, "Name another file.", cause);
    }
  }

  /** The path holds what the engine does not take for a part of a name. */
  public static final class UnfitPath extends StoreException {
    private static final long serialVersionUID = 1L;

    public UnfitPath(String store, String what) {
      super(
          store,
          "cannot be the path of a store: it " + what,
          "Name another path, without ; ? \\ and without a blank at its end.",
          new IllegalArgumentException(what));
    }
  }

  /** Something that is not the store's bears the name of a file that the store needs. */
  public static final class InTheWay extends StoreException {
    private static final long serialVersionUID = 1L;

    public InTheWay(String store, Path found, String what) {
      super(
          store,
          "cannot be opened: %s %s".formatted(found, what),
          "Move that away, or name another store.",
          new FileAlreadyExistsException(found.toString()));
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

  /** A file cannot be read to its end; the store is well and keeps what was taken before. */
  public static final class BadInput extends StoreException {
    private static final long serialVersionUID = 1L;

    public BadInput(String file, String what, String remedy, Throwable cause) {
      super(file, what, remedy + " What was taken of it before is kept, and counts once.", cause);
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

  /** Nobody of this name is in the store. */
  public static final class NoSuchFan extends StoreException {
    private static final long serialVersionUID = 1L;

    public NoSuchFan(String store) {
      super(
          store,
          "knows no such fan, by that id, address or pseudonym, within the creator and source"
              + " named",
          "Look the id up with export fan; nothing was changed.",
          new IllegalArgumentException("unknown fan"));
    }
  }

  /** A person is out of every table, but the file could not be written anew. */
  public static final class NotRewritten extends StoreException {
    private static final long serialVersionUID = 1L;

    public NotRewritten(String store, String reason, Throwable cause) {
      super(
          store,
          "has erased the fan from its tables, but freed parts of the file may still hold the name:"
              + " "
              + reason,
          "Free as much space beside the store as it takes itself and erase again.",
          cause);
    }
  }
}
