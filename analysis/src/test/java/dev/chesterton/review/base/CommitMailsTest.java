package dev.chesterton.review.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import dev.chesterton.change.Change;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.history.Commit;
import dev.chesterton.history.SourceTree;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.SeriesBuilder;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails made of commits, beside those that git format-patch makes of them; git alone slides hunks to nicer places. */
class CommitMailsTest {
  @TempDir
  private Path folder;
  private Path bare;

  @BeforeEach
  void makeTree() throws IOException {
    bare = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), folder.resolve("cairnfs.git"));
  }

  private List<Commit> commits() {
    try (SourceTree tree = SourceTree.open(bare, "cairnfs");
        Stream<Commit> all = tree.commits(Optional.empty(), Checkpoint.START)) {
      return all.toList();
    }
  }

  private List<Posting> mails(List<Commit> commits) {
    return new CommitMails(bare, ReadLimits.DEFAULT).of(commits);
  }

  @Test
  void theySayWhatTheMailsOfGitSay() throws IOException {
    List<Commit> commits = commits();
    List<Posting> mails = mails(commits);
    for (int at = 0; at < commits.size(); at++) {
      Patch ours = (Patch) mails.get(at);
      Patch gits = (Patch) formatPatch(commits.get(at));
      assertThat(ours.author()).isEqualTo(gits.author());
      assertThat(ours.subject().title()).isEqualTo(gits.subject().title());
      assertThat(ours.log().strip()).isEqualTo(gits.log().strip());
      assertThat(ours.trailers()).extracting(trailer -> trailer.key() + trailer.value())
          .isEqualTo(gits.trailers()
              .stream()
              .map(trailer -> trailer.key() + trailer.value())
              .toList());
      assertThat(lines(ours.change())).isEqualTo(lines(gits.change()));
    }
  }

  private static List<String> lines(Change change) {
    return change.files()
        .stream()
        .flatMap(file -> Stream.concat(
            Stream.of(file.kind() + " " + file.oldPath() + " " + file.newPath()),
            file.lines().map(line -> line.oldLine() + ":" + line.newLine() + line.signed())))
        .toList();
  }

  private Posting formatPatch(Commit commit) throws IOException {
    String mail = Git.run(bare, "format-patch", "--histogram", "--no-indent-heuristic", "--stdout",
        "--root", "-1",
        commit.id().hex());
    return PatchParser.read(
        new RawMail(mail.substring(mail.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8),
            new Provenance.InFile(bare, 0), RawMail.Form.MAIL),
        ReadLimits.DEFAULT).value();
  }

  /** Years lie between the commits, and they have many authors. */
  @Test
  void theyAreOneSeries() {
    List<Commit> commits = commits();
    assertThat(SeriesBuilder.gather(mails(commits))).singleElement()
        .satisfies(series -> assertThat(series.patches()).hasSize(commits.size()));
  }

  @Test
  void movesAndOddNamesComeThrough() {
    Change moves = new Change(List.of(
        new FileChange(FileChange.Kind.RENAMED, new FilePath("a b.c"), new FilePath("c\"d.c"),
            false, List.of()),
        new FileChange(FileChange.Kind.COPIED, new FilePath("x"), new FilePath("y\n-- z"), false,
            List.of()),
        new FileChange(FileChange.Kind.MODIFIED, new FilePath("é.bin"), new FilePath("é.bin"), true,
            List.of())));
    Commit commit = commits().getLast();
    Commit moving = new Commit(commit.id(), commit.author(), commit.authored(),
        commit.committed(), "title\n\ntext\n---\ndiff --git a/x b/x\n", commit.parents(), moves,
        List.of());
    Patch patch = (Patch) mails(List.of(moving)).getFirst();
    assertThat(patch.change()).isEqualTo(moves);
  }
}
