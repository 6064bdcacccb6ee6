package dev.chesterton.mail;

import dev.chesterton.source.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a mail was sent: what {@code Date:} says, else the newest {@code Received:}, else when the archive took it in.
 *
 * <p>A date before 1970, or more than two days after the mail was received, is passed over and named. The clock is not
 * read, so a mail has the same date every day.
 */
final class SentDates {
  private static final Duration CLOCKS_MAY_BE_AHEAD = Duration.ofDays(2);

  private final Headers headers;
  private final Optional<Instant> archived;
  private final ProblemList problems;

  SentDates(Headers headers, Provenance provenance, ProblemList problems) {
    this.headers = headers;
    this.archived = provenance instanceof Provenance.InEpoch epoch
        ? Optional.of(epoch.committed())
        : Optional.empty();
    this.problems = problems;
  }

  SentDate date() {
    Optional<OffsetDateTime> written = headers.first("date")
        .flatMap(text -> DateText.parse(text, "Date", problems));
    Optional<OffsetDateTime> received = written.isPresent() && archived.isPresent()
        && isPlausible(written.get(), archived) ? Optional.empty() : received();
    Optional<Instant> latest = archived.or(() -> received.map(OffsetDateTime::toInstant));
    if (written.isPresent() && isPlausible(written.get(), latest)) {
      return new SentDate(written.get(), SentDate.Source.DATE_HEADER);
    }
    SentDate other = other(received, latest);
    problems.add((written.isPresent()
        ? "Date is " + written.get() + ", which cannot be"
        : "no date in the Date header") + "; " + inWords(other.source()));
    return other;
  }

  private SentDate other(Optional<OffsetDateTime> received, Optional<Instant> latest) {
    if (received.isPresent() && isPlausible(received.get(), latest)) {
      return new SentDate(received.get(), SentDate.Source.RECEIVED_HEADER);
    }
    return archived
        .map(at -> new SentDate(at.atOffset(ZoneOffset.UTC), SentDate.Source.ARCHIVE))
        .orElse(SentDate.NONE);
  }

  private static String inWords(SentDate.Source source) {
    return switch (source) {
      case DATE_HEADER -> "it is taken all the same";
      case RECEIVED_HEADER -> "the newest Received header is taken";
      case ARCHIVE -> "the time of arrival in the archive is taken";
      case NONE -> "the mail has no date";
    };
  }

  /** Each relay puts its field on top, so the first that can be read is the newest and the hardest to forge. */
  private Optional<OffsetDateTime> received() {
    for (String field : headers.all("received")) {
      int semicolon = field.lastIndexOf(';');
      Optional<OffsetDateTime> date = semicolon < 0
          ? Optional.empty()
          : DateText.parse(field.substring(semicolon + 1), "Received", problems);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static boolean isPlausible(OffsetDateTime date, Optional<Instant> latest) {
    Instant at = date.toInstant();
    return !at.isBefore(Instant.EPOCH)
        && latest.map(limit -> !at.isAfter(limit.plus(CLOCKS_MAY_BE_AHEAD))).orElse(true);
  }
}
