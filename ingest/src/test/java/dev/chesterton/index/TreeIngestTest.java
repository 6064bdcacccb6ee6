package dev.chesterton.index;

import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.change.LineKeys;
import dev.chesterton.change.PatchId;
import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of the samples, and the mails that speak of it. */
class TreeIngestTest {
  private static final CommitId WORKER = new CommitId("959b8db9d11e" + "0".repeat(28));
  private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

  @TempDir
  private Path folder;
  private Path repository = Path.of("");
  private Path store = Path.of("");

  @BeforeEach
  void read() throws IOException {
    repository = Git.fastImport(Samples.CAIRNFS, folder.resolve("cairnfs.git"));
    store = folder.resolve("store");
  }

  @Test
  void commitsAreInWithMessageAndTree() {
    assertThat(ingest("cairnfs")).isEqualTo(new IngestReport(16, 0, 0, 0, List.of(), 0));

    assertThat(summary(store).commits()).isEqualTo(16);
    assertThat(summary(store).mails()).isZero();
    assertThat(summary(store).trees()).extracting(StoreSummary.Span::name)
        .containsExactly("cairnfs");
    StoredCommit commit = commit(worker().id());
    assertThat(commit.head().title())
        .isEqualTo("cairnfs: reserve space for pages dirtied out-of-band in a fixup worker");
    assertThat(commit.head().trees()).containsExactly("cairnfs");
    assertThat(commit.message()).startsWith(commit.head().title() + "\n\n");
  }

  @Test
  void secondRunReadsOnFromTheHead() {
    ingest("cairnfs");

    assertThat(ingest("cairnfs")).isEqualTo(new IngestReport(0, 0, 0, 0, List.of(), 0));
    assertThat(summary(store).generation()).isEqualTo(1);
    try (SourceTree tree = SourceTree.open(repository, "cairnfs")) {
      Checkpoint head = SourceTree.checkpoint(tree.head(Optional.empty()));
      assertThat(Stores.checkpoint(store, "tree cairnfs")).isEqualTo(head);
    }
  }

  @Test
  void commitOfTwoTreesIsOneThatKnowsBoth() {
    ingest("stable");
    IngestReport second = ingest("mainline");

    assertThat(second.added()).isZero();
    assertThat(second.known()).isEqualTo(16);
    assertThat(summary(store).commits()).isEqualTo(16);
    assertThat(commit(worker().id()).head().trees()).containsExactly("mainline", "stable");
  }

  @Test
  void commitsAreFoundByTheirFirstDigits() {
    ingest("cairnfs");

    assertThat(commits("8", 10)).extracting(head -> head.id().hex().substring(0, 7))
        .containsExactly("8174db0", "86d8ef4", "8a4f05a", "8be0b78");
    assertThat(commits("8", 2)).extracting(head -> head.id().hex().substring(0, 7))
        .containsExactly("8174db0", "86d8ef4");
    assertThat(commits("8A4F05A", 10)).hasSize(1);
    assertThat(commits("", 10)).isEmpty();
    assertThat(commits("8".repeat(2_000), 10)).isEmpty();
    Optional<StoredCommit> unknown = ask(store, index -> index.commit(WORKER));
    assertThat(unknown).isEmpty();
  }

  @Test
  void commitHasThePatchIdOfTheMailItCameFrom() {
    ingest("cairnfs");
    Stores.ingest(store, "list", Samples.mails(Samples.mbox("removed-worker")));
    StoredMail mail = Stores
        .mail(store, "1309953842-11874-1-git-send-email-priya@example.net")
        .orElseThrow();
    PatchId id = ((Posting.Patch) mail.posting()).patchId().orElseThrow();

    List<ChangeDigest> same = ask(store,
        index -> index.changes(new ChangeQuery.WithPatchId(id), Among.MAILS, LATE, 10));
    Optional<ChangeDigest> commit = ask(store, index -> index.commitChange(worker().id()));

    assertThat(same).extracting(change -> change.head().key()).containsExactly(mail.head().key());
    assertThat(commit.orElseThrow().patchId()).contains(id);
    assertThat(commit.orElseThrow().added()).isEqualTo(same.getFirst().added());
  }

  @Test
  void mailsCiteByMoreOrFewerDigits() {
    ingest("cairnfs");
    Stores.ingest(store, "list", Samples.mails(Samples.mbox("removed-worker")));
    String hex = worker().id().hex();

    List<String> whole = citing(hex, LATE, 100);

    // Two patches and a repair with Fixes:, then two replies to the removal.
    assertThat(whole).hasSize(5)
        .startsWith("1394104512-4521-2-git-send-email-jiri.vondracek@example.com")
        .endsWith("6a3e90d8-7741-4b0c-9c5e-d1f2338be674@example.com");
    for (int digits : List.of(12, 8, 7, 3)) {
      assertThat(citing(hex.substring(0, digits), LATE, 100)).isEqualTo(whole);
    }
    assertThat(citing(hex, LATE, 2)).isEqualTo(whole.subList(0, 2));
    assertThat(citing(hex, Instant.parse("2014-03-07T00:00:00Z"), 100))
        .isEqualTo(whole.subList(0, 1));
    assertThat(citing("f".repeat(40), LATE, 100)).isEmpty();
    assertThat(citing(hex, LATE, 0)).isEmpty();
  }

  @Test
  void commitsThatCiteDoNotUseUpTheRoomOfMails() {
    ingest("cairnfs");
    Stores.ingest(store, "list", Samples.mails(Samples.mbox("removed-worker")));
    String hex = worker().id().hex();

    List<Head.CommitHead> commits = ask(store, index -> index.commitsCiting(hex, LATE, 1));

    assertThat(commits).extracting(Head::title)
        .containsExactly("cairnfs: fix a deadlock between the fixup worker and reclaim");
    assertThat(citing(hex, LATE, 1)).hasSize(1);
  }

  @Test
  void commitsAreFoundByTheMailTheyLinkTo() {
    ingest("cairnfs");

    assertThat(linking("20110628171436.GA4711@twierzba.example.net"))
        .containsExactly(worker().title());
    assertThat(linking("20171009142233.5120-1-eloise.aubert@example.net"))
        .containsExactly("cairnfs: keep the page dirty when the fixup worker fails");
    assertThat(linking("missing@example.org")).isEmpty();
  }

  private List<String> linking(String id) {
    return ask(store, index -> index.commitsLinking(new MessageId(id), LATE, 10)).stream()
        .map(Head::title)
        .toList();
  }

  @Test
  void removedLinesLeadToTheCommitThatAddedThem() {
    ingest("cairnfs");
    Stores.ingest(store, "list", Samples.mails(Samples.mbox("removed-worker")));
    StoredMail removal = Stores.mail(store, "20240610094517.71802-1-colm.brady@example.com")
        .orElseThrow();
    LineKeys removed = ((Posting.Patch) removal.posting()).change().removedKeys();

    List<Overlap> found = ask(store, index -> index.overlapping(
        new LineQuery(removed, Side.ADDED, Among.COMMITS, removal.head().instant(), 3)));

    assertThat(found.getFirst().head().key()).isEqualTo(worker().id().hex());
    assertThat(found.getFirst().share()).isGreaterThan(0.5);
  }

  private Head.CommitHead worker() {
    return commits("959b8db", 1).getFirst();
  }

  private StoredCommit commit(CommitId id) {
    Optional<StoredCommit> commit = ask(store, index -> index.commit(id));
    return commit.orElseThrow();
  }

  private List<Head.CommitHead> commits(String hex, int limit) {
    return ask(store, index -> index.commits(hex, limit));
  }

  private List<String> citing(String hex, Instant until, int limit) {
    return ask(store, index -> index.citing(hex, until, limit)).stream().map(Head::key).toList();
  }

  private IngestReport ingest(String name) {
    try (SourceTree tree = SourceTree.open(repository, name);
        IndexUpdate update = IndexUpdate.open(store, "test")) {
      return new Ingest(update, ReadLimits.DEFAULT).commits(tree, Optional.empty());
    }
  }
}
