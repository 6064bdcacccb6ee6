package dev.chesterton.review;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.MailPage;
import dev.chesterton.index.Progress;
import dev.chesterton.index.Records;
import dev.chesterton.index.Records.Entry;
import dev.chesterton.index.RecordsUpdate;
import dev.chesterton.index.StoreException;
import dev.chesterton.index.StoreState;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.FindingsState.Kind;
import dev.chesterton.review.FindingsState.Pass;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps findings as records beside the index, and brings them up to its state: the patches of each thread that has a mail
 * more are checked again, each once; all flagged ones where mails were taken back; all there are where the rules, the
 * lists or the trees are others.
 *
 * <p>May be killed at any time: the records say how far they have come, in the
 * same commit.
 */
public final class FindingsUpdate {

  /** Patches or mails between two commits of the records: what a killed run does again. */
  static final int PAGE = 200;

  /** Ids kept in memory; beyond, some patches are checked twice. */
  private static final int MOST_REMEMBERED = 200_000;

  private static final int MOST_FAILURES = 100;
  private static final Criterion PATCHES = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));
  private static final Criterion MAILS = new Criterion.All(List.of());

  private final Path store;
  private final Index index;
  private final FlaggedFinder finder;
  private final StoreSummary summary;
  private final StoreState now;
  private final String basis;
  private final Progress progress;

  /**
   * An update to the state of this index.
   *
   * @param store folder of the index, where the records are kept too
   * @param progress told of each patch
   */
  public FindingsUpdate(Path store, Index index, RuleBook rules,
      Progress progress) {
    this.store = store;
    this.index = index;
    this.finder = new FlaggedFinder(index, rules);
    this.summary = index.summary();
    this.now = index.state();
    this.basis = basis(summary, rules);
    this.progress = progress;
  }

  private static String basis(StoreSummary summary, RuleBook rules) {
    return "rules " + rules.version() + "; lists " + names(summary.archives()) + "; trees "
        + names(summary.trees());
  }

  private static String names(List<StoreSummary.Span> spans) {
    return spans.stream().map(StoreSummary.Span::name).collect(Collectors.joining(" "));
  }

  /**
   * Brings the records up to date; nothing is done where they are.
   *
   * @param made when this is, for those who read the records
   * @throws StoreException where records or index cannot be used; what was reached stays
   */
  public FindingsReport run(Instant made) {
    try (RecordsUpdate records = RecordsUpdate.open(store, KeptFindings.FOLDER)) {
      Run run = new Run(records, made);
      run.all();
      return run.report();
    }
  }

  /** Work between two commits. */
  private record Batch(List<MessageId> patches, String last, boolean isEnd) {}

  private final class Run {
    private final RecordsUpdate records;
    private final Instant made;
    private final Set<MessageId> checked = new HashSet<>();
    private final Set<MessageId> followed = new HashSet<>();
    private final List<Problem> failed = new ArrayList<>();
    private FindingsState state;
    private boolean whole;
    private long reviewed;
    private long flagged;

    Run(RecordsUpdate records, Instant made) {
      this.records = records;
      this.made = made;
      Optional<FindingsState> known = FindingsState.of(records.note());
      this.state = known.orElse(FindingsState.NONE);
      if (known.isEmpty()) {
        records.clear();
      }
    }

    FindingsReport report() {
      return new FindingsReport(whole, reviewed, flagged, failed);
    }

    void all() {
      while (!isCurrent()) {
        pass(state.pass().filter(this::isStillWanted).orElseGet(this::next));
      }
    }

    private boolean isCurrent() {
      return state.pass().isEmpty() && state.basis().equals(basis) && state.store().equals(now);
    }

    private boolean isStillWanted(Pass pass) {
      return pass.basis().equals(basis) && pass.target().birth().equals(now.birth());
    }

    private Pass next() {
      boolean isSame = state.isComplete() && state.basis().equals(basis)
          && state.store().birth().equals(now.birth());
      if (!isSame) {
        dropWhatIsGone();
        return new Pass(Kind.ALL, basis, now, "");
      }
      boolean isLess = state.store().removals() != now.removals();
      return new Pass(isLess ? Kind.FLAGGED : Kind.CHANGED, basis, now, "");
    }

    /** Of another store, perhaps: a pass over all patches would not come by them. */
    private void dropWhatIsGone() {
      Records.open(store, KeptFindings.FOLDER).ifPresent(open -> {
        try (Records before = open) {
          List<Entry> page = before.newestFirst(Optional.empty(), PAGE);
          while (!page.isEmpty()) {
            page.stream()
                .map(Entry::key)
                .filter(key -> index.mail(new MessageId(key)).isEmpty())
                .forEach(records::remove);
            page = before.newestFirst(Optional.of(page.getLast()), PAGE);
          }
        }
      });
    }

    private void pass(Pass begun) {
      whole |= begun.kind() == Kind.ALL;
      Pass pass = begun;
      Batch batch = batch(pass);
      while (!batch.isEnd()) {
        batch.patches().forEach(this::check);
        pass = pass.at(batch.last());
        state = state.with(pass);
        records.commit(state.note());
        batch = batch(pass);
      }
      state = ended(pass);
      records.commit(state.note());
    }

    private FindingsState ended(Pass pass) {
      StoreState before = state.store();
      StoreState target = pass.target();
      StoreState reached = switch (pass.kind()) {
        case ALL -> target;
        case FLAGGED -> new StoreState(before.birth(), before.generation(), target.removals());
        case CHANGED -> new StoreState(before.birth(), target.generation(), before.removals());
      };
      return new FindingsState(pass.basis(), reached, summary.patches(), made, Optional.empty());
    }

    private Batch batch(Pass pass) {
      return switch (pass.kind()) {
        case ALL -> batch(index.written(PATCHES, 0, pass.after(), PAGE), this::patchesOfFirst);
        case CHANGED -> batch(
            index.written(MAILS, state.store().generation(), pass.after(), PAGE),
            this::patchesAround);
        case FLAGGED -> flagged(pass.after());
      };
    }

    private Batch batch(MailPage page, Function<MailHead, Stream<MessageId>> patchesFor) {
      List<MessageId> patches = page.mails().stream().flatMap(patchesFor).toList();
      return new Batch(patches, page.last(), page.mails().isEmpty());
    }

    /**
     * The patches of a thread, together with the first of them by id, since each is weighed against its series; so each
     * is met once without remembering any.
     */
    private Stream<MessageId> patchesOfFirst(MailHead patch) {
      List<ThreadMember> thread = index.thread(patch.id());
      if (thread.size() >= Index.MAX_THREAD) {
        // Cut, and not the same from each of its mails.
        return Stream.of(patch.id());
      }
      List<MessageId> patches = thread.stream()
          .map(ThreadMember::head)
          .filter(member -> member.kind() == MailKind.PATCH)
          .map(MailHead::id)
          .toList();
      boolean isFirst = patches.stream()
          .min(Comparator.naturalOrder())
          .filter(patch.id()::equals)
          .isPresent();
      return isFirst ? patches.stream() : Stream.empty();
    }

    /** The patches of the mail's thread, where no mail of it was met before. */
    private Stream<MessageId> patchesAround(MailHead mail) {
      if (!isNew(followed, mail.id())) {
        return Stream.empty();
      }
      List<MailHead> thread = index.thread(mail.id()).stream().map(ThreadMember::head).toList();
      thread.forEach(member -> isNew(followed, member.id()));
      // A thread that is too long is cut, perhaps before this mail.
      return Stream.concat(thread.stream(), Stream.of(mail))
          .filter(member -> member.kind() == MailKind.PATCH)
          .map(MailHead::id);
    }

    private Batch flagged(String after) {
      return Records.open(store, KeptFindings.FOLDER)
          .map(open -> {
            try (Records before = open) {
              List<Entry> page = before.newestFirst(place(after), PAGE);
              return page.isEmpty() ? new Batch(List.of(), after, true)
                  : new Batch(page.stream().map(entry -> new MessageId(entry.key())).toList(),
                      place(page.getLast()), false);
            }
          })
          .orElseGet(() -> new Batch(List.of(), after, true));
    }

    private static String place(Entry entry) {
      return entry.date().getEpochSecond() + " " + entry.key();
    }

    private static Optional<Entry> place(String after) {
      int space = after.indexOf(' ');
      return space < 0 ? Optional.empty()
          : Optional.of(new Entry(after.substring(space + 1),
              Instant.ofEpochSecond(Long.parseLong(after.substring(0, space))), ""));
    }

    private void check(MessageId id) {
      if (isNew(checked, id)) {
        progress.at(++reviewed, reviewed, whole ? summary.patches() : 0);
        look(id).map(FlaggedJson::record).ifPresentOrElse(record -> {
          flagged++;
          records.put(record);
        }, () -> records.remove(id.value()));
      }
    }

    /** A fault costs this patch, not the night. */
    private Optional<FlaggedPatch> look(MessageId id) {
      try {
        return finder.of(id);
      } catch (StoreException | ArchiveException e) {
        throw e;
      } catch (RuntimeException e) {
        if (failed.size() < MOST_FAILURES) {
          failed.add(new Problem(id.value(), "not checked, a fault of this program: " + e));
        }
        return Optional.empty();
      }
    }

    private static boolean isNew(Set<MessageId> known, MessageId id) {
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      return known.add(id);
    }
  }
}
