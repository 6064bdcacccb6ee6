package dev.chesterton.cli.hook;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Index;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.PatchAlone;
import dev.chesterton.review.Reviewer;
import dev.chesterton.settings.FailOn;
import dev.chesterton.settings.Settings;
import dev.chesterton.source.ReadLimits;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The store of this machine. */
final class StoreCheck implements PatchCheck {
  /** Lucene warns on standard error that it does without a module; a hook may print nothing but findings. */
  private static final Logger VECTORIZATION = Logger
      .getLogger("org.apache.lucene.internal.vectorization");

  private final Settings settings;
  private final RuleBook rules;
  private final boolean everything;
  private Optional<Opened> opened = Optional.empty();

  /** The store, which takes longer to open than most patches to check. */
  private record Opened(Index index, Reviewer reviewer) {}

  /** The store of the settings, opened where a patch cannot be judged without. */
  StoreCheck(Settings settings, RuleBook rules) {
    this.settings = settings;
    this.rules = rules;
    // What a patch of low rank loses is a check at most, and costs most of the time.
    this.everything = settings.rules().failOn() == FailOn.CHECK;
  }

  /** @throws dev.chesterton.index.StoreException where there is none, or it cannot be read */
  @Override
  public List<List<Told>> findings(List<OutgoingMail> asked, List<OutgoingMail> series) {
    List<Posting> siblings = series.stream().map(OutgoingMail::posting).toList();
    return asked.stream()
        .map(mail -> mail.patch().map(patch -> findings(patch, siblings)).orElse(List.of()))
        .toList();
  }

  private List<Told> findings(Patch patch, List<Posting> siblings) {
    List<Finding> findings = !everything && PatchAlone.isAll(rules, patch, siblings)
        ? PatchAlone.findings(rules, patch)
        : reviewed(patch, siblings);
    return findings.stream().map(Told::of).toList();
  }

  private List<Finding> reviewed(Patch patch, List<Posting> siblings) {
    Reviewer reviewer = reviewer();
    return everything ? reviewer.findingsOf(patch, siblings, new AsOf.Now())
        : reviewer.screen(patch, siblings, new AsOf.Now()).findings();
  }

  private Reviewer reviewer() {
    Opened known = opened.orElseGet(this::open);
    opened = Optional.of(known);
    return known.reviewer();
  }

  private Opened open() {
    VECTORIZATION.setLevel(Level.SEVERE);
    // To map files for a question or two costs more than it saves.
    Index index = Index.openUnmapped(settings.store(), ReadLimits.of(settings.limits()));
    return new Opened(index, new Reviewer(index, rules));
  }

  @Override
  public String asked() {
    return "store " + settings.store();
  }

  @Override
  public void close() {
    opened.ifPresent(store -> store.index().close());
  }
}
