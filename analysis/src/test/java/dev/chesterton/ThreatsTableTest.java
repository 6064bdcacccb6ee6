package dev.chesterton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/threats.md} says is shown by a test is. */
class ThreatsTableTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  @Test
  void eachTestThatIsNamedExists() throws IOException {
    String table = Files.readString(Checkout.folder().resolve("docs/threats.md"));
    List<String> missing = NAMED.matcher(table)
        .results()
        .filter(named -> !exists(named.group(1), named.group(2) == null ? "" : named.group(2)))
        .map(named -> named.group(1) + "#" + named.group(2))
        .toList();
    assertThat(missing).isEmpty();
    assertThat(NAMED.matcher(table).results().count()).isGreaterThan(100);
  }

  private static boolean exists(String type, String method) {
    return sources(type + ".java").stream()
        .anyMatch(text -> method.isEmpty() || text.contains(" void " + method + "("));
  }

  /** Several classes may have one name. */
  private static List<String> sources(String file) {
    List<String> texts = new ArrayList<>();
    for (String module : List.of("ingest", "analysis", "web")) {
      try (Stream<Path> files = Files.walk(Checkout.folder().resolve(module + "/src/test/java"))) {
        for (Path found : files.filter(path -> path.endsWith(file)).toList()) {
          texts.add(Files.readString(found));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return texts;
  }
}
