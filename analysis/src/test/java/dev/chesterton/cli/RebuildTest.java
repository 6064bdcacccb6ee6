package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Archives;
import dev.chesterton.Checkout;
import dev.chesterton.Git;
import dev.chesterton.index.Index;
import dev.chesterton.index.KnownSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {
  @TempDir
  private Path home;
  private TestOutside outside;
  private Path box = Path.of("");
  private Path tree = Path.of("");

  @BeforeEach
  void make() throws IOException {
    outside = new TestOutside(home);
    box = Files.copy(Checkout.sample("removed-worker.mbox"), home.resolve("box.mbox"));
    tree = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), home.resolve("cairnfs.git"));
    outside.run("ingest", "--list", "l", "box.mbox", "--tree", "t=cairnfs.git");
  }

  @Test
  void withoutArgumentsItReadsAllTheStoreWasMadeFrom() throws IOException {
    Files.createDirectories(store().resolve("mirror"));
    Files.writeString(store().resolve("notes.db"), "kept");
    String before = everything();
    assertThat(outside.run("ingest", "--rebuild")).isZero();
    assertThat(outside.out()).contains("l  box.mbox  23 new mails", "t  cairnfs.git  ",
        "the index of '" + store() + "' is made anew");
    assertThat(everything()).isEqualTo(before);
    assertThat(store().resolve("notes.db")).hasContent("kept");
    assertThat(store().resolve("mirror")).isDirectory();
  }

  @Test
  void settingsAndStoreAddUp() throws IOException {
    Files.copy(Checkout.sample("lock-discussion.mbox"), home.resolve("more.mbox"));
    assertThat(outside.run("--config", "archive.more.path=more.mbox", "--config",
        "archive.l.path=box.mbox", "ingest", "--rebuild")).isZero();
    assertThat(outside.out()).containsOnlyOnce("l  box.mbox  ")
        .contains("more  more.mbox  ", "t  cairnfs.git  ");
  }

  @Test
  void anArchiveIsReadInTheFormatItWasReadInBefore() throws IOException {
    String mail = "From: a@example.org\nMessage-ID: <1@x>\n\n>From here\n\n>>From there\n";
    Files.writeString(home.resolve("o.mbox"), Archives.SEPARATOR + mail + "\n");
    outside.run("ingest", "--list", "o", "--format", "mboxo", "o.mbox");
    String before = text();
    assertThat(before).contains("From here\\n", "\\n>>From there\\n");

    outside.run("ingest", "--rebuild");
    assertThat(text()).isEqualTo(before);
    outside.run("ingest", "--list", "o", "o.mbox");
    assertThat(outside.out()).contains(" 0 new mails");
    outside.run("--config", "archive.o.path=o.mbox", "ingest", "--rebuild");
    assertThat(text()).isEqualTo(before);

    outside.run("ingest", "--rebuild", "--list", "o", "--format", "auto", "o.mbox");
    assertThat(text()).contains("\\n>From there\\n");
  }

  private String text() {
    outside.run("show", "--format", "json", "1@x");
    return outside.out();
  }

  @Test
  void eachBranchOfATreeIsReadAgain() throws IOException {
    Git.run(tree, "branch", "stable", "master~3");
    String[] both = {"--store", "two", "--config", "tree.t.path=cairnfs.git", "--config",
      "tree.t.branch=stable", "--config", "tree.t.branch=master"};
    assertThat(outside.run(with(both, "ingest"))).isZero();
    List<KnownSource> known = Index.sources(home.resolve("two"));
    assertThat(known).extracting(KnownSource::key)
        .containsExactly("tree t master",
            "tree t stable");
    outside.run("--store", "two", "search", "--count", "cairnfs");
    String count = outside.out();

    for (String[] settings : List.of(both, new String[]{"--store", "two"})) {
      assertThat(outside.run(with(settings, "ingest", "--rebuild"))).isZero();
      assertThat(outside.out().lines()).filteredOn(line -> line.startsWith("t  ")).hasSize(2);
      assertThat(Index.sources(home.resolve("two"))).isEqualTo(known);
      outside.run("--store", "two", "search", "--count", "cairnfs");
      assertThat(outside.out()).isEqualTo(count);
    }
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void onlyWhatIsNamedIsInTheNewOneAndTheRestIsTold() {
    assertThat(outside.run("ingest", "--rebuild", "--list", "l", "box.mbox")).isZero();
    assertThat(outside.err())
        .isEqualToIgnoringNewLines("W: tree t: not named, so it will not be in the store any more");
    outside.run("search", "--count", "writepage");
    assertThat(outside.out().strip()).isNotEqualTo("0");
  }

  @Test
  void anArchiveThatIsGoneIsToldAndTheStoreStays() throws IOException {
    Files.delete(box);
    String before = everything();
    assertThat(outside.run("ingest", "--rebuild")).isEqualTo(66);
    assertThat(outside.err()).startsWith("chesterton: '" + box
        + "', from which l was read, is not there any more, the store is left as it was: ")
        .hasLineCount(1);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void anArchiveThatCannotBeReadLeavesTheStore() throws IOException {
    Files.writeString(tree.resolve("HEAD"), "nonsense");
    String before = everything();
    assertThat(outside.run("ingest", "--rebuild")).isEqualTo(74);
    assertThat(outside.err()).contains("tree 't'",
        "the store '" + store() + "' is left as it was").hasLineCount(2);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whereThereIsNothingToReadItSaysSo() {
    assertThat(outside.run("--store", "none", "ingest", "--rebuild")).isEqualTo(2);
    assertThat(home.resolve("none")).doesNotExist();
  }

  private String everything() {
    outside.run("search", "--format", "json", "-n", "1000", "a* OR b* OR c* OR d* OR t*");
    String mails = outside.out();
    outside.run("search", "--format", "json", "-n", "1000", "cairnfs");
    return mails + outside.out();
  }

  private Path store() {
    return home.resolve(".local/share/chesterton");
  }
}
