package dev.chesterton.link;

import dev.chesterton.change.FilePath;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.patch.SubjectParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How like a mail is to a commit, measured in the ways that survive what happens between the two: a maintainer mends
 * lines, changes the title, takes another author's address; rarely all of it.
 *
 * @param mail the posting
 * @param shared lines in common, each side of the diff for itself
 * @param lines those in common by all lines of both (Jaccard's index), 0 to 1
 * @param rarity weight of the lines in common, see {@link dev.chesterton.index.LineQuery#rarity}
 * @param samePatchId both diffs are the same to git
 * @param sameChangeId Gerrit's hook gave both one name
 * @param title words of the titles in common, 0 to 1; see {@link Titles}
 * @param samePerson author of the commit and of the patch
 * @param sameSecond the mail was sent in the second that is the author date of the commit: {@code git am} takes it over
 * @param log lines of the two logs in common, by all, trailers left out; 0 where there is none
 * @param paths files in common by all files, where a path may lack folders in front
 * @param age from the mail to the commit; negative where it was sent later
 */
record Likeness(ChangeDigest mail, int shared, double lines, double rarity, boolean samePatchId,
    boolean sameChangeId, double title, boolean samePerson, boolean sameSecond, double log,
    double paths,
    Duration age) {

  /** Lines that weigh this much, a rare one or two common ones, are half a proof. */
  private static final double HALF_PROOF = 4;

  /** Patches wait, but after a year the same author has come back to the same place with something else. */
  private static final Duration LONG_WAIT = Duration.ofDays(365);

  /** @param rarity of the lines in common, 0 where others have more */
  static Likeness of(ChangeDigest commit, ChangeDigest mail, double rarity) {
    int shared = commit.added().shared(mail.added()) + commit.removed().shared(mail.removed());
    int all = commit.added().size() + commit.removed().size() + mail.added().size()
        + mail.removed().size() - shared;
    int logShared = commit.log().shared(mail.log());
    return new Likeness(mail, shared, share(shared, all), rarity,
        commit.patchId().isPresent() && commit.patchId().equals(mail.patchId()),
        commit.changeId().isPresent() && commit.changeId().equals(mail.changeId()),
        isReply(mail) ? 0 : Titles.similarity(commit.title(), mail.title()),
        commit.author().samePerson(mail.author()),
        mail.made().getEpochSecond() == commit.made().getEpochSecond(),
        share(logShared, commit.log().size() + mail.log().size() - logShared),
        paths(commit.paths(), mail.paths()),
        Duration.between(mail.made(), commit.head().instant()));
  }

  /** The title of a reply is that of what it answers, whatever diff it suggests. */
  private static boolean isReply(ChangeDigest mail) {
    return mail.head() instanceof MailHead head && head.kind() == MailKind.REPLY;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A patch may be made in a sub-folder, and a tree be part of another. */
  private static double paths(List<FilePath> ours, List<FilePath> theirs) {
    int common = 0;
    for (FilePath path : ours) {
      common += theirs.stream().anyMatch(path::endsLike) ? 1 : 0;
    }
    return share(common, ours.size() + theirs.size() - common);
  }

  /** Sent to be applied: the subject says so. */
  boolean isMarked() {
    return mail.head() instanceof MailHead head && head.kind() == MailKind.PATCH
        && SubjectParser.parse(head.title()).isPatch();
  }

  /**
   * How sure it is that mail and commit are the same change, 0 to 1: what lines, title, date and name leave in
   * doubt, multiplied, taken from 1.
   */
  double score() {
    return 1 - (1 - byLines()) * (1 - byTitle()) * (1 - byDate()) * (1 - byName());
  }

  /** What the lines alone say. Those of a change to other files by another person are a copy: its twin in the kernel. */
  double byLines() {
    if (samePatchId) {
      return 0.98;
    }
    double proof = rarity / (rarity + HALF_PROOF);
    return 0.98 * proof * Math.pow(lines, 1.25) * (samePerson || paths > 0 ? 1 : 0.7);
  }

  /**
   * What the title says: the same title in the same files by the same person is a patch that was reworked; in other files
   * it is a sibling, and a near title with no lines behind it a successor.
   */
  double byTitle() {
    double near = title > 0.6 ? Math.pow((title - 0.5) / 0.5, 2) : 0;
    double lineSupport = title == 1 ? 1 : Math.min(1, 0.4 + 3 * lines);
    double waited = age.compareTo(LONG_WAIT) > 0 ? 0.5 : 1;
    return near * lineSupport * waited * (samePerson ? 0.7 : 0.4) * (0.3 + 0.7 * paths);
  }

  /** What the date says: siblings are sent in the same second too, so something else has to agree. */
  double byDate() {
    if (!sameSecond) {
      return 0;
    }
    double related = Math.max(Math.max(lines, title), paths);
    return related >= 0.5 ? 0.9 : 0.2;
  }

  /** The name goes along through every version, so it tells the patch and not the version. */
  double byName() {
    return sameChangeId ? 0.9 : 0;
  }

  /** How near this version is to the commit: lines first, the date where lines leave it open, then the log. */
  double nearness() {
    return (samePatchId ? 1 : lines) + (sameSecond ? 0.3 : 0) + 0.1 * log;
  }

  /** What speaks for it, strongest first. */
  List<Evidence> evidence(ChangeDigest commit) {
    List<Evidence> evidence = new ArrayList<>();
    if (samePatchId) {
      evidence.add(new Evidence.SamePatchId(commit.patchId().orElseThrow().hex()));
    }
    if (sameChangeId) {
      evidence.add(new Evidence.SameChangeId(commit.changeId().orElseThrow()));
    }
    if (sameSecond) {
      evidence.add(new Evidence.SentAtAuthorDate(mail.head().instant()));
    }
    if (shared > 0) {
      evidence.add(new Evidence.CommonLines(shared, commit.added().size() + commit.removed().size(),
          mail.added().size() + mail.removed().size()));
    }
    if (title > 0.6) {
      evidence.add(new Evidence.SimilarTitle(title));
    }
    if (samePerson) {
      evidence.add(new Evidence.SameAuthor(mail.author().display()));
    }
    return evidence;
  }
}
