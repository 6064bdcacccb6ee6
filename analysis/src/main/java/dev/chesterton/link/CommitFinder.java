package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.change.Citations;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredCommit;
import dev.chesterton.index.StoredMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells all that is known of a commit: in a tree, or only from those who cite it. */
final class CommitFinder {
  private static final int MOST_CITING = 100;

  /** Commits that begin alike: two would do, were some of them not too young. */
  private static final int MOST_ALIKE = 20;

  private final Index index;
  private final PostingFinder postings;

  CommitFinder(Index index) {
    this.index = index;
    this.postings = new PostingFinder(index);
  }

  /** What stands on a commit page; nothing where no tree has the commit and nobody cites it. */
  Optional<CommitReference> find(String hex, Instant until) {
    return cited(hex, until).map(found -> new CommitReference(found, postings(found, until)));
  }

  /** The same without the mails it may have come from, which take most of the time. */
  Optional<CitedCommit> cited(String hex, Instant until) {
    List<CommitHead> known = index.commits(hex, MOST_ALIKE)
        .stream()
        .filter(commit -> !commit.committed().isAfter(until))
        .toList();
    List<Citing> citing = citing(known.size() == 1 ? known.getFirst().id().hex() : hex, until);
    if (known.size() == 1) {
      return Optional.of(new CitedCommit(new Anchor.OfCommit(known.getFirst()), false, citing));
    }
    if (known.isEmpty() && citing.isEmpty()) {
      return Optional.empty();
    }
    Anchor unknown = new Anchor.OfUnknownCommit(longest(hex, citing), mostGivenTitle(citing));
    return Optional.of(new CitedCommit(unknown, known.size() > 1, citing));
  }

  private List<Link> postings(CitedCommit found, Instant until) {
    if (found.commit() instanceof Anchor.OfCommit commit) {
      return postings(commit.head(), until);
    }
    return found.commit().title().isEmpty()
        ? List.of()
        : postings.ofTitle(found.commit(), found.commit().title(),
            firstCited(found.citedIn(), until));
  }

  /** Patch mails a commit of a tree may have come from; none for a merge. */
  List<Link> postings(CommitHead head, Instant until) {
    return index.commitChange(head.id())
        .map(commit -> postings.ofCommit(commit, Known.until(until)).links())
        .orElse(List.of());
  }

  /** Each citation with its words, by date; those in commit messages come with those in mails. */
  List<Citing> citing(String hex, Instant until) {
    List<Citing> citing = new ArrayList<>();
    for (MailHead mail : index.citing(hex, until, MOST_CITING)) {
      index.mail(mail.id()).ifPresent(stored -> citing.addAll(inMail(stored, hex)));
    }
    for (CommitHead commit : index.commitsCiting(hex, until, MOST_CITING)) {
      index.commit(commit.id()).ifPresent(stored -> citing.addAll(inCommit(stored, hex)));
    }
    citing.sort(Comparator.comparing(Citing::excerpt, Excerpt.BY_DATE));
    return citing;
  }

  private static List<Citing> inMail(StoredMail mail, String hex) {
    return in(mail.posting().citations(), mail.posting().message().lines(),
        new Anchor.OfMail(mail.head()), hex);
  }

  private static List<Citing> inCommit(StoredCommit commit, String hex) {
    return in(Citations.of(commit.message()), commit.lines(),
        new Anchor.OfCommit(commit.head()), hex);
  }

  /** The first place in a text where a commit is cited, better one with its title. */
  private static List<Citing> in(List<Citation> citations, List<String> lines, Anchor source,
      String hex) {
    return citations.stream()
        .filter(citation -> citation instanceof OfCommit commit && sameCommit(commit.hex(), hex))
        .map(citation -> (OfCommit) citation)
        .min(Comparator.comparing((OfCommit commit) -> commit.title().isEmpty())
            .thenComparingInt(OfCommit::line))
        .map(commit -> new Citing(new Excerpt(source, commit.line(), lines.get(commit.line() - 1)),
            commit))
        .stream()
        .toList();
  }

  private static boolean sameCommit(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static String longest(String hex, List<Citing> citing) {
    return citing.stream()
        .map(found -> found.citation().hex())
        .filter(cited -> cited.length() > hex.length())
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse(hex);
  }

  /** Those who cite a commit mostly agree on its title; the first one given wins a tie. */
  private static String mostGivenTitle(List<Citing> citing) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    citing.stream()
        .flatMap(found -> found.citation().title().stream())
        .forEach(title -> counts.merge(title, 1, Integer::sum));
    return counts.entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static Instant firstCited(List<Citing> citing, Instant until) {
    return citing.stream()
        .flatMap(found -> found.excerpt().source().instant().stream())
        .findFirst()
        .orElse(until);
  }
}
