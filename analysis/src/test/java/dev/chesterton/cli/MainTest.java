package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir
  private Path home;
  private TestOutside outside;

  @BeforeEach
  void open() {
    outside = new TestOutside(home);
  }

  @Test
  void versionNamesTheBuild() {
    assertThat(outside.run("version")).isZero();
    assertThat(outside.out()).matches("chesterton \\d+\\.\\d+\\S* \\(Java \\d+.*\\)\\R");
  }

  @Test
  void helpListsEveryVerb() {
    assertThat(outside.run("help")).isZero();
    assertThat(outside.out()).contains("help", "version", "serve", "demo", "backup");
  }

  @Test
  void helpConfigListsEachKeyWithItsValueAndWhereThatComesFrom() throws IOException {
    Path file = home.resolve(".config/chesterton/config");
    Files.createDirectories(home.resolve(".config/chesterton"));
    Files.writeString(file, "[archive \"fs\"]\n\tpath = mail/fs\n[chesterton]\n\tjobs = 3\n");
    assertThat(outside.run("--config", "theme=dark", "help", "config")).isZero();
    assertThat(SettingKey.values()).allSatisfy(key -> assertThat(outside.out())
        .contains("chesterton." + key.template(), key.meaning(), "default: " + key.standard()));
    assertThat(outside.out()).contains("now: 3    (" + file + ":4)",
        "now: archive.fs.path = mail/fs    (" + file + ":2)", "now: dark    (--config)");
  }

  @ParameterizedTest
  @CsvSource({"check,--help", "check,-h", "serve,--help", "'rules test',-h", "help,--help"})
  void helpIsAnOptionOfEveryVerb(String verb, String option) {
    assertThat(outside.run(("help " + verb).split(" "))).isZero();
    String told = outside.out();
    assertThat(told).startsWith("Usage: chesterton " + verb + " ");
    assertThat(outside.run((verb + " " + option).split(" "))).isZero();
    assertThat(outside.out()).isEqualTo(told);
    assertThat(outside.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--help check"})
  void helpAsTheFirstWordListsEveryVerb(String arguments) {
    assertThat(outside.run("help")).isZero();
    String told = outside.out();
    assertThat(outside.run(arguments.split(" "))).isZero();
    assertThat(outside.out()).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "check --version", "rules test --version"})
  void versionIsAnOptionOfEveryVerb(String arguments) {
    assertThat(outside.run("version")).isZero();
    String told = outside.out();
    assertThat(outside.run(arguments.split(" "))).isZero();
    assertThat(outside.out()).isEqualTo(told);
  }

  /** Verbs whose exit codes a script acts on say them. */
  @ParameterizedTest
  @CsvSource({"ingest,75", "verify,74"})
  void helpOfAVerbNamesItsExitCodes(String verb, String code) {
    assertThat(outside.run("help", verb)).isZero();
    assertThat(outside.out()).startsWith("Usage: chesterton " + verb)
        .containsPattern("(?s)Exit codes:.*\n  " + code + " ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      versoin        | unknown verb 'versoin'; did you mean 'version'?
      zzz            | unknown verb 'zzz'; see 'chesterton help'
      serv version   | unknown verb 'serv'; did you mean 'serve'?
      help srve      | unknown verb 'srve'; did you mean 'serve'?
      version --all  | unknown option '--all'; see 'chesterton help version'
      version now    | unexpected argument 'now'; see 'chesterton help version'
      chek --help    | unknown verb 'chek'; did you mean 'check'?
      check --al -h  | unknown option '--al'; did you mean '--all'?
      help rules tst | unknown verb 'tst' behind 'rules'; did you mean 'test'?
      rules xyz      | unknown verb 'xyz' behind 'rules'; see 'chesterton help rules'
      check --fail-on sure | --fail-on 'sure' is no SEVERITY: one of error, warning, check, never; see 'chesterton help check'
      check --format | no FORMAT behind '--format'; see 'chesterton help check'
      check --all=x  | --all takes no value, and has 'x'; see 'chesterton help check'
      search         | QUERY is missing; see 'chesterton help search'
      search -n x y  | -n 'x' is no number; see 'chesterton help search'
      serve --lisen  | unknown option '--lisen'; did you mean '--listen'?
      """)
  void wrongUsageIsOneLineWithTheNearestRightWord(String arguments, String told) {
    assertThat(outside.run(arguments.split(" "))).isEqualTo(2);
    assertThat(outside.err()).isEqualTo("chesterton: " + told + System.lineSeparator());
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void aMissingVerbIsWrongUsage() {
    assertThat(outside.run()).isEqualTo(2);
    assertThat(outside.err()).isEqualTo("chesterton: a verb is missing; see 'chesterton help'"
        + System.lineSeparator());
  }

  @Test
  void controlCharactersOfArgumentsDoNotReachTheTerminal() {
    outside.run("\u001b]52;c;\u0007\u202e");
    assertThat(outside.err()).contains("\\x1b]52;c;\\x07\\u202e")
        .doesNotContain("\u001b", "\u0007", "\u202e");
  }
}
