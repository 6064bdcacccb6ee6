package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.MaskedId;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.mail.MessageId;
import dev.chesterton.source.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has nothing, and says so to every question. */
final class EmptyIndex implements Index {

  @Override
  public List<StoredMail> mails(MessageId id) {
    return List.of();
  }

  @Override
  public List<ThreadMember> thread(MessageId id) {
    return List.of();
  }

  @Override
  public List<MailHead> answers(MessageId id) {
    return List.of();
  }

  @Override
  public List<CommitHead> commits(String hexPrefix, int limit) {
    return List.of();
  }

  @Override
  public Optional<StoredCommit> commit(CommitId id) {
    return Optional.empty();
  }

  @Override
  public List<MailHead> citing(String hexPrefix, Instant until, int limit) {
    return List.of();
  }

  @Override
  public List<CommitHead> commitsCiting(String hexPrefix, Instant until, int limit) {
    return List.of();
  }

  @Override
  public List<MailHead> naming(MessageId id, Instant until, int limit) {
    return List.of();
  }

  @Override
  public List<MailHead> masked(MaskedId id, Instant until, int limit) {
    return List.of();
  }

  @Override
  public List<CommitHead> commitsLinking(MessageId id, Instant until, int limit) {
    return List.of();
  }

  @Override
  public List<Overlap> overlapping(LineQuery query) {
    return List.of();
  }

  @Override
  public Tally tally(TallyQuery query) {
    return Tally.NONE;
  }

  @Override
  public long occurrences(LineKey key) {
    return 0;
  }

  @Override
  public List<ChangeDigest> changes(ChangeQuery query, Among among, Instant until, int limit) {
    return List.of();
  }

  @Override
  public Optional<ChangeDigest> commitChange(CommitId id) {
    return Optional.empty();
  }

  @Override
  public List<ChangeDigest> commitChanges(String tree, Optional<ChangeDigest> after, int limit) {
    return List.of();
  }

  @Override
  public Hits search(SearchQuery query) {
    return new Hits(List.of(), 0, true);
  }

  @Override
  public long frequency(String word) {
    return 0;
  }

  @Override
  public MailPage written(Criterion criterion, long generation, String after, int limit) {
    return new MailPage(List.of(), after);
  }

  @Override
  public Checkpoint checkpoint(String source) {
    return Checkpoint.START;
  }

  @Override
  public Map<String, Checkpoint> checkpoints(String begin) {
    return Map.of();
  }

  @Override
  public StoreState state() {
    return new StoreState("", 0, 0);
  }

  @Override
  public StoreCounts counts() {
    return summary().counts();
  }

  @Override
  public StoreSummary summary() {
    return new StoreSummary(0, 0, 0, 0, List.of(), List.of());
  }

  @Override
  public void close() {}
}
