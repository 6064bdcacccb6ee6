package dev.chesterton.link;

import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.patch.SubjectParser;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the changes that say they repair a commit, whether a tree has it or only mails speak of it. */
final class RepairFinder {
  private final CommitFinder commits;

  RepairFinder(CommitFinder commits) {
    this.commits = commits;
  }

  /** A posting and the commit it became, and all versions of one, are told once: by the commit, else the first mail. */
  List<Excerpt> of(String hex, Instant until) {
    Set<String> told = new HashSet<>();
    List<Citing> repairing = commits.citing(hex, until)
        .stream()
        .filter(citing -> citing.citation().form() == CommitForm.FIXES
            || citing.citation().form() == CommitForm.REVERTS)
        .filter(citing -> isChange(citing.excerpt().source()))
        .toList();
    return Stream
        .concat(repairing.stream().filter(RepairFinder::isCommit),
            repairing.stream().filter(citing -> !isCommit(citing)))
        .map(Citing::excerpt)
        .filter(words -> told.add(SubjectParser.parse(words.source().title()).title()))
        .sorted(Excerpt.BY_DATE)
        .toList();
  }

  private static boolean isCommit(Citing citing) {
    return citing.excerpt().source() instanceof Anchor.OfCommit;
  }

  private static boolean isChange(Anchor source) {
    return switch (source) {
      case Anchor.OfCommit _ -> true;
      case Anchor.OfMail mail -> mail.head().kind() == MailKind.PATCH;
      case Anchor.OfUnknownCommit _ -> false;
    };
  }
}
