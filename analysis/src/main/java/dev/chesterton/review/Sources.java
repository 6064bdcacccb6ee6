package dev.chesterton.review;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citations;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Linker;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting.Patch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The mails and commits a review rests on, and what they name: commits and tests. */
final class Sources {

  /** Commits looked up for one review (docs/limits.md). */
  private static final int MOST_COMMITS = 200;

  private final Index index;
  private final Instant until;
  private final Set<String> seen = new HashSet<>();
  private final NavigableSet<String> commits = new TreeSet<>();
  private final Map<String, List<Excerpt>> tests = new TreeMap<>();

  Sources(Index index, Instant until) {
    this.index = index;
    this.until = until;
  }

  void addMails(List<MailHead> heads) {
    heads.stream()
        .filter(head -> !head.instant().isAfter(until) && seen.add(head.key()))
        .flatMap(head -> index.mail(head.id()).stream())
        .forEach(this::read);
  }

  /** A patch that need not be in the store. */
  void addPatch(Patch patch, Anchor source) {
    Message message = patch.message();
    if (!message.date().instant().isAfter(until) && seen.add(message.id().value())) {
      read(patch.citations(), message.lines(), source);
    }
  }

  /** A mail and what was answered to it, without the rest of its series. */
  void addAnswered(MailHead mail) {
    addMails(Stream.concat(Stream.of(mail),
        index.answers(mail.id()).stream().filter(answer -> answer.kind() == MailKind.REPLY))
        .toList());
  }

  void addChange(Anchor change) {
    switch (change) {
      case Anchor.OfMail mail -> addMails(List.of(mail.head()));
      case Anchor.OfCommit commit -> index.commit(commit.head().id()).ifPresent(stored -> {
        commits.add(commit.head().id().hex());
        read(Citations.of(stored.message()), stored.lines(), commit);
      });
      case Anchor.OfUnknownCommit commit -> commits.add(commit.hex());
    }
  }

  /** The tests a mail names; the commits it names may be about anything, where it only names the same function. */
  void addTests(Anchor source) {
    if (source instanceof Anchor.OfMail mail && !mail.head().instant().isAfter(until)
        && seen.add(mail.key())) {
      index.mail(mail.head().id())
          .ifPresent(stored -> stored.posting()
              .citations()
              .stream()
              .filter(Citation.OfTest.class::isInstance)
              .forEach(test -> read(List.of(test), stored.posting().message().lines(), source)));
    }
  }

  private void read(StoredMail mail) {
    read(mail.posting().citations(), mail.posting().message().lines(),
        new Anchor.OfMail(mail.head()));
  }

  private void read(List<Citation> citations, List<String> lines, Anchor source) {
    for (Citation citation : citations) {
      Excerpt words = new Excerpt(source, citation.line(), lines.get(citation.line() - 1));
      switch (citation) {
        case Citation.OfCommit commit -> commits.add(commit.hex());
        case Citation.OfTest test ->
          tests.computeIfAbsent(test.name(), _ -> new ArrayList<>()).add(words);
        case Citation.OfMail _,Citation.OfTrace _,Citation.OfBug _ -> {
        }
      }
    }
  }

  /** Each commit once, under its longest form, by id; all that is known of it. */
  List<CommitReference> commits(Linker linker) {
    return commits.stream()
        .filter(this::isLongest)
        .limit(MOST_COMMITS)
        .flatMap(hex -> linker.commit(hex, until).stream())
        .toList();
  }

  /** In the order of the alphabet longer forms follow at once. */
  private boolean isLongest(String hex) {
    String next = commits.higher(hex);
    return next == null || !next.startsWith(hex);
  }

  /** Each test once, those named most often first. */
  List<NamedTest> tests() {
    return tests.entrySet()
        .stream()
        .map(entry -> new NamedTest(entry.getKey(),
            entry.getValue().stream().sorted(Excerpt.BY_DATE).toList(),
            "./check " + entry.getKey()))
        .sorted(Comparator.comparingInt((NamedTest test) -> test.namedIn().size())
            .reversed()
            .thenComparing(
                NamedTest::name))
        .toList();
  }
}
