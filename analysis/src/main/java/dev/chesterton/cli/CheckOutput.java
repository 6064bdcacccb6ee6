package dev.chesterton.cli;

import dev.chesterton.finding.RulePage;
import dev.chesterton.review.Review;
import dev.chesterton.review.ReviewJson;
import dev.chesterton.review.ReviewText;
import dev.chesterton.review.Total;
import dev.chesterton.review.form.PatchworkCheck;
import dev.chesterton.review.form.Sarif;
import dev.chesterton.review.form.SiteLinks;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints reviews in a form that people or their editors read; those of b4 are {@link B4Check}'s. */
final class CheckOutput {
  private final PrintStream out;
  private final CheckFormat format;
  private final String recordEnd;
  private final boolean hasTotal;
  private final boolean strict;
  private final SiteLinks links;
  private final List<RulePage> rules;
  private final Total total = new Total();
  private final List<Review> kept = new ArrayList<>();

  /**
   * @param nul records end with NUL in place of a line end
   * @param strict checks count as warnings do
   */
  CheckOutput(Session session, CheckFormat format, boolean nul, boolean strict,
      List<RulePage> rules) {
    this.out = session.outside().out();
    this.format = format;
    this.recordEnd = nul ? "\0" : "\n";
    this.hasTotal = !session.isQuiet();
    this.strict = strict;
    this.links = new SiteLinks(session.settings().pages().baseUrl());
    this.rules = rules;
  }

  /**
   * Prints a review, or keeps it where all of them are one document.
   *
   * @param lines of the file the patch was read from
   */
  void add(Review review, MailLines lines) {
    total.add(review);
    switch (format) {
      case text -> text(ReviewText.full(review));
      case terse -> review.findings()
          .forEach(finding -> record(Printable.of(ReviewText.terse(finding,
              lines.place(finding).orElse(finding.place().toString())))));
      case jsonl -> record(ReviewJson.of(review));
      case json, sarif, patchwork, b4, b4lines -> kept.add(review);
    }
  }

  /** A line that is not made from a review. */
  void record(String line) {
    out.print(line);
    out.print(recordEnd);
  }

  private void text(String review) {
    if (!review.isEmpty()) {
      record(Printable.lines(review).stripTrailing());
    }
  }

  /** The last line, or the document. */
  void end() {
    switch (format) {
      case text, jsonl, b4, b4lines -> {
      }
      case terse -> total.line()
          .filter(_ -> hasTotal)
          .ifPresent(line -> record(Printable.of(line)));
      case json -> record(ReviewJson.document(kept));
      case sarif -> record(Sarif.document(kept, VersionCommand.version(), rules, links));
      case patchwork -> record(new PatchworkCheck(links, strict, Printable::of).body(only()));
    }
  }

  private Review only() {
    if (kept.size() != 1) {
      throw new InputException(ExitCode.USAGE,
          kept.size() + " patches: patchwork takes one check for each, name them one by one");
    }
    return kept.getFirst();
  }
}
