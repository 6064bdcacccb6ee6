package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.MaskedId;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.mail.MessageId;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions a store answers, as of its last commit. Lists are in a fixed order that does not depend on how the
 * store came to be. Safe for use by several threads.
 */
public interface Index extends AutoCloseable {

  /** Most mails of one thread; longer ones are endless bot threads, where the oldest are kept. */
  int MAX_THREAD = 5_000;

  /**
   * Opens the index in a store folder for reading.
   *
   * @throws StoreException where there is none, or it cannot be read
   */
  static Index open(Path store) {
    return open(store, ReadLimits.DEFAULT);
  }

  /** As above, with the limits mails were read with when they came into the store. */
  static Index open(Path store, ReadLimits limits) {
    return LuceneIndex.open(store, limits);
  }

  /**
   * As above, by plain reads: a little slower, and what is read of a large store does not count as memory of the process.
   */
  static Index openUnmapped(Path store, ReadLimits limits) {
    return LuceneIndex.openUnmapped(store, limits);
  }

  /** One in which nothing is, for who asks about a patch where there is no store. */
  static Index empty() {
    return new EmptyIndex();
  }

  /**
   * The archives and trees a store was made from, in the order of their names; none where there is no store. A store
   * that is damaged can say it as long as its last commit can be read.
   */
  static List<KnownSource> sources(Path store) {
    return SourceMemory.of(store);
  }

  /**
   * What the last commit of a store says of itself, without opening the index: in a fraction of the time.
   *
   * @throws StoreException where there is none, or it cannot be read
   */
  static StoreCommit lastCommit(Path store) {
    return StoreFiles.lastCommit(store);
  }

  /** How much is in a store, for who asks nothing else of it. */
  static StoreCounts counts(Path store) {
    // To map files for a question or two costs more than it saves.
    try (Index index = openUnmapped(store, ReadLimits.DEFAULT)) {
      return index.counts();
    }
  }

  /** All mails with this id, the canonical one (smallest content hash) first; several where an id was used twice. */
  List<StoredMail> mails(MessageId id);

  /** The canonical mail with this id. */
  default Optional<StoredMail> mail(MessageId id) {
    return mails(id).stream().findFirst();
  }

  /**
   * All mails that hang together with this one by reply headers, by date; empty where neither the mail nor an answer to
   * it is here. Cut at {@link #MAX_THREAD} mails.
   */
  List<ThreadMember> thread(MessageId id);

  /** Mails that name this one in In-Reply-To or References, by date. */
  List<MailHead> answers(MessageId id);

  /** Commits whose id begins so, by id. */
  List<CommitHead> commits(String hexPrefix, int limit);

  Optional<StoredCommit> commit(CommitId id);

  /** Mails that cite a commit whose id begins so, or by a shorter form of it; by date. */
  List<MailHead> citing(String hexPrefix, Instant until, int limit);

  /** Commits whose message cites a commit whose id begins so, or by a shorter form of it; by date. */
  List<CommitHead> commitsCiting(String hexPrefix, Instant until, int limit);

  /** Mails that name this one by its id, also with a hidden domain; by date. */
  List<MailHead> naming(MessageId id, Instant until, int limit);

  /** Mails an id with a hidden domain may mean, by date. */
  List<MailHead> masked(MaskedId id, Instant until, int limit);

  /** Commits whose message names this mail in a link. */
  List<CommitHead> commitsLinking(MessageId id, Instant until, int limit);

  /** Changes that share lines, heaviest overlap first. */
  List<Overlap> overlapping(LineQuery query);

  /** How many changes did something before. */
  Tally tally(TallyQuery query);

  /** In how many changes of the store a line was added or removed. */
  long occurrences(LineKey key);

  /** Patch mails and suggested diffs, or commits, that a question fits, newest first. */
  List<ChangeDigest> changes(ChangeQuery query, Among among, Instant until, int limit);

  /** A commit of a tree with what it changed; empty for a merge. */
  Optional<ChangeDigest> commitChange(CommitId id);

  /**
   * The commits of a tree that change something, oldest first, page by page.
   *
   * @param after the last one of the page before; empty for the first page
   */
  List<ChangeDigest> commitChanges(String tree, Optional<ChangeDigest> after, int limit);

  /** Mails or commits that match, in the order the search asks for. */
  Hits search(SearchQuery query);

  /** In how many mails and commits a word stands in text, title or changed lines; 0 for an unknown word. */
  long frequency(String word);

  /**
   * Mails that were written into the store after a generation of it, also where only a list was added; in the order of
   * their keys, which does not change from commit to commit.
   *
   * @param criterion what they have to be like besides
   * @param generation 0 for all mails
   * @param after {@link MailPage#last} of the page before; empty for the first one
   */
  MailPage written(Criterion criterion, long generation, String after, int limit);

  /** How far an archive has been read. */
  Checkpoint checkpoint(String source);

  /** How far those archives have been read whose source begins so, by source. */
  Map<String, Checkpoint> checkpoints(String begin);

  /** Which store this is, at the price of nothing. */
  StoreState state();

  /** How much is in the store; cheaper than {@link #summary}. */
  StoreCounts counts();

  /** What is in the store. */
  StoreSummary summary();

  @Override
  void close();
}
