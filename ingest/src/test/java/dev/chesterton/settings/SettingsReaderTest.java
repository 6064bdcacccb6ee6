package dev.chesterton.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  @TempDir
  Path home;

  private Path ownFile;
  private Path gitFile;
  private Path repositoryFile;

  @BeforeEach
  void nameFiles() {
    ownFile = home.resolve(".config/chesterton/config");
    gitFile = home.resolve(".gitconfig");
    repositoryFile = home.resolve("linux/.git/config");
  }

  @Test
  void takesDefaultsBelowHomeWhenNothingIsSet() {
    Settings settings = read();

    assertThat(settings.store()).isEqualTo(home.resolve(".local/share/chesterton"));
    assertThat(settings.repo()).isEmpty();
    assertThat(settings.archives()).isEmpty();
    assertThat(settings.rules().failOn()).isEqualTo(FailOn.WARNING);
    assertThat(settings.rules().folders())
        .containsExactly(home.resolve(".config/chesterton/rules"));
    assertThat(settings.limits().maxMessageBytes()).isEqualTo(32 << 20);
    assertThat(settings.limits().jobs()).isZero();
    assertThat(settings.pages().listenHost()).isEqualTo("127.0.0.1");
    assertThat(settings.pages().listenPort()).isEqualTo(8808);
  }

  @Test
  void notesLieBesideTheStoreAndNeverInIt() {
    assertThat(read().notes().file())
        .isEqualTo(home.resolve(".local/share/chesterton-notes/notes.db"));
    assertThat(read("store=/srv/kernel/store").notes().file())
        .isEqualTo(Path.of("/srv/kernel/store-notes/notes.db"));
  }

  @Test
  void theDatabaseOfNotesIsNamedByTheUserAlone() throws IOException {
    write(ownFile, """
        [notes]
        url = jdbc:postgresql://db.example.org:5433/notes?sslmode=verify-full
        user = ann
        passwordFile = secret
        """);
    write(repositoryFile, "[chesterton \"notes\"]\nurl = jdbc:postgresql://evil.example/x\n");
    Settings settings = read();
    assertThat(settings.notes().url())
        .hasValue("jdbc:postgresql://db.example.org:5433/notes?sslmode=verify-full");
    assertThat(settings.notes().user()).hasValue("ann");
    assertThat(settings.notes().passwordFile())
        .hasValue(home.resolve(".config/chesterton/secret"));
    assertThat(settings.disregarded()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://h/d?user=a&password=geheim", "jdbc:mysql://h/geheim",
    "jdbc:postgresql://ann:geheim@h/d", "jdbc:postgresql:///geheim", "geheim"})
  void aDatabaseThatCannotBeMeantIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> read("notes.url=" + url)).isInstanceOf(SettingsException.class)
        .hasMessageContaining("notes.passwordFile")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void followsTheXdgVariablesThatAreAbsolute() {
    Map<String, String> environment = Map.of("XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "conf");

    Settings settings = new SettingsReader(new Surroundings(environment, home, home))
        .read(Optional.empty(), Optional.empty(), List.of());

    assertThat(settings.store()).isEqualTo(Path.of("/data/chesterton"));
    assertThat(settings.rules().folders())
        .containsExactly(home.resolve(".config/chesterton/rules"));
  }

  @Test
  void readsShortSectionsOfTheOwnFile() throws IOException {
    write(ownFile, """
        [archive "linux-erofs"]
          path = mail/erofs
          url = https://lore.kernel.org/linux-erofs/
        [tree "mainline"]
          path = ~/src/linux
          branch = master
          branch = next
        [rule]
          guard-removed = check
        """);

    Settings settings = read();

    assertThat(settings.archives()).containsExactly(new ArchiveSettings("linux-erofs",
        Optional.of(ownFile.resolveSibling("mail/erofs")),
        Optional.of(URI.create("https://lore.kernel.org/linux-erofs/"))));
    assertThat(settings.trees()).containsExactly(
        new TreeSettings("mainline", home.resolve("src/linux"), List.of("master", "next")));
    assertThat(settings.rules().switches()).containsEntry("guard-removed", RuleSwitch.CHECK);
  }

  @Test
  void readsTheFormThatGitConfigWrites() throws IOException {
    write(gitFile, """
        [user]
          name = Somebody
        [chesterton "archive.linux.erofs"]
          path = /mail/erofs
        [chesterton "rule"]
          Guard-Removed = false
        """);

    Settings settings = read();

    assertThat(settings.archives()).extracting(ArchiveSettings::name)
        .containsExactly("linux.erofs");
    assertThat(settings.rules().switches()).containsEntry("guard-removed", RuleSwitch.OFF);
  }

  @Test
  void letsTheLaterPlaceWin() throws IOException {
    write(ownFile, "[chesterton]\nfailOn = check\ntheme = dark\njobs = 1\n");
    write(gitFile, "[chesterton]\nfailOn = error\ntheme = light\n");

    Settings settings = read("failOn=never", "chesterton.store=here");

    assertThat(settings.rules().failOn()).isEqualTo(FailOn.NEVER);
    assertThat(settings.pages().theme()).isEqualTo(Theme.LIGHT);
    assertThat(settings.limits().jobs()).isEqualTo(1);
    assertThat(settings.store()).isEqualTo(home.resolve("here"));
  }

  @Test
  void addsUpListsUntilAnEmptyValue() throws IOException {
    write(ownFile, "[chesterton]\nlist = a\nlist = b\n");
    write(gitFile, "[chesterton]\nlist =\nlist = c\n");

    assertThat(read("list=d").lists()).containsExactly("c", "d");
  }

  @Test
  void obeysOnlyRulesAndFailOnOfARepository() throws IOException {
    write(repositoryFile, """
        [core]
          bare = false
        [chesterton]
          failOn = error
          store = /stolen
        [chesterton "rule"]
          claim = false
        """);

    Settings settings = read();

    assertThat(settings.rules().failOn()).isEqualTo(FailOn.ERROR);
    assertThat(settings.rules().switches()).containsEntry("claim", RuleSwitch.OFF);
    assertThat(settings.store()).isEqualTo(home.resolve(".local/share/chesterton"));
    assertThat(settings.disregarded()).containsExactly(
        repositoryFile + ":5: chesterton.store is not obeyed in a repository's own configuration");
  }

  @Test
  void remembersWhereEachValueComesFrom() throws IOException {
    write(ownFile, "# comment\n[chesterton] theme = dark\n\n  list = \\\n  a\n  list = b\n");

    assertThat(read("jobs=2").inForce())
        .extracting(setting -> setting.name() + " " + setting.origin().place())
        .contains("theme " + ownFile + ":2", "list " + ownFile + ":4", "list " + ownFile + ":6",
            "jobs --config", "failOn default");
  }

  @Test
  void neverFollowsIncludes() throws IOException {
    write(home.resolve("other"), "[chesterton]\ntheme = dark\n");
    write(gitFile, "[include]\npath = other\n[includeIf \"gitdir:/\"]\npath = other\n");

    assertThat(read().pages().theme()).isEqualTo(Theme.AUTO);
  }

  @ParameterizedTest
  @CsvSource({"failon2,chesterton.failOn", "archive.x.pth,chesterton.archive.x.path",
    "tree.main.line.brunch,chesterton.tree.main.line.branch", "base-url,chesterton.baseUrl",
    "rules.claim,chesterton.rule.claim"})
  void namesTheNearestKnownKey(String unknown, String nearest) {
    assertThatThrownBy(() -> read(unknown + "=x")).isInstanceOf(SettingsException.class)
        .hasMessage("--config: unknown key 'chesterton." + unknown + "', the nearest known one is '"
            + nearest + "'");
  }

  @Test
  void namesFileAndLineOfAnUnknownKey() throws IOException {
    write(gitFile, "[user]\n\tname = x\n[chesterton]\n\tstroe = /tmp\n");

    assertThatThrownBy(this::read).isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(gitFile + ":4: unknown key 'chesterton.stroe'")
        .hasMessageEndingWith("'chesterton.store'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"failOn=sometimes", "maxMessage=lots", "maxMessage=9999999999g",
    "jobs=-1",
    "baseUrl=ftp://x/", "baseUrl=no address", "archive.x.url=file:///etc", "listen=8808",
    "listen=localhost:99999", "rule.claim=maybe", "theme=", "store=", "tree.x.branch=y",
    "archive.../etc.path=x", "archive.a/b.path=x", "nothing"})
  void refusesWhatDoesNotFitInOneLine(String override) {
    assertThatThrownBy(() -> read(override)).isInstanceOf(SettingsException.class)
        .message()
        .doesNotContain("\n")
        .contains("--config");
  }

  @ParameterizedTest
  @CsvSource({"2048,2048", "64k,65536", "32M,33554432", "1g,1073741824"})
  void readsSizesAsGitDoes(String written, int bytes) {
    assertThat(read("maxMessage=" + written).limits().maxMessageBytes()).isEqualTo(bytes);
  }

  @Test
  void saysWhichFileIsMissingOrDamaged() throws IOException {
    SettingsReader reader = new SettingsReader(new Surroundings(Map.of(), home, home));
    Path damaged = write(home.resolve("damaged"), "[chesterton\nx\n");

    assertThatThrownBy(
        () -> reader.read(Optional.of(Path.of("gone")), Optional.empty(), List.of()))
        .hasMessage("cannot open '" + home.resolve("gone") + "': no such file");
    assertThatThrownBy(() -> reader.read(Optional.of(damaged), Optional.empty(), List.of()))
        .hasMessageStartingWith(damaged + ": not in git-config syntax");
  }

  @Test
  void eachLimitCanBeSet() {
    for (SettingKey key : SettingKey.values()) {
      if (key.isLimit()) {
        String standard = read().limits().of(key) + "";
        assertThat(read(key.template() + "=" + standard).limits().of(key)).asString()
            .isEqualTo(standard);
      }
    }
    assertThat(read("limit.depth=7").limits().of(SettingKey.LIMIT_DEPTH)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit.header=0", "limit.header=1000g", "limit.depth=-1", "limit.parts=0",
    "limit.boundary=1", "limit.files=many", "limit.ratio=1",
    "limit.unpacked=99999999999999999999g", "limit.text="})
  void anAbsurdLimitIsNamedWithKeyAndBounds(String written) {
    String key = written.substring(0, written.indexOf('='));
    assertThatThrownBy(() -> read(written)).isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("--config: chesterton." + key + " is '")
        .hasMessageContaining("must be a number from ");
  }

  @Test
  void anAbsurdLimitInAFileIsNamedWithItsLine() throws IOException {
    write(ownFile, "[limit]\n\tdepth = 0\n");
    assertThatThrownBy(this::read).hasMessage(
        ownFile + ":2: chesterton.limit.depth is '0', must be a number from 1 to 1000");
  }

  private Settings read(String... overrides) {
    return new SettingsReader(new Surroundings(Map.of(), home, home))
        .read(Optional.empty(), Optional.of(repositoryFile), List.of(overrides));
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }
}
