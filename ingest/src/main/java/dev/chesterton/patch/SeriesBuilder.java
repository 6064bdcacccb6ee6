package dev.chesterton.patch;

import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Posting.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the series of one thread. What belongs together has the same sender, version and total and
 * was sent within two hours; a number that is taken already opens the next series. Some give the version to the cover
 * letter alone, {@code [PATCH 0/3][v2]}: patches that name none have that of the cover letter they answer.
 */
public final class SeriesBuilder {

  /** Longer than sending takes, shorter than a new version; our choice. */
  private static final Duration MAX_SPREAD = Duration.ofHours(2);

  private static final Comparator<Posting> SENDING_ORDER = Comparator
      .<Posting, Instant>comparing(posting -> posting.message().date().instant())
      .thenComparingInt(posting -> posting.subject().number())
      .thenComparing(posting -> posting.message().id())
      .thenComparing(posting -> posting.message().contentHash());

  private final Map<Key, List<Draft>> drafts = new LinkedHashMap<>();
  private final Map<MessageId, CoverLetter> covers = new HashMap<>();

  private SeriesBuilder(List<Posting> thread) {
    for (Posting posting : thread) {
      if (posting instanceof CoverLetter cover) {
        covers.putIfAbsent(cover.message().id(), cover);
      }
    }
  }

  /**
   * All series of a thread.
   *
   * @param thread postings of one thread in any order; only cover letters and patches matter
   * @return by the time of their first mail; the order of the input has no influence
   */
  public static List<Series> gather(List<Posting> thread) {
    SeriesBuilder builder = new SeriesBuilder(thread);
    thread.stream()
        .filter(posting -> posting instanceof Patch || posting instanceof CoverLetter)
        .sorted(SENDING_ORDER)
        .forEach(builder::add);
    return builder.drafts.values()
        .stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing((Draft draft) -> draft.first, SENDING_ORDER))
        .map(Draft::series)
        .toList();
  }

  private void add(Posting posting) {
    List<Draft> same = drafts.computeIfAbsent(key(posting), key -> new ArrayList<>());
    if (same.stream().anyMatch(draft -> draft.holds(posting))) {
      return;
    }
    Draft home = same.stream()
        .filter(draft -> draft.hasRoomFor(posting))
        .findFirst()
        .orElseGet(() -> {
          Draft opened = new Draft(posting);
          same.add(opened);
          return opened;
        });
    home.add(posting);
  }

  private Key key(Posting posting) {
    Key own = Key.of(posting);
    return own.version() > 1
        ? own
        : posting.message()
            .inReplyTo()
            .stream()
            .flatMap(id -> Optional.ofNullable(covers.get(id)).stream())
            .map(Key::of)
            .filter(cover -> cover.sender().equals(own.sender()) && cover.total() == own.total())
            .findFirst()
            .orElse(own);
  }

  /**
   * What all mails of a series share.
   *
   * @param partial the word of a partial reroll ({@code v5.1}), else empty
   */
  private record Key(String sender, int version, String partial, int total) {

    /** Written out, as of {@link MessageId}. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && sender.equals(key.sender) && version == key.version
          && partial.equals(key.partial) && total == key.total;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * sender.hashCode() + version) + total;
    }

    static Key of(Posting posting) {
      Subject subject = posting.subject();
      String partial = subject.partial().orElse("");
      return new Key(posting.message().author().address().toLowerCase(Locale.ROOT),
          subject.version(), partial, subject.total());
    }
  }

  /** A series that is being filled. */
  private static final class Draft {

    private final Posting first;
    private final Map<Integer, Patch> patches = new TreeMap<>();
    private Optional<CoverLetter> cover = Optional.empty();

    Draft(Posting first) {
      this.first = first;
    }

    /** The same mail through another list. */
    boolean holds(Posting posting) {
      Optional<Posting> there = at(posting);
      return there.filter(other -> other.message().id().equals(posting.message().id())).isPresent();
    }

    boolean hasRoomFor(Posting posting) {
      Duration since = Duration.between(first.message().date().instant(),
          posting.message().date().instant());
      return at(posting).isEmpty() && since.compareTo(MAX_SPREAD) <= 0;
    }

    private Optional<Posting> at(Posting posting) {
      return posting instanceof CoverLetter
          ? cover.map(Posting.class::cast)
          : Optional.ofNullable(patches.get(posting.subject().number()));
    }

    void add(Posting posting) {
      switch (posting) {
        case CoverLetter letter -> cover = Optional.of(letter);
        case Patch patch -> patches.put(patch.subject().number(), patch);
        default -> throw new IllegalArgumentException("no part of a series: " + posting.subject());
      }
    }

    Series series() {
      List<Patch> inOrder = List.copyOf(patches.values());
      Subject subject = cover.map(CoverLetter::subject)
          .orElseGet(() -> inOrder.getFirst().subject());
      return new Series(subject, cover, inOrder);
    }
  }
}
