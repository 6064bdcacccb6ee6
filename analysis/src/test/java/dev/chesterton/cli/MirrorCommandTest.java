package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.InboxServer;
import dev.chesterton.source.Mirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorCommandTest {
  @TempDir
  private Path home;
  private InboxServer server;
  private TestOutside outside;

  @BeforeEach
  void serve() throws IOException {
    addEpoch("linux-btrfs", 0);
    addEpoch("linux-btrfs", 1);
    addEpoch("linux-xfs", 0);
    server = new InboxServer(home.resolve("www"));
    server.publish();
    outside = new TestOutside(home);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void copiesTheInboxOfAnAddressAndThenWhatIsNew() throws IOException {
    assertThat(mirror(address("linux-btrfs/"))).isZero();
    assertThat(outside.out()).matches(
        "linux-btrfs  2 epochs, 2 new, 0 fetched, 0 rewritten, 0 failed   \\d+\\.\\d s\\R");
    assertThat(outside.err()).isEmpty();

    addEpoch("linux-btrfs", 2);
    server.publish();
    assertThat(mirror(address("linux-btrfs/"))).isZero();
    assertThat(outside.out()).startsWith("linux-btrfs  3 epochs, 1 new, 0 fetched");
  }

  @Test
  void copiesAllListsOfAServerOrThoseThatMatch() {
    assertThat(mirror("--include", "linux-x*", address(""))).isZero();
    assertThat(outside.out()).startsWith("linux-xfs  1 epoch, 1 new").hasLineCount(1);

    assertThat(mirror(address(""))).isZero();
    assertThat(outside.out()).contains("linux-btrfs  2 epochs, 2 new",
        "linux-xfs  1 epoch, 0 new");
  }

  @Test
  void listNamesOneOfManyAndRenamesOneAlone() {
    assertThat(mirror("--list", "linux-xfs", address(""))).isZero();
    assertThat(copy("linux-xfs", 0)).isDirectory();
    assertThat(mirror("--list", "xfs", address("linux-xfs/"))).isZero();
    assertThat(copy("xfs", 0)).isDirectory();
  }

  @Test
  void withoutAddressCopiesTheArchivesOfTheSettings() {
    assertThat(mirror("--config", "archive.btrfs.url=" + address("linux-btrfs/"), "--config",
        "archive.none.path=/nowhere")).isZero();
    assertThat(outside.out()).startsWith("btrfs  2 epochs").hasLineCount(1);
    assertThat(copy("btrfs", 1)).isDirectory();
  }

  @Test
  void serverThatIsDownDoesNotEndTheRun() throws IOException {
    String down = new Down().address();

    assertThat(mirror("--config", "archive.a.url=" + down, "--config",
        "archive.btrfs.url=" + address("linux-btrfs/"))).isEqualTo(3);
    assertThat(outside.out()).startsWith("btrfs  2 epochs, 2 new");
    assertThat(outside.err()).startsWith("W: a: cannot mirror '" + down).hasLineCount(1);

    assertThat(mirror("--config", "archive.a.url=" + down)).isEqualTo(74);
    assertThat(mirror(down)).isEqualTo(74);
    assertThat(outside.err()).startsWith("chesterton: cannot mirror").hasLineCount(1);
  }

  @Test
  void whatIsLeftOutIsListedWithoutItsControlCharacters() throws IOException {
    server.manifest("/manifest.js.gz",
        "{\"/a\\u001b]0;x/git/0.git\":{},\"/linux-xfs/git/0.git\":{},\"/linux-xfs/git/7.git\":{}}");

    assertThat(mirror(address(""))).isEqualTo(3);
    assertThat(outside.out())
        .startsWith("linux-xfs  2 epochs, 1 new, 0 fetched, 0 rewritten, 1 failed");
    assertThat(outside.err())
        .contains("W: " + address("manifest.js.gz") + ": '/a\\x1b]0;x/git/0.git'",
            "W: linux-xfs/git/7.git: not fetched from '" + address("linux-xfs/git/7.git'"))
        .doesNotContain("\u001b")
        .hasLineCount(2);
  }

  @Test
  void placeWithoutArchiveIsNone() {
    server.answer("/manifest.js.gz", 404, Map.of(), new byte[0]);

    assertThat(mirror(address(""))).isEqualTo(65);
    assertThat(outside.err()).contains("no public-inbox at");
    assertThat(mirror("--include", "git*", address("linux-xfs/"))).isEqualTo(65);
    assertThat(outside.err()).contains("it has linux-xfs");
  }

  @Test
  void secondMirrorNamesTheFirst() {
    try (Mirror first = new Mirror(home.resolve("store"), "pid 17")) {
      assertThat(first).isNotNull();
      assertThat(mirror(address("linux-btrfs/"))).isEqualTo(75);
      assertThat(outside.err()).contains("is being written by pid 17").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      mirror                        | nothing to mirror: name a URL, or set chesterton.archive.<name>.url
      mirror ftp://x/y              | URL 'ftp://x/y' must begin with http:// or https:// and a host
      mirror https://a:b@x/y        | URL 'https://a:b@x/y' must have neither user nor '?' nor '#': archives are public
      mirror linux-btrfs            | URL 'linux-btrfs' must begin with http:// or https:// and a host
      mirror --include [ https://x/ | --include '[' is no pattern: Missing ']; write it as linux-*
      """)
  void wrongUsageIsOneLine(String arguments, String told) {
    assertThat(outside.run(arguments.split(" "))).isEqualTo(2);
    assertThat(outside.err()).isEqualTo("chesterton: " + told + System.lineSeparator());
  }

  @Test
  void wrongAddressOfTheSettingsIsWrongConfiguration() {
    assertThat(mirror("--config", "archive.a.url=https://x/y?z")).isEqualTo(78);
    assertThat(outside.err()).contains("chesterton.archive.a.url is 'https://x/y?z', must have");
  }

  private int mirror(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "--store";
    all[1] = home.resolve("store").toString();
    all[2] = "mirror";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return outside.run(all);
  }

  private String address(String path) {
    return server.address(path).toString();
  }

  private Path copy(String list, int number) {
    return home.resolve("store/mirror/" + list + "/git/" + number + ".git");
  }

  private void addEpoch(String list, int number) throws IOException {
    Path text = Files.writeString(home.resolve("epoch.fi"), """
        commit refs/heads/master
        committer list <l@example.org> 1600000000 +0000
        data 1
        s
        M 100644 inline m
        data 14
        Subject: one

        """);
    Git.fastImport(text, home.resolve("www/" + list + "/git/" + number + ".git"));
  }

  /** A port on which nobody listens any more. */
  private final class Down {
    private final String address;

    Down() throws IOException {
      try (InboxServer gone = new InboxServer(home)) {
        address = gone.address("a/").toString();
      }
    }

    String address() {
      return address;
    }
  }
}
