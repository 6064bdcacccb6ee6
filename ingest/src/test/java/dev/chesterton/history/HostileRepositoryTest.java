package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.change.FilePath;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repository with everything that makes git run, fetch or write something (SECURITY.md, section
 * 3).
 */
@Timeout(30)
class HostileRepositoryTest {

  @TempDir
  Path folder;

  private Path gitDir;
  private Path canary;
  private CommitId first;
  private CommitId second;

  @BeforeEach
  void layTraps() throws IOException {
    gitDir = folder.resolve("tree.git");
    canary = folder.resolve("canary");
    try (TestTree made = new TestTree(gitDir)) {
      first = made.commit(Map.of(".gitattributes", "* diff=trap filter=trap\n", "a", "1\n"),
          "true");
      CommitId forged = made.commit(Map.of("a", "forged\n"), "forged", first);
      second = made.commit(Map.of(".gitattributes", "* diff=trap filter=trap\n", "a", "2\n"),
          "true",
          first);
      made.point("refs/replace/" + second, forged);
      made.point("refs/replace/" + first, forged);
    }
    Path script = Files.writeString(folder.resolve("trap.sh"), "#!/bin/sh\ntouch " + canary + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.copy(script, Files.createDirectories(gitDir.resolve("hooks")).resolve("post-checkout"));
    Files.writeString(gitDir.resolve("config"), """
        [core]
          repositoryformatversion = 1
          fsmonitor = %1$s
          hooksPath = %2$s
          sshCommand = %1$s
          pager = %1$s
          editor = %1$s
          attributesFile = /dev/zero
          worktree = /
          gitProxy = %1$s
        [include]
          path = /dev/zero
        [includeIf "gitdir:/"]
          path = /dev/zero
        [diff]
          external = %1$s
        [diff "trap"]
          textconv = %1$s
          command = %1$s
        [filter "trap"]
          clean = %1$s
          smudge = %1$s
          process = %1$s
          required = true
        [extensions]
          partialClone = origin
        [remote "origin"]
          url = ext::%1$s
          promisor = true
          uploadpack = %1$s
        [gc]
          auto = 1
        """.formatted(script, folder));
  }

  @Test
  void readsItWithoutRunningOrChangingAnything() {
    Map<String, String> before = files();

    readEverything();

    assertThat(canary).doesNotExist();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void doesNotObeyReplaceRefs() {
    try (SourceTree tree = open()) {
      assertThat(tree.commit(second).orElseThrow().title()).isEqualTo("true");
      assertThat(tree.fileAt(first, new FilePath("a"))).contains("1\n");
    }
  }

  @Test
  void doesNotReadObjectsBorrowedFromOutside() throws IOException {
    Path outside = folder.resolve("outside.git");
    CommitId secret;
    try (TestTree made = new TestTree(outside)) {
      secret = made.commit(Map.of("secret", "1\n"));
    }
    Path alternates = gitDir.resolve("objects/info/alternates");
    Files.createDirectories(alternates.resolveSibling("."));
    Files.writeString(alternates, outside.resolve("objects") + "\n");

    try (SourceTree tree = open()) {
      assertThat(tree.commit(secret)).isEmpty();
      assertThat(tree.resolve(secret.hex())).isEqualTo(new Resolution.Unknown());
      assertThat(tree.commit(second)).isPresent();
    }
  }

  @Test
  void readsObjectsBorrowedFromInside() throws IOException {
    CommitId borrowed;
    try (TestTree made = new TestTree(gitDir.resolve("modules/inside.git"))) {
      borrowed = made.commit(Map.of("b", "1\n"));
    }
    Files.createDirectories(gitDir.resolve("objects/info"));
    Files.writeString(gitDir.resolve("objects/info/alternates"),
        "# a comment\n../modules/inside.git/objects\n");

    try (SourceTree tree = open()) {
      assertThat(tree.commit(borrowed)).isPresent();
    }
  }

  @Test
  void endsWhenFoldersBorrowFromEachOther() throws IOException {
    Files.createDirectories(gitDir.resolve("objects/info"));
    Files.writeString(gitDir.resolve("objects/info/alternates"), ".\n../objects\n");

    readEverything();
  }

  @Test
  void refusesPipesAndDevices() throws IOException {
    Files.delete(gitDir.resolve("HEAD"));
    Files.createSymbolicLink(gitDir.resolve("HEAD"), Path.of("/dev/zero"));

    assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class);

    Files.delete(gitDir.resolve("HEAD"));
    Files.writeString(gitDir.resolve("HEAD"), "ref: refs/heads/master\n");
    Files.createSymbolicLink(gitDir.resolve("packed-refs"), Path.of("/dev/zero"));

    assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("packed-refs' is not a regular file");
  }

  @Test
  void doesNotFollowCommondirElsewhere() throws IOException {
    Path elsewhere = folder.resolve("elsewhere.git");
    CommitId secret;
    try (TestTree made = new TestTree(elsewhere)) {
      secret = made.commit(Map.of("secret", "1\n"));
    }
    Files.writeString(gitDir.resolve("commondir"), elsewhere + "\n");

    try (SourceTree tree = open()) {
      assertThat(tree.commit(secret)).isEmpty();
    }
  }

  @Test
  void saysWhichCommitIsDamaged() throws IOException {
    Path object = gitDir.resolve("objects")
        .resolve(first.hex().substring(0, 2))
        .resolve(first.hex().substring(2));
    Files.setPosixFilePermissions(object, PosixFilePermissions.fromString("rw-------"));
    Files.write(object, new byte[]{1, 2, 3});

    assertThatThrownBy(this::readEverything).isInstanceOf(ArchiveException.class)
        .message()
        .doesNotContain("\n")
        .startsWith("tree 'test': cannot read '");
  }

  @Test
  void saysWhichFormatItCannotRead() throws IOException {
    Files.writeString(gitDir.resolve("config"),
        "[core]\nrepositoryformatversion = 1\n[extensions]\nobjectFormat = sha256\n");

    assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("stores sha256 objects");
  }

  private void readEverything() {
    try (SourceTree tree = open();
        Stream<Commit> commits = tree.commits(Optional.empty(), Checkpoint.START)) {
      assertThat(commits).extracting(Commit::id).containsExactly(first, second);
      assertThat(tree.fileAt(second, new FilePath("a"))).contains("2\n");
      assertThat(tree.isAncestor(first, second, 9)).contains(true);
      assertThat(tree.filesIn(second, "")).isNotEmpty();
      assertThat(tree.resolve(second.abbreviated())).isEqualTo(new Resolution.Found(second));
    }
  }

  private SourceTree open() {
    return SourceTree.open(gitDir, "test");
  }

  /** Each path below the folder with time and size. */
  private Map<String, String> files() {
    try (Stream<Path> paths = Files.walk(folder)) {
      Map<String, String> files = new TreeMap<>();
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(path.toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
