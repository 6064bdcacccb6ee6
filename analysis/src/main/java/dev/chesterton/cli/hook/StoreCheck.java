package dev.chesterton.cli.hook;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Index;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Reviewer;
import dev.chesterton.settings.FailOn;
import dev.chesterton.settings.Settings;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The store of this machine. */
final class StoreCheck implements PatchCheck {
  /** Lucene warns on standard error that it does without a module; a hook may print nothing but findings. */
  private static final Logger VECTORIZATION = Logger
      .getLogger("org.apache.lucene.internal.vectorization");

  private final Path store;
  private final boolean everything;
  private final Index index;
  private final Reviewer reviewer;

  /**
   * Opens the store.
   *
   * @throws dev.chesterton.index.StoreException where there is none, or it cannot be read
   */
  StoreCheck(Settings settings, RuleBook rules) {
    this.store = settings.store();
    // What a patch of low rank loses is a check at most, and costs most of the time.
    this.everything = settings.rules().failOn() == FailOn.CHECK;
    VECTORIZATION.setLevel(Level.SEVERE);
    // To map files for a question or two costs more than it saves.
    this.index = Index.openUnmapped(settings.store(), ReadLimits.of(settings.limits()));
    this.reviewer = new Reviewer(index, rules);
  }

  @Override
  public List<List<Told>> findings(List<OutgoingMail> asked, List<OutgoingMail> series) {
    List<Posting> siblings = series.stream().map(OutgoingMail::posting).toList();
    return asked.stream()
        .map(mail -> mail.patch().map(patch -> findings(patch, siblings)).orElse(List.of()))
        .toList();
  }

  private List<Told> findings(Patch patch, List<Posting> siblings) {
    List<Finding> findings = everything
        ? reviewer.findingsOf(patch, siblings, new AsOf.Now())
        : reviewer.screen(patch, siblings, new AsOf.Now()).findings();
    return findings.stream().map(Told::of).toList();
  }

  @Override
  public String asked() {
    return "store " + store;
  }

  @Override
  public void close() {
    index.close();
  }
}
