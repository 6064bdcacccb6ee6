package dev.chesterton.review;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.Losses.LostFunction;
import dev.chesterton.finding.rank.Rank;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Origin;
import dev.chesterton.link.Removal;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.SubjectParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Asks mail and git for the history of what a patch takes away. */
final class BackgroundFinder {

  /** Lines whose origin is looked up. */
  private static final int MOST_SUSPECTS = 5;

  /** Names looked up in prose; each is a search. */
  private static final int MOST_NAMES = 6;

  /** A name in more mails and commits than this is no subject of its own. */
  private static final long RARE = 500;

  /** Shorter names are words. */
  private static final int SHORTEST_NAME = 8;

  /** Fewer lines in common with an earlier fix say nothing. */
  private static final int FEWEST_LINES = 3;

  /** From here on the number alone says something, however much else the patch removes. */
  private static final int ENOUGH_LINES = 5;

  /** Of fewer lines, the share of all that is lost which the fix has to have added. */
  private static final double LEAST_SHARE = 0.05;

  /** Fixes told of one patch, heaviest first. */
  private static final int MOST_FIXES = 10;

  private final Index index;
  private final Linker linker;
  private final Patch patch;
  private final Instant until;
  private final Set<String> threadIds;
  private final Once<Origin> blamed;

  /** @param blamed who put up what is lost, as the repository tells; it comes before what the index finds */
  BackgroundFinder(Index index, Linker linker, Patch patch, List<MailHead> thread,
      Instant until, Once<Origin> blamed) {
    this.blamed = blamed;
    this.index = index;
    this.linker = linker;
    this.patch = patch;
    this.until = until;
    this.threadIds = thread.stream().map(MailHead::key).collect(Collectors.toSet());
  }

  Background find(Losses losses) {
    if (losses.isEmpty()) {
      return new Background(new Once<>(List::of), new Once<>(List::of), new Once<>(List::of));
    }
    Set<String> functions = losses.functions()
        .stream()
        .map(LostFunction::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Once<Attempt> attempts = new Once<>(
        () -> linker.attempts(removal(losses, functions), until, isOther()));
    return new Background(new Once<>(() -> fixes(losses)), attempts,
        new Once<>(() -> namings(names(functions, losses), attempts.get())));
  }

  private static Removal removal(Losses losses, Set<String> functions) {
    return Removal.of(losses.keys(), functions,
        losses.lines().stream().map(Losses.LostLine::path).collect(Collectors.toSet()));
  }

  /** The first few suspect lines with those who put them up, each text once. */
  List<Suspect> suspects(Rank rank) {
    Set<LineKey> told = new HashSet<>();
    return rank.lines()
        .stream()
        .filter(line -> told.add(LineKey.of(line.line().text())))
        .limit(MOST_SUSPECTS)
        .map(line -> new Suspect(line, origin(LineKey.of(line.line().text()))))
        .toList();
  }

  /** The one that blame names; else a commit before its mails, then the oldest. */
  private Optional<Origin> origin(LineKey line) {
    return blamed().filter(origin -> origin.shared().contains(line))
        .findFirst()
        .or(() -> found(line));
  }

  private Optional<Origin> found(LineKey line) {
    return linker.origins(LineKeys.ofKeys(LongStream.of(line.value())), until, isOther())
        .stream()
        .findFirst();
  }

  /**
   * Everything that was there before this patch and is neither of its thread nor another version of it. What came later
   * neither put its lines up nor tried before, however late the evidence may be.
   */
  private Predicate<Head> isOther() {
    String title = patch.subject().title();
    Instant sent = SentAt.of(patch, index);
    return head -> !head.instant().isAfter(sent) && switch (head) {
      case CommitHead _ -> true;
      case MailHead mail -> !threadIds.contains(mail.key())
          && !mail.id().equals(patch.message().id())
          && !SubjectParser.parse(mail.title()).title().equals(title);
    };
  }

  private List<Fix> fixes(Losses losses) {
    List<Origin> origins = Stream.concat(blamed().filter(Origin::isFix),
        linker.origins(losses.keys(), until, isOther())
            .stream()
            .filter(BackgroundFinder::saysSomething))
        .toList();
    List<Fix> fixes = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Origin origin : origins) {
      // A commit and the postings it came from add the same lines: told once, as the commit.
      if (fixes.size() < MOST_FIXES
          && told.add(SubjectParser.parse(origin.change().title()).title())) {
        fixes.add(new Fix(origin, linker.postings(origin.change(), until),
            linker.reports(origin.change(), until)));
        fixes.getLast()
            .mails()
            .forEach(link -> told.add(SubjectParser.parse(link.to().title()).title()));
      }
    }
    return fixes;
  }

  /** Of a commit that the store has, its own word for it: with its trees. */
  private Stream<Origin> blamed() {
    return blamed.get()
        .stream()
        .filter(origin -> origin.change()
            .instant()
            .filter(instant -> instant.isAfter(until))
            .isEmpty())
        .map(origin -> index.commits(origin.change().key(), 1)
            .stream()
            .findFirst()
            .map(head -> origin.at(new Anchor.OfCommit(head)))
            .orElse(origin));
  }

  private static boolean saysSomething(Origin origin) {
    int lines = origin.shared().size();
    return origin.isFix() && lines >= FEWEST_LINES
        && (lines >= ENOUGH_LINES || origin.share() >= LEAST_SHARE);
  }

  /** Lost functions, then of the other names that vanish those spoken of most; none that all the world speaks of. */
  private Set<String> names(Set<String> functions, Losses losses) {
    Stream<String> others = losses.names()
        .stream()
        .filter(name -> name.length() >= SHORTEST_NAME && name.contains("_"))
        .sorted(Comparator.comparingLong(index::frequency)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return Stream.concat(functions.stream(), others)
        .filter(name -> index.frequency(name) <= RARE)
        .distinct()
        .limit(MOST_NAMES)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Background.Naming> namings(Set<String> names, List<Attempt> attempts) {
    Set<String> told = new HashSet<>(threadIds);
    attempts.forEach(attempt -> attempt.answers().forEach(words -> told.add(words.source().key())));
    List<Background.Naming> namings = new ArrayList<>();
    for (String name : names) {
      for (Excerpt words : linker.discussion(name, until)) {
        if (words.source() instanceof Anchor.OfMail && told.add(words.source().key())) {
          namings.add(new Background.Naming(name, words));
        }
      }
    }
    return namings;
  }
}
