package io.tiktoktoe.store;

import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that does everything a store writes files for, under the umask that it was started
 * with, and prints after each step who may do what with which file below its folder.
 */
final class PermissionVictim {

  private PermissionVictim() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createFile(folder.resolve("umask"));
    StoreOptions options =
        StoreOptions.defaults().withMemoryMegabytes(256).withWritable(List.of(folder));
    try (Store store = Store.open(folder.resolve("s.duckdb"), options)) {
      print("made", folder);
      store.events().ingest(CrashVictim.relation(1), Sample.options());
      print("written", folder);
      store.engine().rows(Sql.of("FORCE CHECKPOINT"), row -> 0);
      store.events().ingest(CrashVictim.relation(2), Sample.options());
      print("written after a checkpoint", folder);
      for (Target.Format format : Target.Format.values()) {
        store.exporter().export("events", folder.resolve("events." + format.extension()));
      }
      store.exporter().backUp(folder.resolve("backup"));
      print("exported", folder);
    }
    try (Store store =
        Store.restore(folder.resolve("backup"), folder.resolve("r.duckdb"), options)) {
      print("restored " + store.file().getFileName(), folder);
    }
  }

  private static void print(String step, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> !path.equals(folder)).sorted().toList()) {
        System.out.println(
            step
                + "\t"
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                + "\t"
                + folder.relativize(file));
      }
    }
  }
}
