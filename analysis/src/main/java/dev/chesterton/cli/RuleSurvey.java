package dev.chesterton.cli;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RuleId;
import dev.chesterton.finding.RulePage;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Index;
import dev.chesterton.index.Progress;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Counted;
import dev.chesterton.review.Reviewer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What rules would have flagged in the patches of a store: each with its place, then how many. */
final class RuleSurvey {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);
  private static final int LONGEST = 120;

  private final Session session;
  private final Optional<String> list;
  private final int most;
  private final Map<RuleId, Tally> tallies = new HashMap<>();

  /** How often one rule spoke up. */
  private record Tally(int patches, int places) {
    static final Tally NONE = new Tally(0, 0);

    Tally with(int more) {
      return more == 0 ? this : new Tally(patches + 1, places + more);
    }
  }

  /**
   * Of the newest patches.
   *
   * @param list of this list alone
   */
  RuleSurvey(Session session, Optional<String> list, int most) {
    this.session = session;
    this.list = list;
    this.most = most;
  }

  /** Prints what the rules of these pages find. */
  void run(RuleBook book, List<RulePage> pages) {
    try (Index index = session.openIndex()) {
      RuleBook asked = pages.size() == 1 ? book.only(pages.getFirst().id()) : book;
      Reviewer reviewer = new Reviewer(index, asked);
      List<Head> patches = patches(index);
      ProgressDisplay display = new ProgressDisplay(session.outside().err(),
          session.outside().nanoTime(),
          session.isQuiet() ? ProgressStyle.none
              : ProgressStyle.auto.on(session.outside().errIsTerminal()));
      Progress progress = display.begin("rules test", "patch");
      for (int i = 0; i < patches.size(); i++) {
        progress.at(i, i, patches.size());
        Head patch = patches.get(i);
        List<Finding> found = reviewer.findingsSoon(new MessageId(patch.key()), new AsOf.Sent());
        if (!found.isEmpty()) {
          display.clear();
          print(patch, found);
        }
      }
      display.clear();
      pages.forEach(page -> say(summary(page.id(), patches)));
    }
  }

  private List<Head> patches(Index index) {
    Criterion patches = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));
    List<Head> found = index.search(SearchQuery.newest(list
        .<Criterion>map(name -> Criterion.all(patches,
            new Criterion.Labelled(Criterion.Label.LIST, name)))
        .orElse(patches), most)).heads();
    if (found.isEmpty()) {
      throw new InputException(ExitCode.NO_INPUT, list
          .map(name -> "no patch of a list '" + name + "' in the store ")
          .orElse("no patch in the store ") + session.settings().store());
    }
    return found;
  }

  private void print(Head patch, List<Finding> found) {
    say("%s  %s  %s".formatted(DAY.format(patch.instant()), patch.title(), patch.key()));
    for (Finding finding : found) {
      say("    %s: %s: %s [%s]".formatted(finding.place(),
          finding.severity().name(), finding.claim(), finding.rule()));
      finding.place()
          .lines()
          .stream()
          .findFirst()
          .ifPresent(line -> say("    | " + shortened(line.strip())));
    }
    found.stream()
        .map(Finding::rule)
        .distinct()
        .forEach(rule -> tallies.merge(rule, Tally.NONE.with(count(found, rule)),
            (one, _) -> one.with(count(found, rule))));
  }

  private static int count(List<Finding> found, RuleId rule) {
    return (int) found.stream().filter(finding -> finding.rule().equals(rule)).count();
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  private String summary(RuleId rule, List<Head> patches) {
    Tally tally = tallies.getOrDefault(rule, Tally.NONE);
    return String.format(Locale.ROOT, "%s: flags %,d of %s (%.2f %%) in %s; sent %s to %s", rule,
        tally.patches(), Counted.of(patches.size(), "patch", "patches"),
        100.0 * tally.patches() / patches.size(), Counted.of(tally.places(), "place"),
        DAY.format(patches.getLast().instant()), DAY.format(patches.getFirst().instant()));
  }

  private void say(String line) {
    session.outside().out().println(Printable.of(line));
  }
}
