package dev.chesterton.web;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.change.Citations;
import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.StoredCommit;
import dev.chesterton.link.Citing;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All the store and the trees say of a commit id.
 *
 * @param hex as asked for
 * @param title as the tree has it, or as most of those who cite it write it; may be empty
 * @param candidates commits of the trees that begin so, where there are several
 * @param stored message and head, where one tree has it
 * @param whole with its change, where that tree is at hand
 * @param fixes what it says it repairs
 * @param repairedBy commits that say they repair or revert it, by date
 * @param cited where it is cited, by date
 * @param mails patch mails it may have come from, best first
 */
record CommitFacts(String hex, String title, List<CommitHead> candidates,
    Optional<StoredCommit> stored, Optional<Commit> whole, List<OfCommit> fixes,
    List<CommitHead> repairedBy, List<Citing> cited, List<Link> mails) {

  private static final int MOST_REPAIRS = 100;

  static CommitFacts of(String hex, List<CommitHead> known, Optional<CommitReference> reference,
      Snapshot snapshot) {
    Optional<CommitHead> one = known.stream().filter(_ -> known.size() == 1).findFirst();
    Optional<StoredCommit> stored = one.flatMap(head -> snapshot.index().commit(head.id()));
    String title = one.map(CommitHead::title)
        .or(() -> reference.map(found -> found.commit().title()))
        .orElse("");
    return new CommitFacts(hex, title, known.size() > 1 ? known : List.of(), stored,
        one.flatMap(snapshot.trees()::of), stored.map(CommitFacts::fixes).orElse(List.of()),
        repairs(hex, snapshot), reference.map(CommitReference::citedIn).orElse(List.of()),
        reference.map(CommitReference::mails).orElse(List.of()));
  }

  boolean isKnown() {
    return stored.isPresent();
  }

  private static List<OfCommit> fixes(StoredCommit commit) {
    return Citations.of(commit.message())
        .stream()
        .filter(citation -> citation instanceof OfCommit cited && repairs(cited))
        .map(citation -> (OfCommit) citation)
        .toList();
  }

  private static List<CommitHead> repairs(String hex, Snapshot snapshot) {
    return snapshot.index()
        .commitsCiting(hex, Instant.MAX, MOST_REPAIRS)
        .stream()
        .filter(head -> snapshot.index()
            .commit(head.id())
            .filter(commit -> fixes(commit).stream().anyMatch(fix -> same(fix, hex)))
            .isPresent())
        .toList();
  }

  private static boolean repairs(OfCommit cited) {
    return cited.form() == CommitForm.FIXES || cited.form() == CommitForm.REVERTS;
  }

  private static boolean same(Citation.OfCommit cited, String hex) {
    return cited.hex().startsWith(hex) || hex.startsWith(cited.hex());
  }
}
