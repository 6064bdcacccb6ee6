package dev.chesterton.link.version;

import dev.chesterton.change.TextLines;
import dev.chesterton.change.Trailer;
import dev.chesterton.link.version.FollowUp.Standing;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Posting.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which trailers of a reply a maintainer would take over, by the rules b4 goes by (b4 manual, <i>trailers</i>): those that
 * name a person, and those that name a commit or a report. Quoted ones, code and diffs the patch room has left out.
 */
final class GivenTrailers {

  /** Taken over although they name no person. */
  private static final Set<String> NAMING_NOBODY = Set.of("fixes", "closes", "link", "buglink",
      "stable-dep-of");

  /** What one can only say for oneself, without the ending {@code -by}. */
  private static final Set<String> FOR_ONESELF = Set.of("reviewed", "acked", "tested", "nacked",
      "nak", "nacked-acked", "signed-off", "compile-tested", "build-tested");

  private static final String SIGNATURE = "-- ";

  private static final Pattern SET_IN = Pattern.compile("[ \\t]+([A-Za-z-]{3,40}-by): *(\\S.*)",
      Pattern.CASE_INSENSITIVE);

  /** Longer lines are no trailers of a person. */
  private static final int MAX_LENGTH = 300;

  private GivenTrailers() {}

  static List<FollowUp> of(Reply reply, Patch patch, boolean toCover) {
    List<FollowUp> given = new ArrayList<>();
    for (Trailer trailer : trailers(reply)) {
      if (counts(trailer) && !isOwnPraise(trailer, patch)) {
        given.add(new FollowUp(patch, trailer, reply, toCover,
            isForOneself(trailer) && !names(trailer, reply.message().author()),
            Standing.GIVEN));
      }
    }
    return given;
  }

  /** Those in the first column, and what the sender gives himself but set in; above the signature. */
  private static List<Trailer> trailers(Reply reply) {
    int signature = signature(reply);
    List<Trailer> trailers = new ArrayList<>(reply.trailers());
    trailers.addAll(setIn(reply));
    trailers.removeIf(trailer -> trailer.line() >= signature);
    trailers.sort(Comparator.comparingInt(Trailer::line));
    return trailers;
  }

  /**
   * Some set their trailers in; so do those who show a commit message. Only what names the sender is given: nobody shows
   * the own review of something else.
   */
  private static List<Trailer> setIn(Reply reply) {
    TextLines lines = TextLines.of(reply.message().text());
    List<Trailer> trailers = new ArrayList<>();
    for (int number = 1; number <= lines.count(); number++) {
      Matcher line = SET_IN.matcher(lines.length(number) > MAX_LENGTH ? "" : lines.line(number));
      if (line.matches()) {
        Trailer trailer = new Trailer(line.group(1), line.group(2).strip(), number);
        if (isForOneself(trailer) && names(trailer, reply.message().author())) {
          trailers.add(trailer);
        }
      }
    }
    return trailers;
  }

  /** The 1-based line on which the signature begins; behind the last line where there is none. */
  private static int signature(Reply reply) {
    TextLines lines = TextLines.of(reply.message().text());
    for (int number = 1; number <= lines.count(); number++) {
      if (lines.is(number, SIGNATURE)) {
        return number;
      }
    }
    return lines.count() + 1;
  }

  private static boolean counts(Trailer trailer) {
    String key = key(trailer);
    return key.endsWith("-by") ? trailer.value().contains("@") : NAMING_NOBODY.contains(key);
  }

  private static String key(Trailer trailer) {
    return trailer.key().toLowerCase(Locale.ROOT);
  }

  /** A judgement of the sender, which holds for the patch that was judged. */
  static boolean isForOneself(Trailer trailer) {
    String key = key(trailer);
    if (!key.endsWith("-by")) {
      return false;
    }
    for (String verb : key.substring(0, key.length() - 3).split("-and-|\\+|-&-", -1)) {
      if (!FOR_ONESELF.contains(verb)) {
        return false;
      }
    }
    return true;
  }

  static boolean isRefusal(Trailer trailer) {
    return key(trailer).startsWith("nak") || key(trailer).startsWith("nack");
  }

  /** An author cannot review the own patch; that he signs it or names what it fixes is welcome. */
  private static boolean isOwnPraise(Trailer trailer, Patch patch) {
    return isForOneself(trailer) && !key(trailer).startsWith("signed-off")
        && (names(trailer, patch.author()) || names(trailer, patch.message().author()));
  }

  /** By address, or by full name: people send from other addresses than they sign with. */
  private static boolean names(Trailer trailer, Mailbox person) {
    return People.same(mailbox(trailer), person);
  }

  private static Mailbox mailbox(Trailer trailer) {
    String value = trailer.value();
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', Math.max(0, open));
    if (open < 0 || close < 0) {
      return new Mailbox("", firstWord(value));
    }
    return new Mailbox(value.substring(0, open).strip(), value.substring(open + 1, close).strip());
  }

  private static String firstWord(String value) {
    int space = value.indexOf(' ');
    return space < 0 ? value : value.substring(0, space);
  }

  /** One key and one person, or one value; the spelling of names and remarks behind them do not count. */
  static boolean isSame(Trailer one, Trailer other) {
    if (!key(one).equals(key(other))) {
      return false;
    }
    return key(one).endsWith("-by")
        ? People.same(mailbox(one), mailbox(other))
        : one.value().equalsIgnoreCase(other.value());
  }
}
