package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import dev.chesterton.change.FilePath;
import dev.chesterton.history.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code explain} for lines of files, and for mails at hand. */
class ExplainCommandTest {
  private static final String FILE = "fs/cairnfs/writepage.c";
  private static final String WORKER = "static void cairnfs_writepage_fixup_worker(struct";
  private static final String FIX = "959b8db9d11e";
  private static final String FIX_MAIL = "1309953842-11874-1-git-send-email-priya@example.net";
  private static final String EARLIER_ATTEMPT = "20201116081925.90211-1-yannick.okafor@example.com";

  @TempDir
  private static Path folder = Path.of("");

  private static SampleStore samples = new SampleStore(Path.of(""), Path.of(""));
  private static List<String> file = List.of();
  private static TestOutside outside = new TestOutside(Path.of(""));

  @BeforeAll
  static void make() throws IOException {
    samples = SampleStore.in(folder);
    outside = new TestOutside(folder);
    try (SourceTree tree = SourceTree.open(samples.tree(), "t")) {
      file = tree.fileAt(tree.head(Optional.empty()), new FilePath(FILE))
          .orElseThrow()
          .lines()
          .toList();
    }
  }

  private static int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--store", samples.folder().toString()));
    all.addAll(List.of(arguments));
    return outside.run(all.toArray(String[]::new));
  }

  /** 1-based. */
  private static int worker() {
    return file.indexOf(file.stream()
        .filter(line -> line.startsWith(WORKER))
        .findFirst()
        .orElseThrow()) + 1;
  }

  private static String tree() {
    return "tree.cairnfs.path=" + samples.tree();
  }

  @Test
  void aLineOfATreeHasWhoWroteItForWhatAndWhoTriedToRemoveIt() {
    assertThat(run("--config", tree(), "explain", "-L", worker() + "", FILE)).isZero();
    assertThat(outside.out()).startsWith(FILE + ":" + worker() + ": " + WORKER)
        .contains("  in: tree cairnfs at ", ", line " + worker() + " by git blame from " + FIX,
            "  wrote it: " + FIX, "    a fix: \"Fixes: 2c93af4498dd",
            "    posted as: " + FIX_MAIL, "    repaired by: 86d8ef4ce36f",
            "  tried to remove: " + EARLIER_ATTEMPT + " 2020-11-16")
        .doesNotContain("first here: " + FIX_MAIL);
    assertThat(outside.err()).isEmpty();
  }

  @Test
  void theFirstLineIsTheAddressOfThePageWhereThereIsAServer() {
    assertThat(run("--config", tree(), "--config", "baseUrl=https://fences.example.org/",
        "explain", "-L", "3,4", FILE)).isZero();
    assertThat(outside.out())
        .startsWith("https://fences.example.org/file/" + FILE + "?line=3\n" + FILE + ":3: ");
    assertThat(run("--config", "baseUrl=https://fences.example.org", "explain",
        SampleStore.REMOVAL, FIX)).isZero();
    assertThat(outside.out())
        .startsWith("https://fences.example.org/review/" + SampleStore.REMOVAL + "/\n")
        .contains("\nhttps://fences.example.org/commit/" + FIX);
  }

  @Test
  void jsonHasTheSameFacts() {
    assertThat(run("--config", tree(), "explain", "-L", worker() + "", "--format=json", FILE))
        .isZero();
    assertThat(outside.out()).startsWith("{\"schema\":1,\"url\":null,\"path\":\"" + FILE + "\"")
        .contains("\"blame\":[{\"from_line\":" + worker(), "\"causes\":[{", FIX, FIX_MAIL,
            EARLIER_ATTEMPT, "\"too_common_to_tell\":0");
  }

  @Test
  void aRepositoryThatIsNotReadWillDo() {
    assertThat(run("--config", tree(), "explain", "-L", worker() + "", FILE)).isZero();
    String told = outside.out().substring(outside.out().indexOf("  wrote it"));
    assertThat(run("explain", "--repo", samples.tree().toString(), "-L", worker() + "", FILE))
        .isZero();
    assertThat(outside.out()).endsWith(told);
  }

  /** What the editor shows counts: the line is found where it stands in the tree. */
  @Test
  void aLineOfAFileBeingWorkedOnIsSoughtByItsText() throws IOException {
    Path top = Files.createDirectories(folder.resolve("work"));
    Files.createDirectory(top.resolve(".git"));
    Path copy = top.resolve(FILE);
    Files.createDirectories(top.resolve("fs/cairnfs"));
    List<String> changed = new ArrayList<>(file);
    changed.addAll(2, List.of("int cairnfs_of_mine;", "int cairnfs_of_mine_too;"));
    Files.write(copy, changed);
    String[] inside = {"-C", top.resolve("fs").toString(), "--config", tree(), "explain", "-L"};
    assertThat(run(with(inside, worker() + 2 + "", "cairnfs/writepage.c"))).isZero();
    assertThat(outside.out()).startsWith(FILE + ":" + (worker() + 2) + ": " + WORKER)
        .contains(", line " + worker() + " by git blame from " + FIX);
    assertThat(run(with(inside, "3,4", "cairnfs/writepage.c"))).isEqualTo(1);
    assertThat(outside.out()).contains("  not in: tree cairnfs at ", "  nothing found: ");
  }

  @Test
  void withoutATreeTheLinesOfTheStoreTell() throws IOException {
    Path copy = folder.resolve("alone").resolve(FILE);
    Files.createDirectories(folder.resolve("alone/fs/cairnfs"));
    Files.write(copy, file);
    assertThat(run("-C", folder.resolve("alone").toString(), "explain", "-L", worker() + "", FILE))
        .isZero();
    assertThat(outside.out()).contains("  adds it: " + FIX, "  no git blame: no tree is ",
        "  tried to remove: " + EARLIER_ATTEMPT);
  }

  @Test
  void evidenceAfterADateIsPassedOver() {
    assertThat(run("--config", tree(), "explain", "--as-of", "2015-01-01", "-L", worker() + "",
        FILE)).isZero();
    assertThat(outside.out()).contains("repaired by: 86d8ef4ce36f")
        .doesNotContain("231558bb64e0", EARLIER_ATTEMPT);
  }

  private static String[] with(String[] begin, String... end) {
    List<String> all = new ArrayList<>(List.of(begin));
    all.addAll(List.of(end));
    return all.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      -L x f.c            | 2  | -L 'x' names no lines: write N or N,M
      -L 0 f.c            | 2  | -L '0' names no lines
      -L 5,2 f.c          | 2  | -L '5,2': the second number is the last line
      -L 1,999 f.c        | 2  | at most 200 lines
      -L 3 .              | 2  | '.' is a folder
      -L 3 a.c b.c        | 2  | -L goes with one file, not 2
      -L 3 f.c            | 66 | no file 'f.c', and no tree to look into: name one with --repo
      -L 9 short.c        | 2  | 'short.c' has 1 lines; -L 9 is behind its end
      -L 3 --repo no f.c  | 66 | no'; --repo names a work tree
      --repo no 1234567   | 2  | --repo goes with -L
      nowhere.mbox        | 66 | no file '
      """)
  void oneLineThatNamesTheThing(String arguments, int exitCode, String named) throws IOException {
    Files.writeString(folder.resolve("short.c"), "int x;\n");
    assertThat(run(with(new String[]{"explain"}, arguments.split(" +")))).as(outside.err())
        .isEqualTo(exitCode);
    assertThat(outside.err()).startsWith("chesterton: ").contains(named).hasLineCount(1);
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void aMailOnStandardInputIsExplainedAsTheOneOfTheStore() throws IOException {
    assertThat(run("explain", SampleStore.REMOVAL)).isZero();
    String known = outside.out();
    byte[] mail = Files.readAllBytes(mail(SampleStore.REMOVAL));
    assertThat(outside.runWith(mail, "--store", samples.folder().toString(), "explain", "-"))
        .isZero();
    assertThat(outside.out()).isEqualTo(known);
    assertThat(run("explain", mail(SampleStore.REMOVAL).toString())).isZero();
    assertThat(outside.out()).isEqualTo(known);
  }

  @Test
  void aPatchThatWasNeverSentIsExplainedByItsLines() throws IOException {
    String unsent = Files.readString(mail(SampleStore.REMOVAL))
        .replace(SampleStore.REMOVAL, "not-sent@example.com");
    Path patch = Files.writeString(folder.resolve("0001-mine.patch"), unsent);
    assertThat(run("explain", patch.toString())).isZero();
    assertThat(outside.out()).startsWith("not-sent@example.com ")
        .contains("  lines came from: " + FIX, "  tried before: ");
  }

  @Test
  void aMailWithoutADiffTellsWhatItNames() throws IOException {
    String reply = "20240611083340.lq5wjvtk7n2hd4ea@sova.example.com";
    assertThat(run("explain", mail(reply).toString())).isZero();
    assertThat(outside.out()).startsWith(reply).contains("  names: 20110628171436.GA4711@");
  }

  /** One mail of the samples, as a file. */
  private static Path mail(String id) throws IOException {
    assertThat(run("search", "--format=mboxrd", "mid:" + id)).as(outside.err()).isZero();
    return Files.write(folder.resolve("one.mbox"), outside.bytes());
  }

  @Test
  void ofAFolderOfMailsThoseThatSaySomethingAreTold() {
    assertThat(run("explain", Checkout.sample("removed-worker.mbox").toString())).isZero();
    assertThat(outside.out()).contains("\n" + SampleStore.REMOVAL + " ");
  }
}
