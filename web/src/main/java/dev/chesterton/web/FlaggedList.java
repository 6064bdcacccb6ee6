package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.review.FlaggedFinder;
import dev.chesterton.review.FlaggedPatch;
import dev.chesterton.review.KeptFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flagged patches of the store: as they are kept beside it, where a nightly has made them; else found by one background
 * thread from the newest patch on. That starts when the list is first asked for and again when the store has changed;
 * whoever asks gets what is there, with how far it has got.
 */
final class FlaggedList implements AutoCloseable {

  /** Patches looked at, the newest ones. */
  static final int MOST_PATCHES = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(FlaggedList.class);
  private static final int PAGE = 100;

  private final OpenStore store;
  private final RuleBook rules;
  private final KeptList kept;
  private Optional<Run> run = Optional.empty();
  private boolean closed;

  FlaggedList(OpenStore store, RuleBook rules) {
    this.store = store;
    this.rules = rules;
    this.kept = new KeptList(store.folder());
  }

  /**
   * How far the list has got.
   *
   * @param reviewed patches looked at
   * @param wanted patches that will be looked at
   * @param patches all the store has
   * @param flagged the strongest of them
   * @param count how many are flagged
   * @param asOf what kept findings were made from; empty where they are made now
   */
  record State(List<FlaggedPatch> flagged, long count, long reviewed, long wanted, long patches,
      boolean complete, Optional<AsOf> asOf) {}

  /**
   * When findings were made.
   *
   * @param generation of the store then
   * @param isNewest the store is still the same
   */
  record AsOf(long generation, Instant made, boolean isNewest) {}

  /** What is known after at most so many milliseconds; earlier where all is known. */
  State after(long millis) {
    return store.ask(snapshot -> kept.of(snapshot.index().state().birth())
        .map(findings -> state(findings, snapshot.summary())))
        .orElseGet(() -> found(millis));
  }

  private static State state(KeptFindings findings, StoreSummary summary) {
    long generation = findings.store().generation();
    AsOf asOf = new AsOf(generation, findings.made(), generation == summary.generation());
    return new State(findings.strongest(), findings.flagged(), findings.patches(),
        findings.patches(), summary.patches(), true, Optional.of(asOf));
  }

  private synchronized State found(long millis) {
    long generation = store.generation();
    if (!closed && run.filter(known -> known.generation == generation).isEmpty()) {
      run.ifPresent(Run::stop);
      run = Optional.of(new Run(generation));
    }
    Run now = run.orElseThrow(() -> new IllegalStateException("the list is closed"));
    awaitEnd(now, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    return now.state();
  }

  private void awaitEnd(Run awaited, long deadline) {
    try {
      long left = deadline - System.nanoTime();
      while (!awaited.complete && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    run.ifPresent(Run::stop);
  }

  /** One pass over one state of the store; its fields are guarded by the list. */
  private final class Run {

    private final long generation;
    private final List<FlaggedPatch> flagged = new ArrayList<>();
    private final long patches;
    private int reviewed;
    private boolean complete;
    private boolean stopped;

    Run(long generation) {
      this.generation = generation;
      this.patches = store.ask(snapshot -> snapshot.summary().patches());
      Thread thread = new Thread(this::work, "flagged list");
      thread.setDaemon(true);
      thread.start();
    }

    State state() {
      return new State(flagged.stream().sorted(FlaggedPatch.STRONGEST_FIRST).toList(),
          flagged.size(), reviewed, Math.min(patches, MOST_PATCHES), patches, complete,
          Optional.empty());
    }

    void stop() {
      stopped = true;
    }

    private void work() {
      List<MailHead> page = page(0);
      for (int skip = 0; !page.isEmpty() && skip < MOST_PATCHES; page = page(skip)) {
        for (MailHead head : page) {
          if (!add(look(head))) {
            return;
          }
        }
        skip += PAGE;
      }
      end();
    }

    private List<MailHead> page(int skip) {
      Criterion patch = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));
      SearchQuery query = new SearchQuery(patch, SearchQuery.Order.NEWEST, skip, PAGE);
      return store.ask(snapshot -> snapshot.index().search(query))
          .heads()
          .stream()
          .filter(MailHead.class::isInstance)
          .map(MailHead.class::cast)
          .toList();
    }

    /** A fault costs this patch, not the list. */
    private Optional<FlaggedPatch> look(MailHead head) {
      try {
        return store.ask(
            snapshot -> new FlaggedFinder(snapshot.index(), rules).of(head.id()));
      } catch (RuntimeException e) {
        LOG.warn("a patch was left out of the flagged list", e);
        return Optional.empty();
      }
    }

    /** Whether to go on. */
    private boolean add(Optional<FlaggedPatch> found) {
      synchronized (FlaggedList.this) {
        found.ifPresent(flagged::add);
        reviewed++;
        return !stopped;
      }
    }

    private void end() {
      synchronized (FlaggedList.this) {
        complete = true;
        FlaggedList.this.notifyAll();
      }
    }
  }
}
