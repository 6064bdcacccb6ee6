package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import dev.chesterton.index.IndexUpdate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input is named in one line, with the exit code that belongs to it, and nothing else is lost. */
class BadInputTest {
  @TempDir
  private Path home;
  private TestOutside outside;

  @BeforeEach
  void open() throws IOException {
    outside = new TestOutside(home);
    Files.writeString(home.resolve("noise"), "\u0000\u0001 neither header nor mail");
    Files.createDirectories(home.resolve("empty"));
    Files.writeString(home.resolve("zero"), "");
    Files.writeString(home.resolve("reply.eml"), """
        From: A <a@example.org>
        Message-ID: <r@example.org>
        Date: Mon, 10 Jun 2024 10:00:00 +0000
        Subject: Re: nothing to apply

        Indeed.
        """);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ingest --list x nowhere           | 66 | /nowhere'
      ingest --list x noise             | 65 | noise
      ingest --list x empty             | 65 | empty
      ingest --tree t=empty             | 65 | empty
      ingest --tree empty               | 2  | write it as NAME=REPO
      ingest                            | 2  | nothing to ingest
      show nowhere                      | 66 | no store in
      show noise                        | 65 | noise
      --store x check reply.eml         | 66 | no store in
      check nobody@example.org          | 66 | no store in
      search fix                        | 66 | no store in
      --config nonsense=1 search fix    | 78 | nonsense
      --config-file nowhere search fix  | 78 | nowhere
      check --as-of yesterday x         | 2  | --as-of 'yesterday'
      check                             | 2  | name a patch
      show zero                         | 65 | zero' is empty
      show -                            | 65 | nothing on standard input
      show elsewhere                    | 66 | no file 'elsewhere', and no store in
      -C nowhere search fix             | 66 | -C 'nowhere' is no folder
      link --repo empty --all           | 66 | no store in
      explain -                         | 66 | no store in
      search --xyz a                    | 2  | unknown option '--xyz'; see 'chesterton help search'
      search -x a                       | 2  | unknown option '-x'; see 'chesterton help search'
      search --fromat json a            | 2  | unknown option '--fromat'; did you mean '--format'?
      check --all x                     | 2  | name a patch
      link 12345                        | 2  | '12345' is neither a commit id
      link --min surely 1234567         | 2  | surely
      search "s:                        | 2  | no closing "
      """)
  void oneLineThatNamesTheThing(String arguments, int exitCode, String named) {
    assertThat(outside.run(arguments.split(" +"))).as(outside.err()).isEqualTo(exitCode);
    assertThat(outside.err()).startsWith("chesterton: ").contains(named).hasLineCount(1);
    assertThat(outside.err()).doesNotContain("Exception");
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void aMailWithoutAPatchIsNoPatch() throws Exception {
    SampleStore samples = SampleStore.in(home.resolve("samples"));
    assertThat(outside.run("--store", samples.folder().toString(), "check", "reply.eml"))
        .isEqualTo(65);
    assertThat(outside.err()).isEqualToIgnoringNewLines("chesterton: no patch in 'reply.eml'");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      link --repo empty --all           | 65 | empty' is not a git repository; name its work tree or git folder
      explain -                         | 65 | nothing on standard input
      check -                           | 65 | nothing on standard input
      explain zero                      | 65 | zero' is empty
      explain -L 1 --repo empty f.c     | 66 | empty' is not a git repository; name its work tree or git folder
      rules test empty                  | 2  | is a folder; name a file of it
      """)
  void oneLineAlsoWhereThereIsAStore(String arguments, int exitCode, String named)
      throws Exception {
    Path store = SampleStore.in(home.resolve("samples")).folder();
    String all = "--store " + store + " " + arguments;
    assertThat(outside.run(all.split(" +"))).as(outside.err()).isEqualTo(exitCode);
    assertThat(outside.err()).startsWith("chesterton: ").contains(named).hasLineCount(1);
    assertThat(outside.err()).doesNotContain("Exception", "chesterton.tree");
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void anUnknownMessageIdIsNamed() throws Exception {
    SampleStore samples = SampleStore.in(home.resolve("samples"));
    assertThat(outside.run("--store", samples.folder().toString(), "show", "nobody@example.org"))
        .isEqualTo(66);
    assertThat(outside.err())
        .contains("'nobody@example.org' is neither a file nor a Message-ID of the store");
  }

  @Test
  void aDamagedPatchIsReadAsFarAsItGoesAndSaysSo() throws Exception {
    SampleStore samples = SampleStore.in(home.resolve("samples"));
    String whole = Files.readString(Checkout.sample("removed-worker.mbox"), StandardCharsets.UTF_8);
    int start = whole.lastIndexOf("\nFrom ", whole.indexOf("<" + SampleStore.REMOVAL + ">")) + 1;
    int hunk = whole.indexOf("@@ ", whole.indexOf("diff --git", start));
    int cut = whole.indexOf("\n-", hunk + 200);
    Files.writeString(home.resolve("damaged.mbox"), whole.substring(start, cut) + "\n");
    assertThat(outside.run("show", "--format", "json", "damaged.mbox")).isZero();
    assertThat(outside.out()).contains("\"kind\":\"patch\"", "\"hunks\":[{", "\"problems\":[{");
    assertThat(outside.run("--store", samples.folder().toString(), "check", "--format", "json",
        "damaged.mbox"))
        .isIn(0, 1);
  }

  @Test
  void aSecondWriterIsToldWhoHoldsTheStore() throws Exception {
    Path store = home.resolve("held");
    try (IndexUpdate _ = IndexUpdate.open(store, "pid 4711 since noon")) {
      assertThat(outside.run("--store", store.toString(), "ingest", "--list", "x", Checkout.sample(
          "lock-discussion.mbox").toString())).isEqualTo(75);
      assertThat(outside.err()).contains("pid 4711 since noon").hasLineCount(1);
    }
  }

  @Test
  void oneUnreadableMailOfManyIsNamedAndTheOthersGoIn() throws IOException {
    String good = """
        From a@example.org Mon Jun 10 10:00:00 2024
        From: A <a@example.org>
        Message-ID: <good%d@example.org>
        Date: Mon, 10 Jun 2024 10:00:00 +0000
        Subject: one

        text

        """;
    String odd = """
        From b@example.org Mon Jun 10 10:00:00 2024
        \u0007no header at all

        body

        """;
    Files.writeString(home.resolve("mixed.mbox"), good.formatted(1) + odd + good.formatted(2));
    outside.run("ingest", "--list", "mixed", "mixed.mbox");
    assertThat(outside.run("search", "--count", "mid:good1@example.org OR mid:good2@example.org"))
        .isZero();
    assertThat(outside.out()).isEqualToIgnoringNewLines("2");
  }

  @Test
  void nothingIsWrittenOutsideOfTheStore() throws Exception {
    SampleStore samples = SampleStore.in(home.resolve("samples"));
    Path quiet = Files.createDirectories(home.resolve("quiet"));
    TestOutside elsewhere = new TestOutside(quiet);
    elsewhere.run("--store", samples.folder().toString(), "check", SampleStore.REMOVAL);
    elsewhere.run("show", Checkout.sample("marks-lost-copy.txt").toString());
    elsewhere.run("show", "nobody@example.org");
    elsewhere.run("search", "fix");
    try (Stream<Path> files = Files.walk(quiet)) {
      assertThat(files).containsExactly(quiet);
    }
  }
}
