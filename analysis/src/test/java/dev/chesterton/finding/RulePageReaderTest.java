package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePageReaderTest {
  private static final String GOOD = """
      ---
      id: removed-thing
      title: A thing: it is removed
      severity: warning
      since: 0.1
      match.Lock: mutex_lock*  *_lock
      match.flush: fsync
      ---
      The first paragraph.

      ---
      """;

  @Test
  void readsAGoodFile() {
    Parsed<RulePage> read = RulePageReader.read("x.md", GOOD);
    assertThat(read.problems()).isEmpty();
    RulePage page = read.value();
    assertThat(page.id()).isEqualTo(new RuleId("removed-thing"));
    assertThat(page.title()).isEqualTo("A thing: it is removed");
    assertThat(page.severity()).isEqualTo(Severity.WARNING);
    assertThat(page.since()).isEqualTo("0.1");
    assertThat(page.markdown()).isEqualTo("The first paragraph.\n\n---");
    assertThat(page.match("lock")).extracting(NamePattern::text)
        .containsExactly("mutex_lock*", "*_lock");
    assertThat(page.match("none")).isEmpty();
    assertThat(page.kindsOf("page_lock")).containsExactly("lock");
    assertThat(page.kindsOf("fsync")).containsExactly("flush");
    assertThat(page.kindsOf("read")).isEmpty();
  }

  @Test
  void readsCarriageReturnsToo() {
    Parsed<RulePage> read = RulePageReader.read("x.md", GOOD.replace("\n", "\r\n"));
    assertThat(read).isEqualTo(RulePageReader.read("x.md", GOOD));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(delimiter = '|', textBlock = """
      title: A thing: it is removed | no colon here       | x.md:3: 'no colon here' is not 'key: value'; x.md:1: no 'title' in the head
      since: 0.1                    | sinse: 0.1          | x.md:5: unknown key 'sinse'; x.md:1: no 'since' in the head
      since: 0.1                    | since:              | x.md:5: no 'since' in the head
      since: 0.1                    | id: other           | x.md:5: 'id' is given twice; x.md:1: no 'since' in the head
      id: removed-thing             | ID: removed-thing   | x.md:2: unknown key 'ID'; x.md:1: no 'id' in the head
      severity: warning             | severity: loud      | x.md:4: severity 'loud' is none of error, warning, check
      severity: warning             | severity:           | x.md:4: no 'severity' in the head
      match.flush: fsync            | match.flush:        | x.md:7: no name behind 'match.flush'
      match.flush: fsync            | match.Lock: x       | x.md:7: 'match.Lock' is given twice
      """)
  void namesWhatIsWrongWithItsLine(String line, String broken, String problems) {
    assertThat(problems(GOOD.replace(line + "\n", broken + "\n")))
        .containsExactlyElementsOf(List.of(problems.split("; ")));
  }

  @ParameterizedTest
  @CsvSource({"''", "'no head'", "'---\nid: x\n'", "' ---\nid: x\n---\n'", "'\n---\nid: x\n---\n'"})
  void missesAHeadThatIsNotThere(String text) {
    assertThat(problems(text)).contains("x.md:1: no head between two lines ---",
        "x.md:1: no 'id' in the head");
    assertThat(RulePageReader.read("x.md", text).value().severity()).isEqualTo(Severity.CHECK);
  }

  private static List<String> problems(String text) {
    return RulePageReader.read("x.md", text).problems().stream().map(Problem::toString).toList();
  }
}
