package io.tiktoktoe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All sources are formatted by google-java-format. Rewrite them with {@code mvn -pl cli -am test
 * -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false -Dformat=write}.
 */
class FormatTest {

  @Test
  void sourcesAreFormatted() throws IOException {
    boolean write = "write".equals(System.getProperty("format"));
    List<String> unformatted = new ArrayList<>();
    List<Path> sources = Repository.javaSources();
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted = format(source, text);
      if (formatted.equals(text)) {
        continue;
      }
      if (write) {
        Files.writeString(source, formatted);
      } else {
        unformatted.add(Repository.root().relativize(source).toString());
      }
    }
    assertThat(sources).isNotEmpty();
    assertThat(unformatted).as("not formatted; rewrite with -Dformat=write").isEmpty();
  }

  private static String format(Path source, String text) {
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    try {
      String imports =
          RemoveUnusedImports.removeUnusedImports(
              ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE));
      return formatter.formatSource(imports);
    } catch (FormatterException e) {
      throw new AssertionError(source + ": " + e.getMessage(), e);
    }
  }
}
