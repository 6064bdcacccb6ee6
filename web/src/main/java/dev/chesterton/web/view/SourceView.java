package dev.chesterton.web.view;

import dev.chesterton.link.Anchor;
import dev.chesterton.link.Excerpt;
import java.time.Instant;

/**
 * Who says something, and where it can be read.
 *
 * @param who author of a mail; id and author of a commit
 * @param title subject or title; empty where it is not known
 * @param date day in UTC; empty where it is not known
 * @param address of the very line, where one is named
 * @param place where the address leads, in words
 */
public record SourceView(Words who, Words title, String date, String address, String place) {

  /** Whether it is a commit, whose title says more than its author. */
  public boolean isCommit() {
    return place.startsWith("commit");
  }

  /** A mail or commit as a whole. */
  public static SourceView of(Anchor anchor) {
    return of(anchor, "", "");
  }

  /** One line of it. */
  public static SourceView of(Excerpt excerpt) {
    String line = "line " + excerpt.line();
    return of(excerpt.source(), "#q" + excerpt.line(), ", " + line);
  }

  private static SourceView of(Anchor anchor, String fragment, String where) {
    String date = anchor.instant().map(Dates::day).orElse("");
    Words title = Words.of(anchor.title());
    return switch (anchor) {
      case Anchor.OfMail mail -> new SourceView(Words.of(mail.head().author().display()), title,
          date, Address.mail(mail.head()) + fragment, "mail" + where);
      case Anchor.OfCommit commit -> new SourceView(
          Words.of(commit.head().id().abbreviated() + " " + commit.head().author().display()),
          title, date, Address.commit(commit.key()) + fragment, "commit" + where);
      case Anchor.OfUnknownCommit commit -> new SourceView(Words.of(commit.hex()), title, date,
          Address.commit(commit.hex()), "commit, known from citations only");
    };
  }

  /** Whether a source is younger than a patch sent at this instant. */
  public static boolean isLater(Anchor anchor, Instant sent) {
    return anchor.instant().filter(instant -> instant.isAfter(sent)).isPresent();
  }
}
