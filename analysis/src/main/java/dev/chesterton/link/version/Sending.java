package dev.chesterton.link.version;

import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Letter;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import dev.chesterton.patch.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A series as it was sent once.
 *
 * @param opening the letter that the patches answer, where the sender opened the thread without {@code [PATCH 0/n]}
 */
public record Sending(Series series, Optional<Letter> opening) {

  private static final Pattern KERNEL = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern LAST_VERSION = Pattern.compile("(?i) v\\d{1,2}$");

  /** Oldest first; ties by id. */
  static final Comparator<Sending> BY_DATE = Comparator.comparing(Sending::sent)
      .thenComparing(sending -> sending.first().message().id());

  /** Its version: that of the cover letter, or of the letter that opened the thread. */
  public int version() {
    return Math.max(series.version(),
        opening.map(letter -> letter.subject().version()).orElse(1));
  }

  /** {@code v5}, {@code v5.1}, {@code RFC v2}; a resend says so. */
  public String label() {
    String number = subject().partial()
        .map(word -> "v" + word.substring(1))
        .orElse("v" + version());
    return (isDraft() ? "RFC " : "") + number + (isResend() ? " (resend)" : "");
  }

  /** A request for comments, whose numbers are counted apart from those of patches. */
  boolean isDraft() {
    return subject().hasTag("RFC");
  }

  boolean isResend() {
    return subject().hasTag("RESEND") || subject().hasTag("REPOST");
  }

  public Subject subject() {
    return series.subject();
  }

  /** Title of the cover letter, without the version that some put at its end; empty where there is none. */
  public Optional<String> coverTitle() {
    return series.cover()
        .map(cover -> cover.subject().title())
        .or(() -> opening.map(letter -> letter.subject().title()))
        .map(title -> LAST_VERSION.matcher(title).replaceFirst(""));
  }

  /** Title of the cover letter, else of the first patch. */
  public String title() {
    return coverTitle().orElseGet(() -> subject().title());
  }

  /** When its first mail was sent. */
  public Instant sent() {
    return first().message().date().instant();
  }

  public Mailbox sender() {
    return first().message().author();
  }

  /** The cover letter, the opening letter or the first patch. */
  public Posting first() {
    return Stream.concat(series.cover().stream(), opening.stream())
        .map(Posting.class::cast)
        .findFirst()
        .orElseGet(() -> series.patches().getFirst());
  }

  /** Id of a mail that is of no other sending: a letter may open two. */
  MessageId key() {
    return series.cover()
        .map(Posting.class::cast)
        .orElseGet(() -> series.patches().getFirst())
        .message()
        .id();
  }

  List<Patch> patches() {
    return series.patches();
  }

  /** Of all its mails. */
  public Set<MessageId> ids() {
    return postings().map(posting -> posting.message().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Stream<Posting> postings() {
    return Stream.of(series.cover().stream(), opening.stream(), series.patches().stream())
        .flatMap(same -> same);
  }

  /** Numbers of the kernels it is for: backports of one patch to two of them are no versions of each other. */
  Set<String> kernels() {
    Set<String> kernels = new TreeSet<>();
    for (String word : subject().kernels()) {
      Matcher number = KERNEL.matcher(word);
      while (number.find()) {
        kernels.add(number.group());
      }
    }
    return kernels;
  }

  Optional<ChangeId.OfSeries> changeId() {
    return postings().flatMap(posting -> ChangeId.ofSeries(posting).stream()).findFirst();
  }
}
