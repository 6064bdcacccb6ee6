package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(outside.out()).contains("help", "version", "serve", "demo");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      versoin        | unknown verb 'versoin'; did you mean 'version'?
      zzz            | unknown verb 'zzz'; see 'chesterton help'
      help srve      | unknown verb 'srve'; did you mean 'serve'?
      version --all  | unknown option '--all'; see 'chesterton help version'
      version now    | unexpected argument 'now'; see 'chesterton help version'
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
