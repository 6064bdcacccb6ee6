package dev.chesterton.patch;

import dev.chesterton.change.TextLines;
import dev.chesterton.change.Trailer;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that an author gives to a change and keeps from version to version. There are two customs, and they name
 * different things, so an id of one is never equal to one of the other.
 */
public sealed interface ChangeId {

  String value();

  /**
   * What b4 writes, {@code change-id: 20240101-slug-0123456789ab}: names a whole series, whatever becomes of its patches
   * (b4 manual, <i>prep</i>).
   */
  record OfSeries(String value) implements ChangeId {

    /** Day, words of the author, random digits; other tools write lines with this key, too. */
    private static final Pattern FORM = Pattern.compile("[0-9]{8}-\\S{1,200}-[0-9a-f]{12}");

    private static Optional<OfSeries> read(String value) {
      return value.length() <= MAX_LENGTH && FORM.matcher(value).matches()
          ? Optional.of(new OfSeries(value))
          : Optional.empty();
    }
  }

  /**
   * What Gerrit's hook writes, {@code Change-Id: I<40 hex digits>}: names one patch (Gerrit manual, <i>Change-Ids</i>).
   * Whoever applies the mail keeps it, so commits have it as well.
   */
  record OfPatch(String value) implements ChangeId {
    private static final Pattern FORM = Pattern.compile("I[0-9a-f]{40}");
  }

  /** No tool writes longer ones. */
  int MAX_LENGTH = 256;

  String KEY = "change-id";

  /** That of the series where the mail has one, else that of the patch; replies and letters have none. */
  static Optional<ChangeId> of(Posting posting) {
    Optional<OfSeries> series = ofSeries(posting);
    return series.isPresent()
        ? Optional.of(series.get())
        : posting instanceof Patch patch
            ? ofTrailers(patch.trailers()).map(ChangeId.class::cast)
            : Optional.empty();
  }

  /**
   * The id of the series. b4 writes it below the {@code ---} that ends the words of a cover letter, or the log of a patch,
   * and into a header. Of several lines the last counts: it is the tool's, those above it are the author's, who may speak
   * of another series. The header speaks where the text says nothing.
   */
  static Optional<OfSeries> ofSeries(Posting posting) {
    return switch (posting) {
      case CoverLetter cover -> ofSeries(cover.message(), 1);
      case Patch patch -> ofSeries(patch.message(),
          patch.logLine() + TextLines.of(patch.log()).count());
      case Posting.Reply _,Posting.Letter _ -> Optional.empty();
    };
  }

  /**
   * The id of the patch, of its trailers or those of a commit. Of several the last counts: whoever squashes changes appends
   * their messages, and what Gerrit's hook adds stands at the end.
   */
  static Optional<OfPatch> ofTrailers(List<Trailer> trailers) {
    return trailers.reversed()
        .stream()
        .filter(trailer -> trailer.is(KEY) && OfPatch.FORM.matcher(trailer.value()).matches())
        .map(trailer -> new OfPatch(trailer.value()))
        .findFirst();
  }

  private static Optional<OfSeries> ofSeries(Message message, int from) {
    TextLines lines = TextLines.of(message.text());
    boolean below = false;
    Optional<OfSeries> last = Optional.empty();
    for (int number = from; number <= lines.count(); number++) {
      below |= lines.startsWith(number, "---") && lines.line(number, 3).isBlank();
      if (below && lines.startsWith(number, KEY + ": ")) {
        Optional<OfSeries> found = OfSeries.read(lines.line(number, KEY.length() + 2).strip());
        last = found.isPresent() ? found : last;
      }
    }
    return last.isPresent() ? last : inHeader(message, lines);
  }

  /** The mail room takes a line anywhere in the text where there is no header; such a line is none of b4's. */
  private static Optional<OfSeries> inHeader(Message message, TextLines lines) {
    for (int number = 1; number <= lines.count(); number++) {
      if (lines.startsWith(number, KEY + ": ")) {
        return Optional.empty();
      }
    }
    return OfSeries.read(message.changeId());
  }
}
