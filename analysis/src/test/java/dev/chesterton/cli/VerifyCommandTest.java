package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir
  private Path home;
  private TestOutside outside;
  private Path store = Path.of("");
  private Path box = Path.of("");
  private Path tree = Path.of("");

  @BeforeEach
  void make() throws IOException {
    outside = new TestOutside(home);
    store = home.resolve(".local/share/chesterton");
    box = Files.copy(Checkout.sample("removed-worker.mbox"), home.resolve("box.mbox"));
    tree = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), home.resolve("cairnfs.git"));
    outside.run("ingest", "--list", "l", "box.mbox", "--tree", "t=cairnfs.git");
  }

  @Test
  void aSoundStoreSaysWhatWasLookedAt() {
    assertThat(outside.run("verify")).isZero();
    assertThat(outside.out()).startsWith("store '" + store + "', generation 2, is sound: ")
        .contains("; 23 mails and ", " commits from 2 archives and trees")
        .hasLineCount(1);
    assertThat(outside.err()).isEmpty();
    assertThat(outside.run("verify", "--deep")).isZero();
    assertThat(outside.out()).contains("2 of 2 archives and trees are as they were read")
        .hasLineCount(2);
    assertThat(outside.run("-q", "verify", "--deep")).isZero();
    assertThat(outside.out()).isEmpty();
  }

  @Test
  void aBrokenStoreIsNamedWithFileAndWayOutWhichMendsIt() throws IOException {
    for (String file : files()) {
      Path path = store.resolve("index").resolve(file);
      byte[] bytes = Files.readAllBytes(path);
      bytes[bytes.length - 1] ^= 1;
      Files.write(path, bytes);
      assertThat(outside.run("verify")).as(file).isEqualTo(74);
      assertThat(outside.out()).isEmpty();
      assertThat(outside.err()).startsWith("chesterton: store '" + store + "' is broken: " + file)
          .endsWith("chesterton: make it anew with 'chesterton --store " + store
              + " ingest --rebuild'" + System.lineSeparator())
          .hasLineCount(2);
      bytes[bytes.length - 1] ^= 1;
      Files.write(path, bytes);
    }
    String any = files().getFirst();
    Files.delete(store.resolve("index").resolve(any));
    assertThat(outside.run("verify")).isEqualTo(74);
    assertThat(outside.err()).contains("is broken: " + any + ": is missing");
    assertThat(outside.run("ingest", "--rebuild")).as(outside.err()).isZero();
    assertThat(outside.run("verify", "--deep")).isZero();
  }

  @Test
  void archivesThatChangedAreToldAndTheStoreIsSound() throws IOException {
    Files.delete(box);
    Git.run(tree, "update-ref", "-d", "refs/heads/master");
    Git.run(tree, "reflog", "expire", "--expire=now", "--all");
    Git.run(tree, "gc", "--prune=now", "--quiet");
    assertThat(outside.run("verify", "--deep")).isZero();
    assertThat(outside.err()).contains("W: l " + box + ": is not there any more",
        "W: tree t: the commit up to which it was read is gone");
    assertThat(outside.out()).contains("0 of 2 archives and trees are as they were read");
  }

  @Test
  void withoutAStoreThereIsNothingToExamine() {
    assertThat(outside.run("--store", "none", "verify")).isEqualTo(66);
    assertThat(outside.err()).contains("no store in '").hasLineCount(1);
    assertThat(home.resolve("none")).doesNotExist();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(store.resolve("index"))) {
      return files.map(file -> file.getFileName().toString())
          .filter(file -> !file.equals("write.lock"))
          .sorted()
          .toList();
    }
  }
}
