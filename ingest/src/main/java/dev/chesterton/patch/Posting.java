package dev.chesterton.patch;

import dev.chesterton.change.Change;
import dev.chesterton.change.Citation;
import dev.chesterton.change.PatchId;
import dev.chesterton.change.Trailer;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.Quote;
import java.util.List;
import java.util.Optional;

/** A mail seen as a part of review. */
public sealed interface Posting {

  Message message();

  Subject subject();

  /** Of the whole text, in order of lines. */
  List<Citation> citations();

  /** Runs of quoted lines; lines in no run are the sender's own, depth 0. */
  List<Quote> quotes();

  /** Number 0 of a series. */
  record CoverLetter(Message message, Subject subject, List<Trailer> trailers,
      List<Citation> citations,
      List<Quote> quotes) implements Posting {}

  /**
   * A mail that carries a diff to be applied.
   *
   * @param author of the patch: the in-body {@code From:} where there is one, else the sender
   * @param log the commit message: what {@code git am} would keep, without the title
   * @param notes what stands between {@code ---} and the diff, diffstat included
   * @param logLine 1-based line of the text on which {@code log} begins
   * @param diffLine 1-based line of the text on which the diff begins
   * @param subject of the mail; the title is that of an in-body {@code Subject:} where there is one
   * @param patchId what {@code git patch-id --stable} says of the diff; empty where it says nothing
   */
  record Patch(Message message, Subject subject, Mailbox author, String log, String notes,
      int logLine,
      int diffLine, List<Trailer> trailers, List<Citation> citations, List<Quote> quotes,
      Change change, Optional<PatchId> patchId)
      implements
        Posting {}

  /**
   * An answer to another mail.
   *
   * @param trailers given by the sender, not quoted ones
   * @param change an unquoted diff the sender suggests; empty mostly
   */
  record Reply(Message message, Subject subject, List<Trailer> trailers, List<Citation> citations,
      List<Quote> quotes, Change change) implements Posting {}

  /**
   * A mail that opens a thread and is not marked as a patch: a report, a question, a pull request.
   *
   * @param change an unquoted diff the sender suggests; empty mostly
   */
  record Letter(Message message, Subject subject, List<Trailer> trailers, List<Citation> citations,
      List<Quote> quotes, Change change) implements Posting {}
}
