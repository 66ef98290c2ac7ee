package io.tiktoktoe.service.model.price;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plain file that a question about prices is answered from.
 *
 * @param path the file
 * @param names other names of its columns: key is the file's, value is the one that is wanted
 * @param seed of random draws
 */
public record PriceFile(Path path, Map<String, String> names, long seed) {

  public PriceFile {
    names = new LinkedHashMap<>(names);
  }
}
