package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Claim.Verdict;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.history.Commit;
import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Index;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.TestMail;
import dev.chesterton.link.TreeAt;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.SeriesBuilder;
import dev.chesterton.source.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patch says of the code, looked up in a repository made by git. */
class TreeClaimsTest {
  private static final String FREEZE = """
      int cairnfs_freeze(struct super_block *sb)
      {
      \treturn cairnfs_lock(sb, FREEZE_WRITE);
      }
      """;
  private static final String THAW = """
      static int cairnfs_thaw(struct super_block *sb)
      {
      \treturn cairnfs_unlock(sb, FREEZE_WRITE);
      }
      """;
  private static final String USERS = "\tret = cairnfs_freeze(sb);\n\tret = cairnfs_thaw(sb);\n";

  @TempDir
  private Path folder;

  private Optional<SourceTree> made = Optional.empty();
  private Optional<Index> opened = Optional.empty();

  @BeforeEach
  void makeTree() throws IOException {
    Path stream = Files.writeString(folder.resolve("stream"),
        commit("refs/heads/side", "side", 1, file("README", "side\n"))
            + commit("refs/heads/master", "first", 2, file("fs/cairnfs/super.c", FREEZE + THAW)
                + file("fs/cairnfs/ioctl.c", USERS))
            + commit("refs/heads/master", "second", 3, file("README", "words\n")));
    made = Optional
        .of(SourceTree.open(Git.fastImport(stream, folder.resolve("tree.git")), "cairnfs"));
  }

  @AfterEach
  void close() {
    opened.ifPresent(Index::close);
    made.ifPresent(SourceTree::close);
  }

  @Test
  void namesTheLinesThatStillUseAnUnusedFunction() throws IOException {
    assertThat(stillUsed("cairnfs: remove unused cairnfs_freeze", "Words.", FREEZE)).singleElement()
        .satisfies(statement -> {
          assertThat(statement.text()).isEqualTo("The message says that nothing uses what goes;"
              + " in tree cairnfs one line of the 2 files of fs/cairnfs that the series"
              + " leaves names cairnfs_freeze()");
          assertThat(statement.sources()).extracting(Excerpt::words)
              .containsExactly("cairnfs: remove unused cairnfs_freeze",
                  "fs/cairnfs/ioctl.c:1: ret = cairnfs_freeze(sb);");
        });
  }

  @Test
  void looksForUsersOfAStaticFunctionInItsFileAlone() throws IOException {
    assertThat(stillUsed("cairnfs: simplify", "This has no callers left.", THAW)).singleElement()
        .satisfies(statement -> {
          assertThat(statement.text()).contains(
              "no line of fs/cairnfs/super.c that the series leaves names cairnfs_thaw()");
          assertThat(statement.sources()).extracting(Excerpt::words)
              .containsExactly("This has no callers left.");
        });
  }

  @Test
  void saysNothingOfUsersWhereTheMessageDoesNot() throws IOException {
    assertThat(stillUsed("cairnfs: simplify", "Users of this are many.", FREEZE)).isEmpty();
  }

  @Test
  void tellsACommitThatIsNotInTheBase() {
    CommitId master = tree().head(Optional.of("master"));
    assertThat(verdict("side", master)).isEqualTo(Verdict.NOT_IN_BASE);
    assertThat(verdict("master", master)).isEqualTo(Verdict.CORRECT);
    assertThat(verdict("side", new CommitId("1".repeat(40)))).as("the base is not here")
        .isEqualTo(Verdict.CORRECT);
  }

  private Verdict verdict(String branch, CommitId base) {
    TestMail mail = TestMail.of("p", "[PATCH] cairnfs: x", "5 Jun 2024",
        TestMail.diff("a.c", "+x\n") + "\nbase-commit: " + base.hex() + "\n");
    CommitHead cited = new CommitHead(tree().head(Optional.of(branch)), "t",
        new Mailbox("Ann", "ann@t.example"), Instant.EPOCH, Instant.EPOCH, List.of("cairnfs"));
    Anchor commit = new Anchor.OfCommit(cited);
    Claim claim = new Claim(
        new OfCommit(cited.id().hex(), Optional.of("t"), CommitForm.TEXT, 1),
        new Excerpt(commit, 1, "t"), Verdict.CORRECT, commit, List.of());
    return new BaseCheck(heads(), SeriesBuilder.gather(List.of(mail.posting())).getFirst())
        .check(claim)
        .verdict();
  }

  private List<Statement> stillUsed(String title, String log, String lines) throws IOException {
    String removed = lines.lines().map(line -> "-" + line + "\n").reduce("", String::concat);
    Index index = TestMail.store(folder, TestMail.of("p", "[PATCH] " + title, "5 Jun 2024",
        log + "\n" + TestMail.diff("fs/cairnfs/super.c", removed)));
    opened = Optional.of(index);
    return new Reviewer(index, RuleBook.ofProgram(), new CommitChanges() {
      @Override
      public Optional<Commit> of(CommitHead head) {
        return Optional.empty();
      }

      @Override
      public Parsed<List<TreeAt>> heads() {
        return new Parsed<>(TreeClaimsTest.this.heads(), List.of());
      }
    }).review(new MessageId("p@t.example"), new AsOf.Now())
        .orElseThrow()
        .dossier()
        .of(Topic.STILL_USED);
  }

  private SourceTree tree() {
    return made.orElseThrow();
  }

  private List<TreeAt> heads() {
    return List.of(new TreeAt(tree(), tree().head(Optional.of("master"))));
  }

  private static String commit(String ref, String message, int seconds, String files) {
    return "commit " + ref + "\ncommitter Ann <ann@t.example> " + (1_000_000_000 + seconds)
        + " +0000\ndata " + message.length() + "\n" + message + "\n" + files + "\n";
  }

  private static String file(String path, String text) {
    return "M 100644 inline " + path + "\ndata " + text.length() + "\n" + text + "\n";
  }
}
