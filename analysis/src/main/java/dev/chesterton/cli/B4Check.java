package dev.chesterton.cli;

import dev.chesterton.finding.Severity;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Review;
import dev.chesterton.review.Reviewer;
import dev.chesterton.review.form.B4;
import dev.chesterton.review.form.SiteLinks;
import dev.chesterton.source.ArchiveException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers b4: one mail in, lines or an array out, and never anything else. What goes wrong with this program is one warning
 * that nobody looked: a failure would hold up mail for a fault of ours, and silence would be a pass. Wrong usage alone is
 * told on standard error, where whoever wrote the configuration sees it as a failure.
 */
final class B4Check {
  private static final Logger ALL_LIBRARIES = Logger.getLogger("");

  private final Session session;
  private final boolean isArray;
  private final boolean strict;

  B4Check(Session session, CheckFormat form, boolean strict) {
    this.session = session.silent();
    this.isArray = form == CheckFormat.b4;
    this.strict = strict;
  }

  ExitCode run(List<String> arguments, AsOf bound, Function<Session, OpenedCheck> open,
      Predicate<Optional<Severity>> fails) {
    if (arguments.size() != 1) {
      throw new InputException(ExitCode.USAGE,
          "b4 hands over one mail: name one (MSGID, FILE or -)");
    }
    Level before = ALL_LIBRARIES.getLevel();
    ALL_LIBRARIES.setLevel(Level.OFF);
    try (OpenedCheck opened = open.apply(session)) {
      Answer answer = answer(arguments.getFirst(), opened, bound);
      session.outside().out().print(answer.text());
      boolean isTold = isArray || !answer.text().isEmpty();
      return isTold && answer.reviews().stream().map(Review::severity).anyMatch(fails)
          ? ExitCode.FOUND_OR_NO_MATCH
          : ExitCode.OK;
    } catch (InputException e) {
      return wrong(e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return notChecked(Failure.message(e));
    } finally {
      ALL_LIBRARIES.setLevel(before);
    }
  }

  private ExitCode wrong(InputException failure) {
    if (failure.exitCode() == ExitCode.USAGE) {
      throw failure;
    }
    return notChecked(String.valueOf(failure.getMessage()));
  }

  private ExitCode notChecked(String why) {
    PrintStream out = session.outside().out();
    B4 words = new B4(new SiteLinks(Optional.empty()), strict, Printable::of);
    out.print(isArray ? words.notCheckedArray(why) + "\n" : words.notCheckedLine(why));
    return ExitCode.OK;
  }

  private record Answer(String text, List<Review> reviews) {}

  /** Nothing is found in a mail that is no patch. */
  private Answer answer(String argument, OpenedCheck opened, AsOf bound) {
    B4 words = new B4(new SiteLinks(session.settings().pages().baseUrl()), strict,
        Printable::of);
    Optional<Posting> mail = mail(argument);
    List<Review> reviews = mail.map(found -> reviews(found, opened, bound)).orElse(List.of());
    StringBuilder text = new StringBuilder();
    if (isArray) {
      text.append(words.array(mail.map(found -> found.message().id()), reviews)).append('\n');
    } else {
      reviews.forEach(review -> text.append(words.lines(review)));
    }
    return new Answer(text.toString(), reviews);
  }

  /** Empty where it is none at all. */
  private Optional<Posting> mail(String argument) {
    try {
      return Optional.of(new MailArguments(session).read(argument).getFirst().value());
    } catch (ArchiveException | InputException e) {
      if (Failure.codeOf(e) == ExitCode.BAD_INPUT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<Review> reviews(Posting mail, OpenedCheck opened, AsOf bound) {
    Reviewer reviewer = opened.reviewer();
    return switch (mail) {
      case Posting.Patch patch -> List.of(reviewer.reviewOf(patch, List.of(patch), bound));
      case Posting.CoverLetter cover -> patchesBelow(cover, opened).stream()
          .flatMap(id -> reviewer.review(id, bound).stream())
          .toList();
      case Posting.Reply _,Posting.Letter _ -> List.of();
    };
  }

  private List<MessageId> patchesBelow(Posting.CoverLetter cover, OpenedCheck opened) {
    List<MessageId> known = new CoveredPatches(opened.index()).of(cover);
    return known.isEmpty() ? B4Tracking.of(session.outside().environment()).patches() : known;
  }
}
