package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches and ranges in the work tree of one who is about to send them, with a store that has no tree. */
class CheckRepositoryTest {
  private static final String GUARD = "fs/cairnfs/writepage.c";

  @TempDir
  private Path home;

  private Path work;
  private TestOutside outside;

  @BeforeEach
  void makeWorkTreeAndStore() throws IOException {
    Path bare = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), home.resolve("cairnfs.git"));
    work = home.resolve("work");
    git(home, "clone", "--quiet", bare.toString(), work.toString());
    outside = new TestOutside(home);
    Path box = Files.writeString(home.resolve("box"), """
        From ann@example.org Sat Jun 01 10:00:00 2024
        From: ann@example.org
        Message-ID: <1@x>
        Date: 01 Jun 2024 10:00:00 +0000
        Subject: hello

        hello
        """);
    assertThat(outside.run("ingest", "--list", "l", box.toString())).isZero();
  }

  private static String git(Path folder, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("-c", "user.name=Zoé, the sender", "-c",
        "user.email=zoe@example.org", "-c", "commit.gpgSign=false"));
    all.addAll(List.of(arguments));
    return Git.run(folder, all.toArray(String[]::new)).strip();
  }

  private int check(String... options) {
    List<String> arguments = new ArrayList<>(List.of("-C", work.toString(), "check"));
    arguments.addAll(List.of(options));
    return outside.run(arguments.toArray(String[]::new));
  }

  /** Takes out the check for a page that somebody else has cleaned, and commits that. */
  private String removeGuard() throws IOException {
    Path file = work.resolve(GUARD);
    String text = Files.readString(file);
    int at = text.indexOf("\tif (ret) {\n");
    assertThat(at).as(text).isPositive();
    int end = text.indexOf("\n\t}\n", at) + 4;
    Files.writeString(file, text.substring(0, at) + text.substring(end));
    git(work, "commit", "-qam", "cairnfs: simplify the worker");
    return git(work, "rev-parse", "HEAD");
  }

  private void commit(String file, String text, String message) throws IOException {
    Files.writeString(work.resolve(file), text);
    git(work, "add", "-A");
    git(work, "commit", "-qm", message);
  }

  @Test
  void blameTellsOfAFixThatTheStoreHasNeverSeen() throws IOException {
    removeGuard();
    check("--strict", "HEAD~1..");
    assertThat(outside.out()).startsWith("[PATCH] cairnfs: simplify the worker\n")
        .containsPattern("\\[F\\] 959b8db9d11ee1ff82c4aa3ae68ba608fccb0bef 2011-07-12 "
            + "\"Fixes: 2c93af4498dd .*\\(put up 4 of the removed lines, by git blame\\)")
        .contains("put there by 231558bb64e075fa0ec8d55357dc1efd034401bd");
  }

  /** Of a range and of the mails that git makes of it the same is said, at the same places. */
  @Test
  void aRangeIsJudgedAsItsMailsAre() throws IOException {
    removeGuard();
    commit("README", "more\n", "cairnfs: say more");
    check("--terse", "--strict", "HEAD~2..HEAD");
    String ofRange = outside.out();
    git(work, "format-patch", "-q", "-o", home.resolve("out").toString(), "HEAD~2");
    check("--terse", "--strict", "--repo", ".",
        home.resolve("out/0001-cairnfs-simplify-the-worker.patch").toString());
    assertThat(ofRange).contains(GUARD, "total: ").isEqualTo(outside.out());
  }

  @Test
  void theRangeIsOneSeriesWithItsAuthors() throws IOException {
    removeGuard();
    git(work, "commit", "-q", "--amend", "--no-edit", "--author=Ann \"A\" <ann@example.org>");
    commit("README", "more\n", "cairnfs: say more\n\nWords.\n---\nno diff\n");
    String first = git(work, "rev-parse", "HEAD~1") + "@commit.invalid";
    String second = git(work, "rev-parse", "HEAD") + "@commit.invalid";
    check("--format", "json", "HEAD~2..");
    assertThat(outside.out()).contains("\"message_id\":\"" + first + "\"",
        "\"subject\":\"[PATCH 1/2] cairnfs: simplify the worker\"",
        "\"author\":{\"name\":\"Ann A\",\"address\":\"ann@example.org\"}",
        "\"author\":{\"name\":\"Zoé, the sender\",\"address\":\"zoe@example.org\"}",
        "\"patches\":[\"" + first + "\",\"" + second + "\"]");
  }

  /** What one patch takes away and a later one puts back is no loss. */
  @Test
  void whatTheSeriesPutsBackIsNoLoss() throws IOException {
    String before = Files.readString(work.resolve(GUARD));
    removeGuard();
    commit(GUARD, before, "cairnfs: put it back");
    assertThat(check("--strict", "HEAD~2..")).as(outside.out()).isZero();
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void mergesAreLeftOut() throws IOException {
    String base = git(work, "rev-parse", "HEAD");
    commit("README", "more\n", "one side");
    git(work, "checkout", "-q", "-b", "side", base);
    commit("NEWS", "news\n", "other side");
    git(work, "merge", "-q", "--no-edit", "master");
    check("--format", "jsonl", base + "..side");
    assertThat(outside.out().lines()).hasSize(2)
        .allMatch(line -> line.contains("one side") || line.contains("other side"));
  }

  @Test
  void aRangeWithoutEndIsRefused() throws IOException {
    StringBuilder stream = new StringBuilder();
    for (int i = 1; i <= 260; i++) {
      stream.append("commit refs/heads/long\ncommitter A <a@x> ")
          .append(i)
          .append(" +0000\n")
          .append("data 1\nx");
    }
    Path text = Files.writeString(home.resolve("long.fi"), stream);
    Path repository = Git.fastImport(text, home.resolve("long.git"));
    assertThat(check("--repo", repository.toString(), "long~258..long")).isEqualTo(2);
    assertThat(outside.err()).contains("more than 256 commits");
  }

  @ParameterizedTest
  @CsvSource({"nothere..HEAD,66", "HEAD..HEAD,65", "HEAD~99999..,66", "--upload-pack=x..HEAD,2",
    "HEAD@{1}..,66", ":/cairn..HEAD,66"})
  void whatIsNoRangeIsNamed(String range, int exitCode) {
    assertThat(check(range)).as(outside.err()).isEqualTo(exitCode);
    assertThat(outside.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD~1..HEAD", "master~1..", "master^..master", "origin/master..",
    "refs/heads/master~1..HEAD"})
  void eitherSideIsNamedAsPeopleDo(String range) throws IOException {
    removeGuard();
    check("--format", "json", range);
    assertThat(outside.out()).contains("cairnfs: simplify the worker");
  }

  @Test
  void outsideOfAWorkTreeTheRepositoryHasToBeNamed() {
    assertThat(outside.run("-C", home.toString(), "check", "a..b")).isEqualTo(2);
    assertThat(outside.err()).contains("--repo");
  }

  @Test
  void theFirstCommitThatFitsIsTaken() throws IOException {
    String base = git(work, "rev-parse", "--short=12", "HEAD");
    removeGuard();
    commit("README", "more\n", "cairnfs: say more");
    git(work, "format-patch", "-q", "-o", home.toString(), "-1", "HEAD~1");
    check("--format", "json", "--repo", ".",
        home.resolve("0001-cairnfs-simplify-the-worker.patch").toString());
    assertThat(outside.out()).contains("\"notes\":[\"read against " + base + " of ");
  }

  /** Six lines further down than the patch says: the findings are told where the lines stand. */
  @Test
  void aPatchThatMovedIsToldWhereItsLinesStand() throws IOException {
    removeGuard();
    git(work, "format-patch", "-q", "-o", home.toString(), "-1");
    Path patch = home.resolve("0001-cairnfs-simplify-the-worker.patch");
    check("--terse", "--strict", "--repo", ".", patch.toString());
    int line = line();
    git(work, "reset", "-q", "--hard", "HEAD~1");
    commit(GUARD, "/*\n *\n *\n *\n *\n */\n" + Files.readString(work.resolve(GUARD)),
        "cairnfs: begin with a comment");
    check("--terse", "--strict", "--base", "HEAD", patch.toString());
    assertThat(line()).isEqualTo(line + 6);
  }

  private int line() {
    assertThat(outside.out()).startsWith(GUARD + ":");
    String rest = outside.out().substring(GUARD.length() + 1);
    return Integer.parseInt(rest.substring(0, rest.indexOf(':')));
  }

  @Test
  void aFileThatDoesNotFitTheNamedBaseIsNamed() throws IOException {
    removeGuard();
    git(work, "format-patch", "-q", "-o", home.toString(), "-1");
    check("--format", "json", "--base", "HEAD",
        home.resolve("0001-cairnfs-simplify-the-worker.patch").toString());
    assertThat(outside.out()).contains(GUARD + " does not stand like that in ");
  }

  @Test
  void nothingOfTheRepositoryIsRunOrObeyed() throws IOException {
    removeGuard();
    Path canary = home.resolve("canary");
    Path trap = Files.writeString(home.resolve("trap.sh"), "#!/bin/sh\ntouch " + canary + "\n");
    assertThat(trap.toFile().setExecutable(true)).isTrue();
    Files.writeString(work.resolve(".git/config"), """
        [core]
          fsmonitor = %1$s
          hooksPath = %2$s
          worktree = /
        [diff]
          external = %1$s
        [chesterton]
          store = /nowhere
          repo = /nowhere
          checkServer = http://127.0.0.1:1/
          rulesDir = %2$s
        [chesterton "rule"]
          removed-guard = nonsense
        """.formatted(trap, home));
    check("--format", "json", "HEAD~1..");
    assertThat(outside.out()).contains("cairnfs: simplify the worker");
    assertThat(canary).doesNotExist();
  }

  @Test
  void whereHistoryIsCutOffNobodyIsTakenForTheAuthor() throws IOException {
    removeGuard();
    Path shallow = home.resolve("shallow");
    git(home, "clone", "-q", "--depth=2", "file://" + work, shallow.toString());
    check("--strict", "--repo", shallow.toString(), "--format", "json", "HEAD~1..");
    assertThat(outside.out()).contains("history is cut off at ").doesNotContain("by git blame");
  }

  @Test
  void blameIsGivenUpAfterAWhile() throws IOException {
    removeGuard();
    AtomicLong now = new AtomicLong();
    outside = new TestOutside(home, false, () -> now.getAndAdd(2_000_000_000L));
    check("--strict", "--format", "json", "HEAD~1..");
    assertThat(outside.out()).contains("took too long and was given up");
  }
}
