package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code search} prints. */
class SearchCommandTest {
  private static final String QUERY = "l:" + SampleStore.LIST;
  /** Lines that a reader of mailboxes would take for the beginning of a mail. */
  private static final String NASTY = """
      From: A <a@example.org>
      Message-ID: <nasty@example.org>
      Date: Mon, 10 Jun 2024 10:00:00 +0000
      Subject: lines that begin with From
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: 8bit

      From here on
      >From there
      >>From everywhere
      caf\u00e9, \u0007 and a tab\t

      From the end
      """;

  @TempDir
  private static Path folder = Path.of("");

  private static SampleStore samples = new SampleStore(Path.of(""), Path.of(""));
  private TestOutside outside = new TestOutside(folder);

  @BeforeAll
  static void make() throws IOException {
    samples = SampleStore.in(folder);
    Path nasty = Files.write(folder.resolve("nasty.eml"),
        NASTY.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new TestOutside(folder).run("--store", samples.folder().toString(), "ingest",
        "--list", SampleStore.LIST, nasty.toString())).isZero();
  }

  @BeforeEach
  void open() {
    outside = new TestOutside(folder);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--store", samples.folder().toString(), "search"));
    all.addAll(List.of(arguments));
    return outside.run(all.toArray(String[]::new));
  }

  private Path mailbox(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("--format=mboxrd"));
    all.addAll(List.of(options));
    assertThat(run(all.toArray(String[]::new))).as(outside.err()).isZero();
    return Files.write(folder.resolve("found.mbox"), outside.bytes());
  }

  private static List<byte[]> mails(Path mailbox) {
    List<byte[]> mails = new ArrayList<>();
    MailSources.open(mailbox, ReadLimits.DEFAULT).forEach(source -> {
      try (Reading reading = source.since(Checkpoint.START)) {
        reading.arrivals().forEach(arrival -> {
          assertThat(arrival).isInstanceOf(Arrival.Arrived.class);
          mails.add(((Arrival.Arrived) arrival).mail().bytes());
        });
      }
    });
    return mails;
  }

  @Test
  void aMailboxHasEachByteOfItsMails() throws IOException {
    assertThat(mails(mailbox("mid:nasty@example.org"))).containsExactly(
        NASTY.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new String(outside.bytes(), StandardCharsets.ISO_8859_1))
        .startsWith("From mboxrd@z ")
        .contains("\n>From here on\n>>From there\n>>>From everywhere\n");
  }

  @Test
  void theStoreMadeOfItIsTheSame() throws IOException {
    Path found = mailbox("-n", "1000", QUERY);
    assertThat(outside.err()).isEmpty();
    run("-n", "1000", "--format=jsonl", QUERY);
    String known = outside.out();
    assertThat(known).hasLineCount(mails(found).size());
    String again = folder.resolve("again").toString();
    assertThat(outside.run("--store", again, "ingest", "--list", SampleStore.LIST,
        found.toString())).isZero();
    assertThat(outside.run("--store", again, "search", "-n", "1000", "--format=jsonl", QUERY))
        .isZero();
    assertThat(outside.out()).isEqualTo(known);
  }

  @Test
  void gitSplitsItIntoTheSameMails() throws Exception {
    Path found = mailbox("-n", "1000", QUERY);
    Path split = Files.createDirectories(folder.resolve("split"));
    Program.Ended ended = Program.onPath("git")
        .run(folder, "mailsplit", "--mboxrd",
            "-o" + split, found.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    try (Stream<Path> files = Files.list(split)) {
      List<byte[]> mails = files.sorted().map(SearchCommandTest::body).toList();
      // Git keeps the separator and the empty line between two mails.
      assertThat(mails).hasSameSizeAs(mails(found));
      for (int i = 0; i < mails.size(); i++) {
        assertThat(new String(mails.get(i), StandardCharsets.ISO_8859_1)
            .replaceFirst("^From mboxrd@z .*\n", "")
            .strip())
            .isEqualTo(new String(mails(found).get(i), StandardCharsets.ISO_8859_1).strip());
      }
    }
  }

  private static byte[] body(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void otherReadersOfMailboxesCountTheSame() throws Exception {
    Path found = mailbox("-n", "1000", QUERY);
    Program.Ended ended = Program.onPath("python3")
        .run(folder, "-c",
            "import mailbox, sys; print(len(mailbox.mbox(sys.argv[1])))", found.toString());
    assertThat(ended.out().strip()).as(ended.err()).isEqualTo(mails(found).size() + "");
  }

  @Test
  void onlyMailsAreInAMailboxAndWhatIsLeftOutIsTold() throws IOException {
    assertThat(mails(mailbox("-n", "1", "fixup"))).hasSize(1);
    assertThat(outside.err()).startsWith("chesterton: 1 of ")
        .endsWith(" mails; -n takes more\n")
        .hasLineCount(1);
    assertThat(run("--format=mboxrd", "kind:commit")).isEqualTo(1);
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void linesMayEndWithNul() {
    assertThat(run("-z", "-n", "3", QUERY)).isZero();
    assertThat(outside.out()).doesNotContain("\n").endsWith("\0");
    assertThat(outside.out().split("\0")).hasSize(3);
    assertThat(run("-z", "-n", "3", "--format=jsonl", QUERY)).isZero();
    assertThat(outside.out()).startsWith("{").doesNotContain("\n").endsWith("}\0");
  }

  @Test
  void noResultsAtAllIsAMistake() {
    assertThat(run("-n", "0", QUERY)).isEqualTo(2);
    assertThat(outside.err()).isEqualTo("chesterton: -n 0 is no number of results: from 1\n");
  }
}
