package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import dev.chesterton.SampleStore;
import dev.chesterton.jobs.JobLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestCommandTest {
  @TempDir
  private Path home;
  private TestOutside outside;

  @BeforeEach
  void open() throws IOException {
    outside = new TestOutside(home);
    Files.writeString(home.resolve("one.mbox"), mails(1, 1));
    Files.writeString(home.resolve("three.mbox"), mails(2, 4));
    Files.writeString(home.resolve("noise"), "\u0000\u0001 neither header nor mail");
  }

  @Test
  void eachArchiveHasALineWithItsCounts() {
    assertThat(outside.run("ingest", "--list", "l", "one.mbox", "three.mbox")).isZero();
    assertThat(outside.out().lines().map(line -> line.replaceAll("   [0-9.]+ s$", "")))
        .containsExactly(
            "l  one.mbox  1 new mail (0 patches, 0 with something odd), 0 known, 0 taken back, 0 skipped",
            "l  three.mbox  3 new mails (0 patches, 0 with something odd), 0 known, 0 taken back, 0 skipped");
    assertThat(outside.err()).isEmpty();
  }

  @Test
  void anArchiveThatCannotBeReadIsToldAndTheOthersGoOn() {
    assertThat(outside.run("ingest", "--list", "l", "nowhere", "one.mbox", "noise", "three.mbox"))
        .isEqualTo(3);
    assertThat(outside.err().lines()).hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("chesterton: no such file or folder: '"),
            line -> assertThat(line).startsWith("chesterton: no mail in '"));
    assertThat(outside.out()).contains("one.mbox  1 new", "three.mbox  3 new").hasLineCount(2);
    assertThat(count()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"66,nowhere nirgends", "65,noise", "74,noise nowhere"})
  void whereNothingCouldBeReadTheCodeSaysWhy(int code, String paths) {
    assertThat(outside.run(("ingest --list l " + paths).split(" "))).isEqualTo(code);
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void aDamagedEpochHindersNoOther() throws IOException {
    epoch(home.resolve("l/git/0.git"), 1);
    epoch(home.resolve("l/git/1.git"), 2);
    Files.writeString(home.resolve("l/git/0.git/HEAD"), "nonsense");
    assertThat(outside.run("ingest", "l")).isEqualTo(3);
    assertThat(outside.err()).contains("l/git/0.git").hasLineCount(1);
    assertThat(outside.out()).contains("l  git/1.git  2 new mails");
  }

  @Test
  void quietSaysOnlyWhatIsWrong() {
    assertThat(outside.run("-q", "ingest", "--list", "l", "one.mbox", "noise")).isEqualTo(3);
    assertThat(outside.out()).isEmpty();
    assertThat(outside.err()).contains("noise").hasLineCount(1);
  }

  @Test
  void aHundredWarningsAreShownAndHowManyMoreThereAre() throws IOException {
    Path epoch = home.resolve("0.git");
    epoch(epoch, 1);
    StringBuilder empty = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      empty.append("commit refs/heads/master\ncommitter c <c@example.org> 1656072000 +0000\n")
          .append("data 1\nx\ndeleteall\nM 100644 inline x")
          .append(i)
          .append("\ndata 1\nx\n");
    }
    Files.writeString(home.resolve("empty.fi"), empty);
    Git.fastImport(home.resolve("empty.fi"), epoch);
    assertThat(outside.run("ingest", "--list", "l", "0.git")).isEqualTo(3);
    assertThat(outside.err().lines()).hasSize(101)
        .last()
        .isEqualTo("W: and 50 more; -v names them all");
    assertThat(outside.run("-v", "--store", "other", "ingest", "--list", "l", "0.git"))
        .isEqualTo(3);
    assertThat(outside.err()).hasLineCount(150);
  }

  @Test
  void oddMailsAreNamedWhereAllIsAskedFor() throws IOException {
    Path box = home.resolve("odd.mbox");
    Files.writeString(box, mails(1, 1).replace("Date: 01", "X-Day: 01"));
    assertThat(outside.run("--store", "a", "ingest", "--list", "l", "odd.mbox")).isZero();
    assertThat(outside.out()).contains("1 new mail (0 patches, 1 with something odd)");
    assertThat(outside.err()).isEmpty();
    assertThat(outside.run("--store", "b", "-v", "ingest", "--list", "l", "odd.mbox")).isZero();
    assertThat(outside.err()).startsWith("W: odd: " + box + ":")
        .contains("no date")
        .hasLineCount(1);
  }

  @Test
  void whatIsSkippedIsOnRecordWithItsBytes() throws IOException {
    Files.move(home.resolve("one.mbox"), Files.createDirectory(home.resolve("l")).resolve("a.eml"));
    Files.writeString(home.resolve("l/b.mbox"), "\u0000\u0001".repeat(110));
    assertThat(outside.run("ingest", "l")).isEqualTo(3);
    assertThat(new JobLog(store()).read().value()).singleElement()
        .satisfies(job -> assertThat(job.archives().getFirst().counts().skippedBytes())
            .isEqualTo(220));
  }

  @Test
  void aBarOnATerminalIsGoneBeforeTheSummary() {
    AtomicLong clock = new AtomicLong();
    TestOutside terminal = new TestOutside(home, true, () -> clock.addAndGet(1_000_000_000));
    assertThat(terminal.run("ingest", "--list", "l", "three.mbox")).isZero();
    assertThat(terminal.err()).startsWith("\rl  three.mbox  1 mail  ").endsWith(" \r");
    assertThat(terminal.out()).hasLineCount(1).doesNotContain("\r");
    assertThat(terminal.run("ingest", "--progress=none", "--list", "l", "three.mbox")).isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.run("-q", "ingest", "--progress", "bar", "--list", "l", "three.mbox"))
        .isZero();
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void elsewhereItIsALineFromTimeToTime() {
    AtomicLong clock = new AtomicLong();
    TestOutside log = new TestOutside(home, false, () -> clock.addAndGet(6_000_000_000L));
    assertThat(log.run("ingest", "--list", "l", "three.mbox")).isZero();
    assertThat(log.err()).startsWith("l  three.mbox  2 mails  ").hasLineCount(1);
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    assertThat(outside.run("ingest", "--dry-run", "--list", "l", "one.mbox", "three.mbox"))
        .isZero();
    assertThat(outside.out()).contains("1 new mail", "3 new mails")
        .endsWith("nothing was written: this was a dry run" + System.lineSeparator());
    assertThat(outside.runWith(mails(9, 9).getBytes(StandardCharsets.UTF_8), "ingest", "--dry-run",
        "--list", "l", "-")).isZero();
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(home::relativize).map(Path::toString))
          .containsExactlyInAnyOrder("one.mbox", "three.mbox", "noise");
    }
  }

  @Test
  void mailsBeforeADayArePassedOverUntilTheyAreWanted() {
    assertThat(outside.run("ingest", "--since", "2024-06-03", "--list", "l", "three.mbox"))
        .isZero();
    assertThat(outside.out()).contains("2 new mails", ", 1 passed over,");
    assertThat(outside.run("ingest", "--list", "l", "three.mbox")).isZero();
    assertThat(outside.out()).contains("1 new mail", "2 known");
  }

  @Test
  void standardInputBecomesAnArchiveOfTheStore() throws IOException {
    byte[] mails = mails(7, 8).getBytes(StandardCharsets.UTF_8);
    assertThat(outside.runWith(mails, "ingest", "--list", "l", "-")).isZero();
    assertThat(outside.out()).contains("2 new mails");
    assertThat(outside.runWith(mails, "ingest", "--list", "l", "-")).isZero();
    assertThat(outside.out()).contains("0 new mails");
    try (Stream<Path> files = Files.list(store().resolve("stdin"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(outside.run("ingest", "--rebuild")).isZero();
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void standardInputThatIsNoMailIsNotKept() throws IOException {
    assertThat(outside.runWith(new byte[]{0, 1, 2}, "ingest", "--list", "l", "-")).isEqualTo(65);
    try (Stream<Path> files = Files.list(store().resolve("stdin"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void longMailsAreCutWhereTheOptionSays() {
    assertThat(outside.run("ingest", "--max-message", "1k", "--list", "linux-cairnfs", Checkout
        .sample("removed-worker.mbox")
        .toString())).isZero();
    assertThat(outside.out()).containsPattern("[1-9][0-9]* with something odd");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --max-message 12 one.mbox           | --max-message '12' must be a number from 1024 to 2147483647
      --jobs many one.mbox                | --jobs 'many' must be a number from 0 to 1024
      --since yesterday one.mbox          | --since 'yesterday' is neither a date
      --format mbx one.mbox               | --format 'mbx' is none of auto, mboxrd, mboxo, mboxcl2, maildir
      --list a/b one.mbox                 | --list 'a/b' cannot be a name
      --tree a/b=x                        | --tree 'a/b' cannot be a name
      -                                   | of which list is the standard input? add --list
      --rebuild --dry-run one.mbox        | leave --dry-run out
      --rebuild --since 2024-01-01 noise  | leave --since out
      --progress fast one.mbox            | fast
      """)
  void wrongUsageIsToldBeforeAnythingIsDone(String arguments, String told) {
    assertThat(outside.run(("ingest " + arguments).split(" +"))).isEqualTo(2);
    assertThat(outside.err()).contains(told).hasLineCount(1);
    assertThat(store()).doesNotExist();
  }

  @Test
  void aFormatThatIsNamedIsTheOneThatIsRead() {
    assertThat(outside.run("ingest", "--format", "mboxrd", "--list", "l", "one.mbox")).isZero();
    assertThat(outside.run("ingest", "--format", "maildir", "--list", "l", "one.mbox"))
        .isEqualTo(65);
    assertThat(outside.err()).contains("Maildir").hasLineCount(1);
  }

  @Test
  void treesAreReadWithTheirNames() throws IOException {
    Path bare = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), home.resolve("cairnfs.git"));
    assertThat(outside.run("ingest", "--tree", SampleStore.TREE + "=" + bare)).isZero();
    assertThat(outside.out()).containsPattern("cairnfs  cairnfs.git  [1-9][0-9]* new commits");
  }

  private long count() {
    outside.run("search", "--count", "f:ann");
    return Long.parseLong(outside.out().strip());
  }

  private Path store() {
    return home.resolve(".local/share/chesterton");
  }

  /** Numbered letters in an mbox, each sent on its day of June 2024. */
  private static String mails(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> """
        From ann@example.org Sat Jun 01 10:00:00 2024
        From: Ann <ann@example.org>
        Message-ID: <%d@example.org>
        Date: %02d Jun 2024 10:00:00 +0000
        Subject: letter %d

        text

        """.formatted(i, i, i)).collect(Collectors.joining());
  }

  /** An epoch with so many letters. */
  private void epoch(Path folder, int count) throws IOException {
    StringBuilder stream = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      String mail = mails(i, i).substring(mails(i, i).indexOf('\n') + 1);
      stream.append("commit refs/heads/master\ncommitter c <c@example.org> 1656072000 +0000\n")
          .append("data 1\nx\ndeleteall\nM 100644 inline m\ndata ")
          .append(mail.length())
          .append('\n')
          .append(mail)
          .append('\n');
    }
    Path text = Files.writeString(home.resolve("epoch.fi"), stream);
    Git.fastImport(text, folder);
    Files.delete(text);
  }
}
