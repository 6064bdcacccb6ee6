package dev.chesterton.review;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.link.Comment;
import dev.chesterton.link.Linker;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.PatchStep;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.link.version.VersionFinder;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.RangeDiff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compares versions of a series, and tells what became of the comments on them. */
public final class ComparisonFinder {
  private final Index index;
  private final Linker linker;
  private final Instant until;
  private final VersionFinder versions;

  /** Nothing sent after a date is looked at. */
  public ComparisonFinder(Index index, Instant until) {
    this.index = index;
    this.linker = new Linker(index);
    this.until = until;
    this.versions = VersionFinder.in(index, until);
  }

  /** All versions of the series a mail is part of; empty for what is no patch or cover letter. */
  public Optional<Lineage> lineage(MessageId id) {
    return versions.find(id);
  }

  /**
   * The versions that two mails are part of, the older first, whichever was named first.
   *
   * @return empty where they are not two versions of one series
   */
  public Optional<Comparison> compare(MessageId one, MessageId other) {
    return lineage(one).flatMap(lineage -> compare(lineage, one, other));
  }

  private Optional<Comparison> compare(Lineage lineage, MessageId one, MessageId other) {
    List<SeriesVersion> all = lineage.versions();
    int first = lineage.versionOf(one).map(all::indexOf).orElse(-1);
    int second = lineage.versionOf(other).map(all::indexOf).orElse(-1);
    int from = Math.min(first, second);
    int to = Math.max(first, second);
    return from < 0 || from == to ? Optional.empty()
        : Optional.of(compare(all.get(from), all.get(to), all.subList(from + 1, to)));
  }

  private Comparison compare(SeriesVersion older, SeriesVersion newer,
      List<SeriesVersion> between) {
    return new Comparison(older, newer, between, versions.steps(older, newer)
        .stream()
        .map(this::compared)
        .toList());
  }

  private PatchComparison compared(PatchStep step) {
    Optional<RangeDiff> diff = step.before()
        .flatMap(before -> step.after().map(after -> RangeDiff.between(before, after)));
    return new PatchComparison(step, diff, step.before()
        .map(before -> comments(before, step.after()))
        .orElse(List.of()));
  }

  /**
   * The comments on each patch of a version, held against the next one where there is one.
   *
   * @return in the order of the patches; those added by the next version are left out
   */
  public List<PatchComparison> comments(Lineage lineage, SeriesVersion version) {
    int at = lineage.versions().indexOf(version);
    if (at + 1 < lineage.versions().size()) {
      return versions.steps(version, lineage.versions().get(at + 1))
          .stream()
          .filter(step -> step.before().isPresent())
          .map(this::compared)
          .toList();
    }
    return version.patches()
        .stream()
        .map(patch -> new PatchComparison(
            new PatchStep(Optional.of(patch), Optional.empty(), List.of()),
            Optional.empty(), comments(patch, Optional.empty())))
        .toList();
  }

  private List<Comment> comments(Patch patch, Optional<Patch> next) {
    List<MailHead> thread = index.thread(patch.message().id())
        .stream()
        .map(ThreadMember::head)
        .filter(head -> !head.instant().isAfter(until))
        .toList();
    return linker.comments(patch, next, thread);
  }
}
