package dev.chesterton.review;

import dev.chesterton.finding.Losses;
import dev.chesterton.finding.Losses.LostFunction;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Origin;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.SubjectParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks mail and git about one patch. */
final class Gatherer {

  /** Names looked up in prose; each is a search. */
  private static final int MOST_NAMES = 6;

  /** A name in more mails and commits than this is no subject of its own. */
  private static final long RARE = 500;

  /** Shorter names are words. */
  private static final int SHORTEST_NAME = 8;

  /** Fewer lines in common with an earlier fix say nothing. */
  private static final int FEWEST_LINES = 3;

  /** Fixes told of one patch, heaviest first. */
  private static final int MOST_FIXES = 10;

  private final Index index;
  private final Linker linker;
  private final Patch patch;
  private final Instant until;
  private final List<MailHead> thread;
  private final Set<String> threadIds;

  Gatherer(Index index, Linker linker, Patch patch, Instant until) {
    this.index = index;
    this.linker = linker;
    this.patch = patch;
    this.until = until;
    this.thread = index.thread(patch.message().id())
        .stream()
        .map(ThreadMember::head)
        .filter(head -> !head.instant().isAfter(until))
        .toList();
    this.threadIds = thread.stream().map(MailHead::key).collect(Collectors.toSet());
  }

  Gathered gather(Losses losses) {
    if (losses.isEmpty()) {
      return nothingLost();
    }
    Set<String> functions = losses.functions()
        .stream()
        .map(LostFunction::name)
        .collect(Collectors.toCollection(
            LinkedHashSet::new));
    List<Fix> fixes = fixes(losses);
    List<Attempt> attempts = linker.attempts(losses.keys(), functions, until, isOther());
    List<Gathered.Naming> namings = namings(names(functions, losses), attempts);
    return gathered(fixes, attempts, namings);
  }

  private Gathered nothingLost() {
    return gathered(List.of(), List.of(), List.of());
  }

  private Gathered gathered(List<Fix> fixes, List<Attempt> attempts,
      List<Gathered.Naming> namings) {
    Sources sources = new Sources(index, until);
    sources.addMails(thread);
    attempts.forEach(attempt -> sources.addThread(attempt.patch()));
    fixes.forEach(fix -> sources.addChange(fix.origin().change()));
    namings.forEach(naming -> sources.addChange(naming.words().source()));
    List<Excerpt> replies = linker.replies(thread);
    List<Claim> claims = new ClaimChecker(index, linker, until).check(patch, thread);
    return new Gathered(fixes, attempts, namings, replies, sources.commits(linker), claims,
        sources.tests());
  }

  /** Everything that is neither of this thread nor another version of this patch. */
  private Predicate<Head> isOther() {
    String title = patch.subject().title();
    return head -> switch (head) {
      case CommitHead _ -> true;
      case MailHead mail -> !threadIds.contains(mail.key())
          && !mail.id().equals(patch.message().id())
          && !SubjectParser.parse(mail.title()).title().equals(title);
    };
  }

  private List<Fix> fixes(Losses losses) {
    List<Origin> origins = linker.origins(losses.keys(), until, isOther())
        .stream()
        .filter(origin -> origin.isFix() && origin.shared().size() >= FEWEST_LINES)
        .toList();
    List<Fix> fixes = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Origin origin : origins) {
      // A commit and the postings it came from add the same lines: told once, as the commit.
      if (fixes.size() < MOST_FIXES
          && told.add(SubjectParser.parse(origin.change().title()).title())) {
        fixes.add(new Fix(origin, linker.postings(origin.change()),
            linker.reports(origin.change(), until)));
        fixes.getLast()
            .mails()
            .forEach(link -> told.add(SubjectParser.parse(link.to().title()).title()));
      }
    }
    return fixes;
  }

  /** Lost functions, then the rarest of the other names that vanish. */
  private Set<String> names(Set<String> functions, Losses losses) {
    Set<String> names = new LinkedHashSet<>();
    functions.stream().limit(MOST_NAMES).forEach(names::add);
    losses.names()
        .stream()
        .filter(name -> name.length() >= SHORTEST_NAME && name.contains("_"))
        .filter(name -> index.frequency(name) <= RARE)
        .sorted(Comparator.comparingLong(index::frequency)
            .reversed()
            .thenComparing(Comparator.naturalOrder()))
        .forEach(name -> {
          if (names.size() < MOST_NAMES) {
            names.add(name);
          }
        });
    return names;
  }

  private List<Gathered.Naming> namings(Set<String> names, List<Attempt> attempts) {
    Set<String> told = new HashSet<>(threadIds);
    attempts.forEach(attempt -> attempt.answers().forEach(words -> told.add(words.source().key())));
    List<Gathered.Naming> namings = new ArrayList<>();
    for (String name : names) {
      for (Excerpt words : linker.discussion(name, until)) {
        if (words.source() instanceof Anchor.OfMail && told.add(words.source().key())) {
          namings.add(new Gathered.Naming(name, words));
        }
      }
    }
    return namings;
  }
}
