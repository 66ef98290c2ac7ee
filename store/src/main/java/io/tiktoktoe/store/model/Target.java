package io.tiktoktoe.store.model;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a relation is written to. */
public sealed interface Target {

  /** A table of this name, replaced when it exists. */
  record Table(String name) implements Target {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Table {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "table name ("
                + name
                + ") must be lower-case letters, digits and _, such as my_table.");
      }
    }
  }

  /** A file, replaced when it exists. */
  record File(Path path, Format format) implements Target {}

  /** The formats that can be written. */
  enum Format {
    /** With a header; text that a spreadsheet would run as a formula is made inert. */
    CSV("csv"),
    /** One JSON object a line. */
    NDJSON("ndjson"),
    /** Columns with types, zstd. */
    PARQUET("parquet");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    /** How file names of this format end. */
    public String extension() {
      return extension;
    }

    /**
     * The format of a file by the end of its name.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Format of(Path file) {
      String name = String.valueOf(file.getFileName());
      for (Format format : values()) {
        if (name.endsWith("." + format.extension)) {
          return format;
        }
      }
      throw new IllegalArgumentException(
          "file name (" + name + ") must end in .csv, .ndjson or .parquet.");
    }
  }
}
